// The week without a car of a commune, in French: which half-days, with whom, at what time.

import type { HalfDayState } from '#domain/access/no-car-week.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

export const FR_ACCESS_WEEK = {
  title: 'Chez le généraliste, sans voiture',
  columns: { day: 'Jour', morning: 'Matin', afternoon: 'Après-midi' },
  loading: 'La semaine arrive…',
  states: {
    yes: 'oui',
    to_confirm: 'à confirmer',
    no: 'non',
    closed: 'fermé',
  } satisfies Record<HalfDayState, string>,
  onFoot: 'à pied',
  way: (title: string, place: string): string => `${title}, vers ${place}`,
  times: (leave: number, home: number): string =>
    `partir à ${f.hour(leave)}, rentrer à ${f.hour(home)}`,
  conditions: 'selon la personne',
  note: (monday: string): string =>
    `Exemple de la semaine du ${monday}, sans jour férié. On part du centre de la commune. Une demi-heure sur place, 90 minutes de trajet au plus à l’aller et au retour, en réservant à temps.`,
  usual: 'Là où les horaires d’ouverture ne sont pas connus, des horaires habituels sont supposés.',
  conditional:
    '« Selon la personne » : le transport demande des conditions (adhésion, revenus, pas d’autre solution…).',
  unknown:
    'Pas connu : aucun horaire de ligne n’est chargé pour ce territoire. Cela ne veut pas dire « jamais ».',
  notComputed: 'Pas encore calculé.',
};
