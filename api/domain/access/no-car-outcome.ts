// Without a car, who can go to care on more days of the week, who on fewer?

import { daysIn, HALF_DAY_COUNT, type HalfDayMask, hasDay } from './half-days.ts';
import type { NoCarHome } from './no-car-model.ts';
import type { Passing } from './scenario-outcome.ts';

export type NoCarSide = {
  /** Useful days a week, mean over residents. */
  meanDays: number;
  /** Half-days, likewise. */
  meanHalfDays: number;
  /** Residents without one. */
  withoutDay: number;
  withoutDay75Plus: number;
  /** Residents who can go and come back, Monday first. */
  byWeekday: number[];
};

/** `places` of who gains and who loses are homes. */
export type NoCarResult = {
  /** Half-days by home. */
  before: Uint16Array;
  after: Uint16Array;
  /** Who gets a day they had not; some may lose another. The most days × people first. */
  gainers: Passing;
  losers: Passing;
  sides: { before: NoCarSide; after: NoCarSide };
};

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

export function noCarOutcome(
  homes: readonly NoCarHome[],
  before: Uint16Array,
  after: Uint16Array,
): NoCarResult {
  const peopleOf = (home: number): number => homes[home]?.population ?? 0;
  const passing = (from: Uint16Array, to: Uint16Array): Passing => {
    const days = homes.map((_, home) => newDays(from[home] ?? 0, to[home] ?? 0));
    const weight = (home: number): number => (days[home] ?? 0) * peopleOf(home);
    const places = [...homes.keys()]
      .filter((home) => (days[home] ?? 0) > 0)
      .sort((a, b) => weight(b) - weight(a) || a - b);
    return { places, people: places.reduce((sum, home) => sum + peopleOf(home), 0) };
  };
  return {
    ...{ before, after },
    gainers: passing(before, after),
    losers: passing(after, before),
    sides: { before: sideOf(homes, before), after: sideOf(homes, after) },
  };
}

/** Days of `to` that are not days of `from`. */
export const newDays = (from: HalfDayMask, to: HalfDayMask): number =>
  WEEK.filter((weekday) => hasDay(to, weekday) && !hasDay(from, weekday)).length;

function sideOf(homes: readonly NoCarHome[], masks: Uint16Array): NoCarSide {
  const sum = (of: (home: NoCarHome, mask: HalfDayMask) => number): number =>
    homes.reduce((all, home, number) => all + of(home, masks[number] ?? 0), 0);
  const people = sum(({ population }) => population);
  const days = sum(({ population }, mask) => population * daysIn(mask));
  const halfDays = sum(({ population }, mask) => population * countOf(mask));
  return {
    meanDays: people > 0 ? days / people : 0,
    meanHalfDays: people > 0 ? halfDays / people : 0,
    withoutDay: sum(({ population }, mask) => (mask === 0 ? population : 0)),
    withoutDay75Plus: sum(({ population75Plus }, mask) =>
      mask === 0 ? (population75Plus ?? 0) : 0,
    ),
    byWeekday: WEEK.map((weekday) =>
      sum(({ population }, mask) => (hasDay(mask, weekday) ? population : 0)),
    ),
  };
}

const countOf = (mask: HalfDayMask): number =>
  Array.from({ length: HALF_DAY_COUNT }, (_, each) => (mask >> each) & 1).reduce(
    (sum, bit) => sum + bit,
    0,
  );
