// How much care is there, if sites that are all far away are worth less than sites that are near?
//
// M2SFCA, Delamater 2013: the weight of the way counts once more in the second step. Supply is not conserved:
// what distance takes from one inhabitant is given to nobody, so that scarcity is absolute.

import type { DecayTable } from './decay.ts';
import { gravity } from './gravity.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

/** By place: supply an inhabitant of the demand given. */
export function optimisedTwoStep(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): Float64Array {
  const { siteRatio } = twoStep(pairs, table, demand, supply);
  return gravity(
    pairs,
    table.map((weight) => weight * weight),
    siteRatio,
  );
}
