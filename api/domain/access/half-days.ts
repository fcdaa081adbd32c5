// On which half-days of a week is something possible?
//
// One bit a half-day, Monday morning the lowest: (weekday − 1) × 2, one more for the afternoon. 14 bits.

/** 0 Monday morning … 13 Sunday afternoon. */
export type HalfDay = number;

/** Bits by half-day. */
export type HalfDayMask = number;

export const HALF_DAY_COUNT = 14;
export const ALL_HALF_DAYS: HalfDayMask = 2 ** HALF_DAY_COUNT - 1;

/** `weekday` from 1 Monday to 7 Sunday. */
export const halfDay = (weekday: number, part: 'morning' | 'afternoon'): HalfDay =>
  (weekday - 1) * 2 + (part === 'afternoon' ? 1 : 0);

export const maskOf = (halfDays: readonly HalfDay[]): HalfDayMask =>
  halfDays.reduce((mask, each) => mask | (1 << each), 0);

/** Monday morning first. */
export const halfDaysIn = (mask: HalfDayMask): HalfDay[] =>
  Array.from({ length: HALF_DAY_COUNT }, (_, each) => each).filter(
    (each) => (mask & (1 << each)) !== 0,
  );

/** How many days of the week have one half-day at least. */
export function daysIn(mask: HalfDayMask): number {
  let days = 0;
  for (let weekday = 1; weekday <= 7; weekday++) if (hasDay(mask, weekday)) days += 1;
  return days;
}

/** Whether a weekday, 1 to 7, has one half-day at least. */
export const hasDay = (mask: HalfDayMask, weekday: number): boolean =>
  (mask & (0b11 << ((weekday - 1) * 2))) !== 0;

/** An hour at least of the window must lie on that side of noon. */
const SHORTEST_MINUTES = 60;
const NOON_MINUTE = 720;

/** Half-days that a window of the day touches, on these weekdays. Minutes from midnight. */
export const halfDaysWithin = (
  weekdays: readonly number[],
  fromMinute: number,
  toMinute: number,
): HalfDayMask =>
  maskOf(
    weekdays.flatMap((weekday) => {
      const morning = Math.min(toMinute, NOON_MINUTE) - fromMinute >= SHORTEST_MINUTES;
      const afternoon = toMinute - Math.max(fromMinute, NOON_MINUTE) >= SHORTEST_MINUTES;
      return [
        ...(morning ? [halfDay(weekday, 'morning')] : []),
        ...(afternoon ? [halfDay(weekday, 'afternoon')] : []),
      ];
    }),
  );
