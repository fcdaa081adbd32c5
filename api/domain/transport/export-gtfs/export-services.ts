// Which days does a calendar of ours run, as the calendars of a feed say it: weekdays, then every exception by date?
//
// Holidays, school periods and ranks in the month have no field there: they become dates.

import { isFrenchHoliday } from '#domain/calendar.ts';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '#domain/time.ts';
import { type Cell, feedDate } from '#domain/transport/export-gtfs/feed-table.ts';
import type { ServiceCalendar } from '#domain/transport/offer.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

/** Both days included. */
export type Horizon = { from: LocalDate; to: LocalDate };

export type ServiceRows = { calendar: Cell[][]; dates: Cell[][] };

export const CALENDAR_COLUMNS = [
  'service_id',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'start_date',
  'end_date',
] as const;
export const CALENDAR_DATE_COLUMNS = ['service_id', 'date', 'exception_type'] as const;

const ADDED = 1;
const REMOVED = 2;

/** A year from this day. */
export function horizonFrom(from: LocalDate): Horizon {
  const year = Number(from.slice(0, 4)) + 1;
  const end = `${year}${from.slice(4)}`;
  // The 29th of February has no anniversary.
  return { from, to: addDays(end.endsWith('-02-29') ? `${year}-03-01` : end, -1) };
}

/** Null when it runs on no day of the horizon. Days nobody can tell yet are kept: they are asked by phone. */
export function serviceRows(
  id: string,
  calendar: ServiceCalendar,
  horizon: Horizon,
): ServiceRows | null {
  const start = later(calendar.startsOn, horizon.from);
  const end = earlier(calendar.endsOn, horizon.to);
  const weekdays = calendar.weekdays.filter((day) => day >= 1 && day <= 7);
  const isRegular = weekdays.length > 0 && start <= end && calendar.nthOfMonth === null;
  const dates: Cell[][] = [];
  let runs = 0;
  for (const date of daysOf(horizon)) {
    const isRunning = runsOn(calendar, date);
    if (isRunning) runs += 1;
    const isSaid = isRegular && date >= start && date <= end && weekdays.includes(weekdayOf(date));
    if (isRunning !== isSaid) dates.push([id, feedDate(date), isRunning ? ADDED : REMOVED]);
  }
  if (runs === 0) return null;
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => (weekdays.includes(day) ? 1 : 0));
  return {
    calendar: isRegular ? [[id, ...days, feedDate(start), feedDate(end)]] : [],
    dates,
  };
}

/** Monday to Friday, holidays aside: what notices of so many working days are counted on. */
export function businessDayRows(id: string, horizon: Horizon): ServiceRows {
  const holidays = [...daysOf(horizon)].filter(
    (date) => isFrenchHoliday(date) && weekdayOf(date) <= 5,
  );
  return {
    calendar: [[id, 1, 1, 1, 1, 1, 0, 0, feedDate(horizon.from), feedDate(horizon.to)]],
    dates: holidays.map((date) => [id, feedDate(date), REMOVED]),
  };
}

function* daysOf({ from, to }: Horizon): Generator<LocalDate> {
  const count = daysBetween(from, to);
  for (let ahead = 0; ahead <= count; ahead += 1) yield addDays(from, ahead);
}

function later(date: LocalDate | null, other: LocalDate): LocalDate {
  return date !== null && date > other ? date : other;
}

function earlier(date: LocalDate | null, other: LocalDate): LocalDate {
  return date !== null && date < other ? date : other;
}
