// On how many days of the week can somebody without a car go to care and come back?
//
// A half-day counts when a way there arrives in opening hours, leaves time on the spot, and a way home runs the
// same day: the planner says so, pair by pair. Here they are put together: any one site of the profession
// makes the day a useful one.

import { daysIn, type HalfDayMask, hasDay } from './half-days.ts';
import type { TravelPairs } from './travel-pairs.ts';

export type UsefulDays = {
  /** By place, half-days on which one site at least can be reached and left. */
  masks: Uint16Array;
  /** By place, 0 to 7. */
  days: Uint8Array;
};

/**
 * `pairMasks` beside the pairs: half-days on which the way there and back exists. `siteMasks` by site: half-days
 * on which it receives people; 0 for a site that does not count, of another profession say.
 */
export function usefulDays(
  pairs: TravelPairs,
  pairMasks: Uint16Array,
  siteMasks: Uint16Array,
): UsefulDays {
  if (pairMasks.length !== pairs.places.length || siteMasks.length !== pairs.siteCount) {
    throw new RangeError(
      `Useful days: expected ${pairs.places.length} masks of pairs and ${pairs.siteCount} of sites, received ${pairMasks.length} and ${siteMasks.length}`,
    );
  }
  const masks = new Uint16Array(pairs.placeCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const open = siteMasks[site] ?? 0;
    for (let k = pairs.siteStarts[site] ?? 0; k < (pairs.siteStarts[site + 1] ?? 0); k++) {
      const place = pairs.places[k] ?? 0;
      masks[place] = (masks[place] ?? 0) | ((pairMasks[k] ?? 0) & open);
    }
  }
  return { masks, days: Uint8Array.from(masks, daysIn) };
}

/** People by number of useful days, from 0 to 7. */
export function peopleByDays({ days }: UsefulDays, people: Float64Array): Float64Array {
  const counts = new Float64Array(8);
  for (const [place, count] of days.entries()) {
    counts[count] = (counts[count] ?? 0) + (people[place] ?? 0);
  }
  return counts;
}

/** People who can go and come back, by weekday from Monday. */
export const peopleByWeekday = ({ masks }: UsefulDays, people: Float64Array): Float64Array =>
  Float64Array.from({ length: 7 }, (_, day) =>
    masks.reduce(
      (sum: number, mask: HalfDayMask, place) =>
        hasDay(mask, day + 1) ? sum + (people[place] ?? 0) : sum,
      0,
    ),
  );
