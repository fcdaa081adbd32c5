// Who goes where, how many come to each site, and what is left for each when one closes?
//
// MH3SFCA, Jörg, Lenz, Wetz and Widmer 2019, with the choice of Huff 1964: people share themselves between
// the sites they reach by supply and nearness. When a site closes its people go to the others, which is what
// E2SFCA does not say. An opening may therefore lower access somewhere: no monotony is to be expected.

import type { DecayTable } from './decay.ts';
import { placeWeights } from './place-weights.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { checkLengths, ratioOf, type TwoStep } from './two-step.ts';

/** `siteDemand` is in people of the demand given, each counted once over all sites. */
export function huffThreeStep(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): TwoStep {
  checkLengths(pairs, demand, supply);
  const { siteStarts, places, tenths } = pairs;
  const totals = placeWeights(pairs, table, supply);
  const access = new Float64Array(pairs.placeCount);
  const siteDemand = new Float64Array(pairs.siteCount);
  const siteRatio = new Float64Array(pairs.siteCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const amount = supply[site] ?? 0;
    const start = siteStarts[site] ?? 0;
    const end = siteStarts[site + 1] ?? 0;
    if (amount === 0) continue;
    let coming = 0;
    for (let k = start; k < end; k++) {
      const place = places[k] ?? 0;
      const weight = table[tenths[k] ?? 0] ?? 0;
      if (weight > 0) {
        coming += ((demand[place] ?? 0) * (amount * weight)) / (totals[place] ?? 0);
      }
    }
    siteDemand[site] = coming;
    const ratio = ratioOf(amount, coming);
    siteRatio[site] = ratio;
    for (let k = start; k < end; k++) {
      const place = places[k] ?? 0;
      const weight = table[tenths[k] ?? 0] ?? 0;
      if (weight > 0) {
        const share = (amount * weight) / (totals[place] ?? 0);
        access[place] = (access[place] ?? 0) + share * weight * ratio;
      }
    }
  }
  return { access, siteDemand, siteRatio };
}
