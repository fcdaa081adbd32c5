// How much supply is within so many minutes?
//
// Cumulative opportunities, Wickstrom 1971, Wachs and Kumagai 1973: everything inside counts alike. At the
// bound exactly, it counts.

import { decayTable, within } from './decay.ts';
import { gravity } from './gravity.ts';
import type { TravelPairs } from './travel-pairs.ts';

/** By place, in the unit of the supply. */
export const cumulative = (
  pairs: TravelPairs,
  minutes: number,
  supply: Float64Array,
): Float64Array => gravity(pairs, decayTable(within(minutes)), supply);
