// When can a hired vehicle be fetched in time for a trip, and brought back after it?

import type { SchoolZone } from '#domain/calendar.ts';
import { addDays, MINUTES_PER_DAY } from '#domain/time.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

/** Nobody keeps a vehicle longer than this before or after the trip it is for. */
const MOST_DAYS = 7;

/** The day of the trip, and whose school holidays count. */
type TripDay = { date: string; zone?: SchoolZone | null };
type Counter = Pick<TravelPattern, 'calendar' | 'windows' | 'transferMarginMinutes'>;

/**
 * Minute of the day of the trip at which the vehicle is handed over, below 0 the days before: the last
 * one such that papers and keys are done by then, the place being open all along. Null: none in a week.
 */
export function lastPickUp(
  counter: Counter,
  { date, zone }: TripDay,
  doneBy: number,
): number | null {
  const { transferMarginMinutes: takes, windows } = counter;
  if (windows.length === 0) return runsOn(counter.calendar, date, zone) ? doneBy - takes : null;
  for (let before = 0; before <= MOST_DAYS; before += 1) {
    if (!runsOn(counter.calendar, addDays(date, -before), zone)) continue;
    const latest = doneBy - takes + before * MINUTES_PER_DAY;
    const starts = windows
      .map(({ from, to }) => ({ from, start: Math.min(latest, to - takes) }))
      .filter(({ from, start }) => start >= from)
      .map(({ start }) => start);
    if (starts.length > 0) return Math.max(...starts) - before * MINUTES_PER_DAY;
  }
  return null;
}

/** The first minute from then on at which it can be given back; past 1440 the days after. */
export function firstGiveBack(
  counter: Counter,
  { date, zone }: TripDay,
  from: number,
): number | null {
  const { transferMarginMinutes: takes, windows } = counter;
  if (windows.length === 0) return runsOn(counter.calendar, date, zone) ? from : null;
  for (let after = 0; after <= MOST_DAYS; after += 1) {
    if (!runsOn(counter.calendar, addDays(date, after), zone)) continue;
    const earliest = from - after * MINUTES_PER_DAY;
    const starts = windows
      .map((window) => ({ to: window.to, start: Math.max(earliest, window.from) }))
      .filter(({ to, start }) => start + takes <= to)
      .map(({ start }) => start);
    if (starts.length > 0) return Math.min(...starts) + after * MINUTES_PER_DAY;
  }
  return null;
}
