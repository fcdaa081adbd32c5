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

function hours(visit: Visit): string {
  return f.list(
    visit.hours.map(({ from, to }) => `from\u00a0${f.hour(from)}\u00a0to\u00a0${f.hour(to)}`),
  );
}

function place({ name, crowMeters, inHomeCommune }: VisitPlace): string {
  if (inHomeCommune) return `${name}, in your commune`;
  if (crowMeters === null) return name;
  return `${name}, ${f.distance(crowMeters)} as the crow flies`;
}

function where({ kind, place: stand }: VisitingService): string | null {
  if (stand !== null) return place(stand);
  return kind === 'home_visit' ? 'At your home' : null;
}

export const enVisiting: typeof frVisiting = {
  heading: 'The service that comes to you',
  intro: 'With no trip, or hardly any.',
  next: 'Next time',
  nearest: 'Nearest to home',
  otherDays: 'Other days',
  day: ({ date }) => f.date(date),
  hours,
  where,
  stop: ({ name, crowMeters, inHomeCommune }) => {
    if (inHomeCommune) return `${name}, in your commune`;
    return crowMeters === null ? name : `${name}, ${f.distance(crowMeters)}`;
  },
  crow: 'Distances from your home, as the crow flies.',
  agreed: 'Day and hour to be agreed with the service',
  toCheck: 'To be checked: this service does not say which needs it answers.',
  areaToCheck: 'To be checked: this service does not say whether it comes to your commune.',
  conditions: 'Conditions to be checked',
  callBefore: ({ date, minute }) => `Call before ${f.date(date)} at ${f.hour(minute)}.`,
  state: (state) => STATES[state] ?? null,
  answers: (needs) => `For: ${needs.join(', ')}.`,
  residents: (area) => `Residents concerned: ${area}.`,
  visitDay: (stop, days, times) =>
    [
      ...(stop === null ? [] : [`${stop}:`]),
      [days, ...(times === null ? [] : [times])].join(', '),
    ].join(' '),
  callFreely: 'Call whenever you like, before you come.',
  offer: 'See this service',
  offerFor: (name) => `See this service: ${name}`,
  line: (count) =>
    count === 1 ? 'This service can come to you' : 'These services can come to you',
  brief: (service) => {
    const { next, needMatch } = service;
    const told =
      next === null ? 'day and hour to be agreed' : `${f.date(next.date)} ${hours(next)}`;
    const check = needMatch === 'to_check' ? ['to be checked for this need'] : [];
    const said = [where(service), told, ...check].filter((part) => part !== null);
    const line = said.join(' · ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
  },
};
