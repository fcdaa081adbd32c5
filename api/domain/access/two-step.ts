// How much care is there for each inhabitant, once those who want the same care have had their share?
//
// 2SFCA, Luo and Wang 2003, when the decay is one step; E2SFCA, Luo and Qi 2009, when it has several or is a
// curve. The French « accessibilité potentielle localisée » (Barlet et al. 2012) is this sum, its demand
// standardised by age and its supply weighted by activity. Sharing does not change when a site closes: those
// who went there are not sent to the others (see huff-three-step.ts for the load on those who stay).

import type { DecayTable } from './decay.ts';
import type { TravelPairs } from './travel-pairs.ts';

export type TwoStep = {
  /** By place: supply an inhabitant of the demand given. 0 where nothing is in reach: see in-reach.ts. */
  access: Float64Array;
  /** By site: people within reach, weighted. */
  siteDemand: Float64Array;
  /** By site: supply over weighted demand; 0 for a site nobody reaches. */
  siteRatio: Float64Array;
};

/**
 * `demand` by place (people), `supply` by site (acts a year, or full-time posts). The sum of
 * demand × access is the supply of the sites that somebody reaches.
 */
export function twoStep(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): TwoStep {
  checkLengths(pairs, demand, supply);
  const { siteStarts, places, tenths } = pairs;
  const access = new Float64Array(pairs.placeCount);
  const siteDemand = new Float64Array(pairs.siteCount);
  const siteRatio = new Float64Array(pairs.siteCount);
  for (let site = 0; site < pairs.siteCount; site++) {
    const start = siteStarts[site] ?? 0;
    const end = siteStarts[site + 1] ?? 0;
    let weighted = 0;
    for (let k = start; k < end; k++) {
      weighted += (demand[places[k] ?? 0] ?? 0) * (table[tenths[k] ?? 0] ?? 0);
    }
    siteDemand[site] = weighted;
    const ratio = ratioOf(supply[site] ?? 0, weighted);
    siteRatio[site] = ratio;
    if (ratio === 0) continue;
    for (let k = start; k < end; k++) {
      const place = places[k] ?? 0;
      access[place] = (access[place] ?? 0) + ratio * (table[tenths[k] ?? 0] ?? 0);
    }
  }
  return { access, siteDemand, siteRatio };
}

/** A site that nobody reaches gives nothing to anybody, and is no error. */
export const ratioOf = (supply: number, weightedDemand: number): number =>
  weightedDemand > 0 ? supply / weightedDemand : 0;

/** Throws when demand is not by place, or supply not by site. */
export function checkLengths(
  pairs: TravelPairs,
  demand: Float64Array | null,
  supply: Float64Array,
): void {
  if (demand !== null && demand.length !== pairs.placeCount) {
    throw new RangeError(
      `Demand: expected ${pairs.placeCount} places as the pairs have, received ${demand.length}`,
    );
  }
  if (supply.length !== pairs.siteCount) {
    throw new RangeError(
      `Supply: expected ${pairs.siteCount} sites as the pairs have, received ${supply.length}`,
    );
  }
}
