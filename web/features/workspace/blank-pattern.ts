// What does a new way of working hold before anybody said anything of it?

import type { TravelPattern } from '#domain/transport/offer.ts';

const WEEK = [1, 2, 3, 4, 5];

/** Its days and hours are those of the last one: an offer rarely changes them. */
export function blankPattern(offerId: string, others: readonly TravelPattern[]): TravelPattern {
  const last = others.at(-1);
  return {
    id: freePatternId(offerId, others),
    rule: 'within',
    origin: { kind: 'communes', insees: [], label: '' },
    destination: null,
    bothWays: true,
    pickup: 'door',
    roundTrip: 'allowed',
    waitMaxMinutes: null,
    maxKm: null,
    calendar: last?.calendar ?? {
      weekdays: WEEK,
      holidays: 'closed',
      school: 'any',
      nthOfMonth: null,
      startsOn: null,
      endsOn: null,
      exceptions: [],
    },
    windows: last?.windows ?? [],
    durationFactor: last?.durationFactor ?? 1.3,
    durationOffsetSeconds: last?.durationOffsetSeconds ?? 300,
    feeder: 'no',
    transferMarginMinutes: last?.transferMarginMinutes ?? 10,
  };
}

export function freePatternId(offerId: string, others: readonly TravelPattern[]): string {
  const taken = new Set(others.map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`${offerId}-${number}`)) number += 1;
  return `${offerId}-${number}`;
}
