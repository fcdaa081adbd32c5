// When does somebody answer the phone of an offer: for the last time before a limit, or next?

import { isFrenchHoliday } from '#domain/calendar.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import {
  addDays,
  daysBetween,
  type LocalDate,
  MINUTES_PER_DAY,
  type Moment,
  momentAt,
  weekdayOf,
} from '#domain/time.ts';
import type { LineHours } from '#domain/transport/offer.ts';

/** A line that answers on no day of three weeks is taken as never answering. */
const HORIZON_DAYS = 21;

/** The stretches of a day, in order: an exception wins, then no answer on holidays when so ruled. */
export function lineSlotsOn(hours: LineHours, date: LocalDate): readonly DayHours[] {
  const exception = hours.exceptions?.find((each) => each.date === date);
  if (exception !== undefined) return exception.slots.toSorted((a, b) => a.from - b.from);
  if (hours.closedOnHolidays && isFrenchHoliday(date)) return [];
  return (hours.week[weekdayOf(date) - 1] ?? []).toSorted((a, b) => a.from - b.from);
}

/**
 * Last moment, at or before the limit, to have called: the limit itself inside a stretch, else the
 * end of the stretch before. A stretch that opens just at the limit leaves no time and is skipped.
 */
export function lastAnswered(hours: LineHours, limit: Moment): Moment | null {
  for (let back = 0; back <= HORIZON_DAYS; back += 1) {
    const date = addDays(limit.date, -back);
    const before = back === 0 ? limit.minute : MINUTES_PER_DAY;
    const slot = lineSlotsOn(hours, date).findLast((each) => each.from < before);
    if (slot !== undefined) return momentAt(date, Math.min(slot.to, before));
  }
  return null;
}

/** The moment itself when somebody answers, else the start of the next stretch. */
export function nextAnswered(hours: LineHours, from: Moment): Moment | null {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(from.date, ahead);
    const after = ahead === 0 ? from.minute : 0;
    const slot = lineSlotsOn(hours, date).find((each) => each.to > after);
    if (slot !== undefined) return momentAt(date, Math.max(slot.from, after));
  }
  return null;
}

/** Minutes somebody answers between two moments, counted at most over the horizon. */
export function answeredMinutes(hours: LineHours, from: Moment, to: Moment): number {
  const days = Math.min(daysBetween(from.date, to.date), HORIZON_DAYS);
  let total = 0;
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const date = addDays(from.date, ahead);
    const start = ahead === 0 ? from.minute : 0;
    const end = date === to.date ? to.minute : MINUTES_PER_DAY;
    for (const slot of lineSlotsOn(hours, date)) {
      total += Math.max(0, Math.min(slot.to, end) - Math.max(slot.from, start));
    }
  }
  return total;
}

/** Mean answered minutes of the days the line opens; 0 for a line that never opens. */
export function usualDayMinutes(hours: LineHours): number {
  const open = hours.week.filter((day) => day.length > 0);
  const minutes = open.flat().reduce((sum, slot) => sum + slot.to - slot.from, 0);
  return open.length === 0 ? 0 : minutes / open.length;
}
