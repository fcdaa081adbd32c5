// A vehicle hired or lent, in English: which one, from when to when, where, and what to ask on the phone.

import type { LegMode, Moment } from '#domain/journey/journey.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import { HIRE_VEHICLES } from '#web/i18n/en-fares.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frHire } from '#web/i18n/fr-hire.ts';

const ONE: Record<HireVehicle, string> = {
  car: 'a car',
  moped: 'a scooter',
  electric_bicycle: 'an electric bicycle',
  bicycle: 'a bicycle',
};

const WITH: Partial<Record<LegMode, string>> = {
  car: 'With the hired car',
  moped: 'By scooter, not on expressways',
  cycle: 'By bicycle',
};

function span(from: Moment, to: Moment): string {
  return from.date === to.date
    ? `${f.date(from.date)}, from ${f.hour(from.minute)} to ${f.hour(to.minute)}`
    : `from ${f.date(from.date)} at ${f.hour(from.minute)} to ${f.date(to.date)} at ${f.hour(to.minute)}`;
}

export const enHire: typeof frHire = {
  withIt: (mode) => WITH[mode] ?? 'With the vehicle',
  kept: (hire, from, to) => {
    const where =
      hire.placeName !== null
        ? `to fetch and bring back here: ${hire.placeName}`
        : hire.isDelivered
          ? 'brought to you, and fetched back at your home'
          : 'ask where and at what hours';
    const when = from === null || to === null ? '' : `. ${capital(span(from, to))}`;
    return `${HIRE_VEHICLES[hire.vehicle]}: ${where}${when}.`;
  },
  handOver: (minutes, place, isFetched) =>
    `${isFetched ? 'Papers and keys' : 'Giving the vehicle back'}: ${f.duration(minutes)} at ${place}`,
  counter: { door: 'The vehicle is brought to you.', stop: 'The vehicle is fetched on the spot.' },
  hoursUnknown: 'Days and hours: ask when you call.',
  fetch: 'Before: fetch the vehicle',
  bringBack: 'After: bring the vehicle back',
  hello: (vehicle) => `Hello, I would like to take ${ONE[vehicle]} for a medical appointment.`,
  asked: (from, to) => `I would need it ${span(from, to)}.`,
  askedWhen: 'On which days, and at what hours, can the vehicle be fetched and brought back?',
  askedPlace: (place) => `I would come and fetch it here: ${place}.`,
  askedDelivery: (home) => `Can you bring it to me here: ${home}?`,
  askedWhere: 'Where must I go to fetch it?',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
