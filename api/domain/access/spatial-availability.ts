// How much of the supply is there for a place as a whole, not for each inhabitant?
//
// Spatial availability, Soukhov, Paez, Higgins and Mohamed 2023. Divided by the people of the place it is
// E2SFCA; summed over places it is the supply.

import type { DecayTable } from './decay.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

/** By place, in the unit of the supply. */
export const spatialAvailability = (
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): Float64Array =>
  twoStep(pairs, table, demand, supply).access.map((each, place) => each * (demand[place] ?? 0));
