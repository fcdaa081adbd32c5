// How much care is there, if nobody is counted twice and no site gives itself twice?
//
// Balanced FCA, Paez, Higgins and Vivona 2019: weights are divided by their sum over the sites of a place in
// the first step, over the places of a site in the second. A check on E2SFCA: a desert in both is one.

import type { DecayTable } from './decay.ts';
import { placeWeights } from './place-weights.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { checkLengths, ratioOf } from './two-step.ts';

/**
 * By place: supply an inhabitant of the demand given. A site without supply still draws people: see
 * open-pairs.ts for one that closed.
 */
export function balanced(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): Float64Array {
  checkLengths(pairs, demand, supply);
  const { siteStarts, places, tenths } = pairs;
  const totals = placeWeights(pairs, table);
  const access = new Float64Array(pairs.placeCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const start = siteStarts[site] ?? 0;
    const end = siteStarts[site + 1] ?? 0;
    let coming = 0;
    let siteTotal = 0;
    for (let k = start; k < end; k++) {
      const place = places[k] ?? 0;
      const weight = table[tenths[k] ?? 0] ?? 0;
      siteTotal += weight;
      if (weight > 0) coming += ((demand[place] ?? 0) * weight) / (totals[place] ?? 0);
    }
    const ratio = ratioOf(ratioOf(supply[site] ?? 0, coming), siteTotal);
    if (ratio === 0) continue;
    for (let k = start; k < end; k++) {
      const place = places[k] ?? 0;
      access[place] = (access[place] ?? 0) + ratio * (table[tenths[k] ?? 0] ?? 0);
    }
  }
  return access;
}
