// What is said in French of the services that come to the person, or near.

import type { BookingState, VisitingService } from '#domain/journey/journey.ts';
import type { Visit, VisitPlace } from '#domain/journey/visit.ts';
import type { Moment } from '#domain/time.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const STATES: Partial<Record<BookingState, string>> = {
  not_needed: 'Sans rendez-vous : venez quand c’est ouvert.',
  early: 'Les réservations ne sont pas encore ouvertes.',
  too_late: 'Le délai est passé, appelez quand même : une demande urgente est parfois acceptée.',
  registration: 'La première fois, il faut d’abord s’inscrire.',
};

/** Kept on one line, each stretch of hours. */
function hours(visit: Visit): string {
  return f.list(
    visit.hours.map(({ from, to }) => `de\u00a0${f.hour(from)}\u00a0à\u00a0${f.hour(to)}`),
  );
}

function place({ name, crowMeters, inHomeCommune }: VisitPlace): string {
  if (inHomeCommune) return `${name}, dans votre commune`;
  if (crowMeters === null) return name;
  return `${name}, à ${f.distance(crowMeters)} à vol d’oiseau`;
}

/** « chez vous » for a home visit; null when nobody said where. */
function where({ kind, place: stand }: VisitingService): string | null {
  if (stand !== null) return place(stand);
  return kind === 'home_visit' ? 'Chez vous' : null;
}

export const frVisiting = {
  heading: 'Le service qui vient à vous',
  intro: 'Sans trajet, ou presque.',
  next: 'Prochaine fois',
  nearest: 'Au plus près de chez vous',
  otherDays: 'Autres jours',
  day: ({ date }: Visit): string => f.date(date),
  hours,
  where,
  /** Beside another day. */
  stop: ({ name, crowMeters, inHomeCommune }: VisitPlace): string => {
    if (inHomeCommune) return `${name}, dans votre commune`;
    return crowMeters === null ? name : `${name}, à ${f.distance(crowMeters)}`;
  },
  crow: 'Distances de chez vous, à vol d’oiseau.',
  agreed: 'Jour et heure à convenir avec le service',
  toCheck: 'À vérifier : ce service ne dit pas à quels besoins il répond.',
  areaToCheck: 'À vérifier : ce service ne dit pas s’il vient dans votre commune.',
  conditions: 'Conditions à vérifier',
  callBefore: ({ date, minute }: Moment): string =>
    `Appelez avant ${f.date(date)} à ${f.hour(minute)}.`,
  state: (state: BookingState): string | null => STATES[state] ?? null,
  /** On the page of the service itself. */
  answers: (needs: readonly string[]): string => `Pour : ${needs.join(', ')}.`,
  residents: (area: string): string => `Habitants concernés : ${area}.`,
  visitDay: (stop: string | null, days: string, times: string | null): string =>
    [
      ...(stop === null ? [] : [`${stop} :`]),
      [days, ...(times === null ? [] : [times])].join(', '),
    ].join(' '),
  callFreely: 'Appelez quand vous voulez, avant de venir.',
  offer: 'Voir ce service',
  offerFor: (name: string): string => `Voir ce service : ${name}`,
  /** Before one or several names, on a list of results. */
  line: (count: number): string =>
    count === 1 ? 'Ce service peut venir à vous' : 'Ces services peuvent venir à vous',
  /** After the name, on one line: when and where. */
  brief: (service: VisitingService): string => {
    const { next, needMatch } = service;
    const told = next === null ? 'jour et heure à convenir' : `${f.date(next.date)} ${hours(next)}`;
    const check = needMatch === 'to_check' ? ['à vérifier pour ce besoin'] : [];
    const said = [where(service), told, ...check].filter((part) => part !== null);
    const line = said.join(' · ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
  },
};
