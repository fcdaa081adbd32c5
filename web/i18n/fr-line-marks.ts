// How French says what an organization knows of an imported line: reserved, on booking, school services.

import type { LegMark, OverlayMark } from '#domain/transport/line-overlay.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

export const frLineMarks = {
  heading: 'À savoir sur cette ligne',
  /** Empty for a note: its words say it all. */
  said: (mark: OverlayMark): string => {
    switch (mark.kind) {
      case 'reserved':
        return `Réservé à : ${mark.forWhom}`;
      case 'on_booking':
        return 'Sur réservation';
      case 'school_open':
        return 'Service scolaire, ouvert à tous';
      case 'school_only':
        return 'Service scolaire, réservé aux élèves';
      case 'hidden':
        return 'Ne circule pas en ce moment';
      case 'note':
        return '';
    }
  },
  by: ({ saidBy, saidOn }: Pick<LegMark, 'saidBy' | 'saidOn'>): string =>
    `Dit par ${saidBy}, ${f.onDate(saidOn)}`,
  /** What it is about, when that is not the whole line. */
  ofTrip: (departMinute: number | null, headsign: string | null): string =>
    [
      departMinute === null ? 'Un trajet' : `Le départ de ${f.hour(departMinute)}`,
      ...(headsign === null ? [] : [`vers ${headsign}`]),
    ].join(' '),
  ofStop: (name: string): string => `À l’arrêt « ${name} »`,
};
