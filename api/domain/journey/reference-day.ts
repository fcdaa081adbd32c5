// Which day of a feed shows best what runs on a day it does not cover?
//
// A feed that has expired still says what usually runs. The day chosen has the same weekday (a public
// holiday is read as a Sunday), is no public holiday itself, and has the usual number of trips.

import { isFrenchHoliday } from '#domain/calendar.ts';
import { runsOnDay } from '#domain/journey/service-calendar.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { dateOf, dayNumber, weekdayOf } from '#domain/time.ts';

/** `exact`: the feed covers the day asked. Otherwise its times are to be confirmed. */
export type ReferenceDay = { date: string; exact: boolean };

const SUNDAY = 7;
const LONGEST_SEARCH_DAYS = 371;

/** Of the feed of that number; null when the feed has no day of service to show. */
export function referenceDay(
  timetable: Timetable,
  date: string,
  feedNumber = 0,
): ReferenceDay | null {
  const validity = timetable.feeds[feedNumber]?.validity;
  if (!validity) return null;
  if (date >= validity.from && date <= validity.to) return { date, exact: true };

  const weekday = isFrenchHoliday(date) ? SUNDAY : weekdayOf(date);
  const last = dayNumber(validity.to);
  const first = Math.max(dayNumber(validity.from), last - LONGEST_SEARCH_DAYS);
  const candidates: { date: string; trips: number }[] = [];
  for (let day = last; day >= first; day--) {
    const candidate = dateOf(day);
    if (weekdayOf(candidate) !== weekday || isFrenchHoliday(candidate)) continue;
    candidates.push({ date: candidate, trips: tripCount(timetable, feedNumber, day) });
  }
  const usual = usualCount(candidates.map(({ trips }) => trips));
  const chosen = candidates.find(({ trips }) => trips === usual);
  // A feed shorter than a week may lack the weekday: then its last day is all it can show.
  return { date: chosen?.date ?? lastDayOf(timetable, feedNumber, first, last), exact: false };
}

/** Runs of one feed on a day, departures of frequencies included. */
function tripCount(timetable: Timetable, feedNumber: number, day: number): number {
  let trips = 0;
  for (const [number, service] of timetable.services.entries()) {
    if (timetable.serviceFeeds[number] !== feedNumber) continue;
    if (runsOnDay(service, day)) trips += timetable.serviceRuns[number] ?? 0;
  }
  return trips;
}

/** The most frequent count; when none repeats, the median. Ties go to the first met. */
function usualCount(counts: readonly number[]): number | undefined {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let usual: number | undefined;
  let most = 1;
  for (const [count, repeated] of times) {
    if (repeated > most) {
      usual = count;
      most = repeated;
    }
  }
  return usual ?? counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)];
}

function lastDayOf(timetable: Timetable, feedNumber: number, first: number, last: number): string {
  for (let day = last; day >= first; day--) {
    if (tripCount(timetable, feedNumber, day) > 0) return dateOf(day);
  }
  return dateOf(last);
}
