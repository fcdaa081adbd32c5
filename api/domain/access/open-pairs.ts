// Which pairs lead to care that is there?
//
// In the measures where people share themselves between sites by the way alone (3SFCA, balanced FCA), a site
// without supply still draws its share of people. A closed one must leave the pairs.

import { pairsFromRows, rowOf, type TravelPairs } from './travel-pairs.ts';

const NO_ROW = { places: new Uint32Array(0), tenths: new Uint16Array(0) };

/** The same sites, those without supply reached by nobody. */
export function openPairs(pairs: TravelPairs, supply: Float64Array): TravelPairs {
  if (supply.every((amount) => amount > 0)) return pairs;
  const rows = Array.from(supply, (amount, site) => (amount > 0 ? rowOf(pairs, site) : NO_ROW));
  return pairsFromRows(pairs.placeCount, rows);
}
