// At which half-hours of the planner does a place receive people: by its hours, or by the half-days one says?

import type { DayHours } from '#domain/directory/opening-hours.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import { type HalfDayMask, hasDay } from './half-days.ts';
import { VISIT_MINUTES } from './no-car-bounds.ts';
import { slotsOfHalfDays } from './no-car-model.ts';
import { usualHours } from './usual-hours.ts';

export const WEEK_DAYS = 7;
const MONDAY = 1;

/** One bit a half-hour, when a whole visit fits in. */
export const slotsOfHours = (hours: readonly DayHours[]): number =>
  SLOT_MINUTES.reduce(
    (bits, minute, n) =>
      hours.some(({ from, to }) => from <= minute && minute + VISIT_MINUTES <= to)
        ? bits | (1 << n)
        : bits,
    0,
  );

/** Of an office on an ordinary day. */
const USUAL = slotsOfHours(usualHours('gp', MONDAY));

/** Usual hours on the half-days one says, whatever the day. */
export const slotsOfUsualHours = (mask: HalfDayMask): number[] =>
  Array.from({ length: WEEK_DAYS }, (_, day) =>
    hasDay(mask, day + 1) ? slotsOfHalfDays(USUAL, mask, day) : 0,
  );
