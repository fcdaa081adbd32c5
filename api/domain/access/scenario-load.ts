// How many more people come to those who stay?
//
// By MH3SFCA, since E2SFCA sends nobody elsewhere when a site closes.

import { huffThreeStep } from './huff-three-step.ts';
import { type ScenarioState, scenarioPairs } from './scenario-state.ts';

/** People of the demand given who come to the site, and supply for each of them; `after` of a closed one is 0. */
export type SiteLoad = {
  site: number;
  peopleBefore: number;
  peopleAfter: number;
  ratioBefore: number;
  ratioAfter: number;
};

/** Sites whose load changes by a thousandth at least, and those that close; the heaviest increase first. */
export function scenarioLoads(state: ScenarioState): SiteLoad[] {
  const { pairs, table, demand, supply } = state.base;
  const before = huffThreeStep(pairs, table, demand, supply);
  const now = scenarioPairs(state);
  const after = huffThreeStep(now.pairs, table, demand, now.supply);
  const loads = state.supply.map((_, site) => ({
    site,
    peopleBefore: before.siteDemand[site] ?? 0,
    peopleAfter: after.siteDemand[site] ?? 0,
    ratioBefore: before.siteRatio[site] ?? 0,
    ratioAfter: after.siteRatio[site] ?? 0,
  }));
  const increase = (load: SiteLoad): number => load.peopleAfter - load.peopleBefore;
  return loads
    .filter((load) => Math.abs(increase(load)) > 0.001 * Math.max(1, load.peopleBefore))
    .sort((a, b) => increase(b) - increase(a) || a.site - b.site);
}
