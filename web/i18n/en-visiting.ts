// What is said in English of the services that come to the person, or near.

import type { BookingState, VisitingService } from '#domain/journey/journey.ts';
import type { Visit, VisitPlace } from '#domain/journey/visit.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frVisiting } from '#web/i18n/fr-visiting.ts';

const STATES: Partial<Record<BookingState, string>> = {
  not_needed: 'No appointment: come when it is open.',
  early: 'Booking is not open yet.',
  too_late: 'The time to book has passed, call anyway: an urgent request is sometimes accepted.',
  registration: 'The first time, you have to register before.',
};

function when({ date, hours }: Visit): string {
  const spans = hours.map(({ from, to }) => `from ${f.hour(from)} to ${f.hour(to)}`);
  return [f.date(date), f.list(spans)].join(', ');
}

function place({ name, crowMeters, inHomeCommune }: VisitPlace): string {
  if (inHomeCommune) return `${name}, in your commune`;
  if (crowMeters === null) return name;
  return `${name}, ${f.distance(crowMeters)} from home as the crow flies`;
}

function where({ kind, place: stand }: VisitingService): string | null {
  if (stand !== null) return place(stand);
  return kind === 'home_visit' ? 'At your home' : null;
}

export const enVisiting: typeof frVisiting = {
  heading: 'The service that comes to you',
  intro: 'With no trip, or hardly any.',
  next: 'Next:',
  nearest: 'Nearest to home:',
  otherDays: 'Other days:',
  when,
  where,
  visit: (visit, said) =>
    visit.place === null || visit.place.name === said?.name
      ? when(visit)
      : `${when(visit)}: ${place(visit.place)}`,
  agreed: 'The day and hour are agreed when you call.',
  toCheck: 'To be checked: this service does not say which needs it answers.',
  state: (state) => STATES[state] ?? null,
  offer: 'See this service',
  offerFor: (name) => `See this service: ${name}`,
  line: (count) =>
    count === 1 ? 'This service can come to you:' : 'These services can come to you:',
  brief: (service) => {
    const said = where(service);
    const told = service.next === null ? 'day and hour agreed by phone' : when(service.next);
    const check = service.needMatch === 'to_check' ? ['to be checked for this need'] : [];
    return [told, ...(said === null ? [] : [said]), ...check].join(' · ');
  },
};
