// How long does a booked ride take, and does the offer run then?

import type { JourneyNote } from '#domain/journey/journey.ts';
import { addDays } from '#domain/time.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

/** How far ahead the next running day is looked for. */
const NEXT_DAY_HORIZON = 31;

/** Whole minutes: factor × drive time + offset, as in GTFS safe_duration. */
export function rideMinutes(pattern: TravelPattern, driveMinutes: number): number {
  return Math.ceil(driveMinutes * pattern.durationFactor + pattern.durationOffsetSeconds / 60);
}

/** Whether every ride [departure, arrival] of the day lies in the hours of service, and why not. */
export function rideDay(
  pattern: TravelPattern,
  date: string,
  rides: readonly (readonly [departMinute: number, arriveMinute: number])[],
): { blocked: boolean; notes: JourneyNote[] } {
  if (!runsOn(pattern.calendar, date)) {
    return {
      blocked: true,
      notes: [{ code: 'not_running', nextDate: nextRunningDate(pattern, date) }],
    };
  }
  if (pattern.windows.length === 0) return { blocked: false, notes: [] };
  const inside = rides.every(([depart, arrive]) =>
    pattern.windows.some((window) => depart >= window.from && arrive <= window.to),
  );
  if (inside) return { blocked: false, notes: [] };
  const fromMinute = Math.min(...pattern.windows.map((window) => window.from));
  const toMinute = Math.max(...pattern.windows.map((window) => window.to));
  return { blocked: true, notes: [{ code: 'outside_hours', fromMinute, toMinute }] };
}

function nextRunningDate(pattern: TravelPattern, after: string): string | null {
  for (let day = 1; day <= NEXT_DAY_HORIZON; day += 1) {
    const date = addDays(after, day);
    if (runsOn(pattern.calendar, date)) return date;
  }
  return null;
}
