// Is there any care in reach of the place, however little?
//
// A third state beside « some » and « not computed »: an access of 0 there reads « aucune offre à moins de
// N minutes », and a site that has no supply any more is no care.

import type { DecayTable } from './decay.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { checkLengths } from './two-step.ts';

/** By place, 1 when a site with supply counts there at all. */
export function placesInReach(
  pairs: TravelPairs,
  table: DecayTable,
  supply: Float64Array,
): Uint8Array {
  checkLengths(pairs, null, supply);
  const reached = new Uint8Array(pairs.placeCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    if (!((supply[site] ?? 0) > 0)) continue;
    const end = pairs.siteStarts[site + 1] ?? 0;
    for (let k = pairs.siteStarts[site] ?? 0; k < end; k++) {
      if ((table[pairs.tenths[k] ?? 0] ?? 0) > 0) reached[pairs.places[k] ?? 0] = 1;
    }
  }
  return reached;
}
