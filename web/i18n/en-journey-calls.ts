// The calls of a trip in English.

import type { Moment } from '#domain/journey/journey.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frJourneyCalls } from '#web/i18n/fr-journey-calls.ts';

const CAUGHT = { train: 'train', coach: 'coach', bus: 'bus', other: 'departure' } as const;

function moment(at: Moment): string {
  return `${f.date(at.date)}, ${f.hour(at.minute)}`;
}

function firstRide(date: string | null): string {
  return date === null ? '' : ` A first trip is possible from ${f.date(date)}.`;
}

export const enJourneyCalls: typeof frJourneyCalls = {
  heading: 'Your calls, in order',
  call: (phone) => `Call ${phone}`,
  before: (limit) => `before ${moment(limit)}`,
  ruleLimit: (limit) => `The rule says: before ${moment(limit)}. By then nobody answers.`,
  opens: (at) => `Booking open from ${moment(at)}.`,
  firstTime: (limit) => `If it is your first time, register before ${moment(limit)}.`,
  firstTimeClosed: (nextDate) =>
    `If it is your first time, it is too late to register before this trip.${firstRide(nextDate)}`,
  noPhone: 'No known phone.',
  anyCompany: 'The company of your choice: ask your doctor, the pharmacy or the town hall.',
  online: 'Book online',
  email: 'Write an e-mail',
  say: 'What you can say',
  hello: 'Hello, I would like to book a ride.',
  rideLeave: (from, to, date, minute) =>
    `On ${f.date(date)}, I leave ${from} at ${f.hour(minute)}. I am going here: ${to}.`,
  rideArrive: (from, to, date, minute, { vehicle, minute: leaves }) =>
    `On ${f.date(date)}, I must arrive at ${f.hour(minute)}, before the ${CAUGHT[vehicle]} of ${f.hour(leaves)}. I leave from ${from}. I am going here: ${to}.`,
  rideBack: (from, to, date, minute) =>
    `For the way back, on ${f.date(date)}, can you pick me up around ${f.hour(minute)}? It will be here: ${from}. I go home to ${to}.`,
  rideBackTo: (from, to, date, minute) =>
    `For the way back, on ${f.date(date)}, can you pick me up around ${f.hour(minute)}? It will be here: ${from}. I am going here: ${to}.`,
  rideBackArrive: (from, to, date, minute, { vehicle, minute: leaves }) =>
    `For the way back, on ${f.date(date)}, I must arrive at ${f.hour(minute)}, before the ${CAUGHT[vehicle]} of ${f.hour(leaves)}. I leave from ${from}. I am going here: ${to}.`,
  backUnknown: 'I do not know yet when I will finish. How do we arrange the way back?',
  needs: (needs) => `I need: ${f.list(needs)}.`,
  askPrice: 'How much will it cost?',
  alsoSay: 'They will also ask you',
  print: 'Print the call list',
  done: 'Called on',
  answer: 'Answer',
};
