// On which half-days does a place receive people, by the hours it gives?

import type { HoursBlock } from '#domain/directory/directory.ts';
import { type HalfDayMask, halfDay } from './half-days.ts';

const NOON = 12 * 60;
/** A morning that ends at 12:30 is no afternoon. */
const LEAST_MINUTES = 60;

/** Null: no hours at which people are received are known. */
export function halfDaysOpen(hours: readonly HoursBlock[]): HalfDayMask | null {
  const received = hours.filter(({ kind }) => kind === 'public' || kind === 'walk_in');
  if (received.length === 0) return null;
  let mask: HalfDayMask = 0;
  for (const { week } of received) {
    for (const [index, stretches] of week.entries()) {
      for (const { from, to } of stretches) {
        if (Math.min(to, NOON) - from >= LEAST_MINUTES) mask |= 1 << halfDay(index + 1, 'morning');
        if (to - Math.max(from, NOON) >= LEAST_MINUTES) {
          mask |= 1 << halfDay(index + 1, 'afternoon');
        }
      }
    }
  }
  return mask;
}
