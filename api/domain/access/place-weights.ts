// How much does each place weigh on all the sites it reaches together?

import type { DecayTable } from './decay.ts';
import { gravity } from './gravity.ts';
import type { TravelPairs } from './travel-pairs.ts';

/** By place, the sum of its weights; with `supply`, each site weighs by its supply (Huff 1964). */
export const placeWeights = (
  pairs: TravelPairs,
  table: DecayTable,
  supply: Float64Array = new Float64Array(pairs.siteCount).fill(1),
): Float64Array => gravity(pairs, table, supply);
