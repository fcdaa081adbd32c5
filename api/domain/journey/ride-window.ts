// At what hour does a booked ride leave, within the hours of service: the last in time, the first after?

import type { DayHours } from '#domain/directory/opening-hours.ts';

/** Nobody is left waiting longer than this for the doors to open, or for the ride home. */
export const LONGEST_WAIT_MINUTES = 180;

type Windows = readonly DayHours[];

/** Departure of the last ride that ends by then; null when none does, or hours too early. */
export function lastPick(windows: Windows, rideMinutes: number, arriveBy: number): number | null {
  const latest = arriveBy - rideMinutes;
  if (windows.length === 0) return latest;
  const picks = windows
    .filter(({ from, to }) => from + rideMinutes <= to && from <= latest)
    .map(({ to }) => Math.min(latest, to - rideMinutes));
  const pick = Math.max(...picks);
  return picks.length > 0 && latest - pick <= LONGEST_WAIT_MINUTES ? pick : null;
}

/** Departure of the first ride from then on; null when none does, or hours too late. */
export function firstPick(windows: Windows, rideMinutes: number, leaveFrom: number): number | null {
  if (windows.length === 0) return leaveFrom;
  const picks = windows
    .map(({ from, to }) => ({ pick: Math.max(leaveFrom, from), to }))
    .filter(({ pick, to }) => pick + rideMinutes <= to)
    .map(({ pick }) => pick);
  const pick = Math.min(...picks);
  return picks.length > 0 && pick - leaveFrom <= LONGEST_WAIT_MINUTES ? pick : null;
}
