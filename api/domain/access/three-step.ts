// How much care is there, if people with several sites around ask less of each?
//
// 3SFCA, Wan, Zou and Sternberg 2012: each place shares itself between its sites by the weight of the way,
// and that share is one more weight in both steps. Paez, Higgins and Vivona 2019 show it does not cure the
// inflation of demand: kept as a variant.

import type { DecayTable } from './decay.ts';
import { gravity } from './gravity.ts';
import { placeWeights } from './place-weights.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { checkLengths, ratioOf } from './two-step.ts';

/**
 * By place: supply an inhabitant of the demand given. `shareTable` is the weight by which people choose, when
 * it is not cut where care stops counting: some reckon shares over all sites, and cut afterwards. A site
 * without supply still draws people: see open-pairs.ts for one that closed.
 */
export function threeStep(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
  shareTable: DecayTable = table,
): Float64Array {
  checkLengths(pairs, demand, supply);
  const totals = placeWeights(pairs, shareTable);
  // weight × share = (weight × share weight) / total of the place: the total leaves the sum over sites.
  const product = table.map((weight, tenths) => weight * (shareTable[tenths] ?? 0));
  const shared = demand.map((people, place) => ratioOf(people, totals[place] ?? 0));
  const siteRatio = new Float64Array(pairs.siteCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const end = pairs.siteStarts[site + 1] ?? 0;
    let weighted = 0;
    for (let k = pairs.siteStarts[site] ?? 0; k < end; k++) {
      weighted += (shared[pairs.places[k] ?? 0] ?? 0) * (product[pairs.tenths[k] ?? 0] ?? 0);
    }
    siteRatio[site] = ratioOf(supply[site] ?? 0, weighted);
  }
  return gravity(pairs, product, siteRatio).map((sum, place) => ratioOf(sum, totals[place] ?? 0));
}
