// What is said in French of the services that come to the person, or near.

import type { BookingState, VisitingService } from '#domain/journey/journey.ts';
import type { Visit, VisitPlace } from '#domain/journey/visit.ts';
import { frFormat as f } from '#web/i18n/fr-format.ts';

const STATES: Partial<Record<BookingState, string>> = {
  not_needed: 'Sans rendez-vous : venez quand c’est ouvert.',
  early: 'Les réservations ne sont pas encore ouvertes.',
  too_late: 'Le délai est passé, appelez quand même : une demande urgente est parfois acceptée.',
  registration: 'La première fois, il faut d’abord s’inscrire.',
};

function when({ date, hours }: Visit): string {
  const spans = hours.map(({ from, to }) => `de ${f.hour(from)} à ${f.hour(to)}`);
  return [f.date(date), f.list(spans)].join(', ');
}

function place({ name, crowMeters, inHomeCommune }: VisitPlace): string {
  if (inHomeCommune) return `${name}, dans votre commune`;
  if (crowMeters === null) return name;
  return `${name}, à ${f.distance(crowMeters)} de chez vous à vol d’oiseau`;
}

/** « chez vous » for a home visit; null when nobody said where. */
function where({ kind, place: stand }: VisitingService): string | null {
  if (stand !== null) return place(stand);
  return kind === 'home_visit' ? 'Chez vous' : null;
}

export const frVisiting = {
  heading: 'Le service qui vient à vous',
  intro: 'Sans trajet, ou presque.',
  next: 'Prochaine fois :',
  nearest: 'Au plus près de chez vous :',
  otherDays: 'Autres jours :',
  when,
  where,
  /** Another day: the place is said only when it is another. */
  visit: (visit: Visit, said: VisitPlace | null): string =>
    visit.place === null || visit.place.name === said?.name
      ? when(visit)
      : `${when(visit)} : ${place(visit.place)}`,
  agreed: 'Le jour et l’heure se décident en appelant.',
  toCheck: 'À vérifier : ce service ne dit pas à quels besoins il répond.',
  state: (state: BookingState): string | null => STATES[state] ?? null,
  offer: 'Voir ce service',
  offerFor: (name: string): string => `Voir ce service : ${name}`,
  /** Before one or several names, on a list of results. */
  line: (count: number): string =>
    count === 1 ? 'Ce service peut venir à vous :' : 'Ces services peuvent venir à vous :',
  /** After the name, on one line: when and where. */
  brief: (service: VisitingService): string => {
    const said = where(service);
    const told = service.next === null ? 'jour et heure en appelant' : when(service.next);
    const check = service.needMatch === 'to_check' ? ['à vérifier pour ce besoin'] : [];
    return [told, ...(said === null ? [] : [said]), ...check].join(' · ');
  },
};
