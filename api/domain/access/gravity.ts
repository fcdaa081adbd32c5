// How much supply is around, near counting more than far?
//
// Potential, Hansen 1959. Nobody else is counted: what others take of it is not in this figure.

import type { DecayTable } from './decay.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { checkLengths } from './two-step.ts';

/** By place, in the unit of the supply. */
export function gravity(pairs: TravelPairs, table: DecayTable, supply: Float64Array): Float64Array {
  checkLengths(pairs, null, supply);
  const access = new Float64Array(pairs.placeCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const amount = supply[site] ?? 0;
    const end = pairs.siteStarts[site + 1] ?? 0;
    for (let k = pairs.siteStarts[site] ?? 0; k < end; k++) {
      const place = pairs.places[k] ?? 0;
      access[place] = (access[place] ?? 0) + amount * (table[pairs.tenths[k] ?? 0] ?? 0);
    }
  }
  return access;
}
