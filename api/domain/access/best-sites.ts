// Where would one more site help most?
//
// Total: the most people brought up to the threshold. Equity: the greatest fall of severity (FGT2), which
// counts first those who are farthest below it. Access added over everybody would be no aim: in E2SFCA it is
// the supply added, wherever one puts it.

import { addSite, type ScenarioState } from './scenario-state.ts';
import type { SiteRow } from './travel-pairs.ts';
import { ratioOf } from './two-step.ts';

export type SiteObjective = 'total' | 'equity';

/** `supply` in the unit of the base. */
export type SiteCandidate = { row: SiteRow; supply: number };

export type RankedSite = {
  /** Number of the candidate in the list given. */
  candidate: number;
  /** People no longer below the threshold. */
  liftedPeople: number;
  /** By how much the sum over people of the squared share they lack falls. */
  severityFall: number;
};

/** Best first; of two alike, the first given. Nothing is changed. */
export function rankSites(
  state: ScenarioState,
  candidates: readonly SiteCandidate[],
  people: Float64Array,
  threshold: number,
  objective: SiteObjective,
): RankedSite[] {
  const ranked = candidates.map((each, candidate) => ({
    candidate,
    ...gainOf(state, each, people, threshold),
  }));
  return ranked.sort(
    (a, b) =>
      scoreOf(b, objective) - scoreOf(a, objective) ||
      secondOf(b, objective) - secondOf(a, objective) ||
      a.candidate - b.candidate,
  );
}

/**
 * The best one, opened, then the best one beside it, and so on: greedy. The sites stay open in the state given.
 * Stops before `count` when no candidate helps anybody.
 */
export function chooseSites(
  state: ScenarioState,
  candidates: readonly SiteCandidate[],
  people: Float64Array,
  threshold: number,
  objective: SiteObjective,
  count: number,
): RankedSite[] {
  const chosen: RankedSite[] = [];
  const left = new Map(candidates.entries());
  while (chosen.length < count && left.size > 0) {
    const numbers = [...left.keys()];
    const [best] = rankSites(state, [...left.values()], people, threshold, objective);
    const candidate = numbers[best?.candidate ?? -1] ?? -1;
    const site = left.get(candidate);
    if (best === undefined || site === undefined || scoreOf(best, objective) <= 0) break;
    addSite(state, site.row, site.supply);
    left.delete(candidate);
    chosen.push({ ...best, candidate });
  }
  return chosen;
}

function gainOf(
  { base, access }: ScenarioState,
  { row, supply }: SiteCandidate,
  people: Float64Array,
  threshold: number,
): Omit<RankedSite, 'candidate'> {
  const { places, tenths } = row;
  let weighted = 0;
  for (let k = 0; k < places.length; k++) {
    weighted += (base.demand[places[k] ?? 0] ?? 0) * (base.table[tenths[k] ?? 0] ?? 0);
  }
  const ratio = ratioOf(supply, weighted);
  let [liftedPeople, severityFall] = [0, 0];
  for (let k = 0; k < places.length; k++) {
    const place = places[k] ?? 0;
    const before = access[place] ?? 0;
    if (before >= threshold) continue;
    const after = before + ratio * (base.table[tenths[k] ?? 0] ?? 0);
    const here = people[place] ?? 0;
    if (after >= threshold) liftedPeople += here;
    severityFall += here * (lack(before, threshold) ** 2 - lack(after, threshold) ** 2);
  }
  return { liftedPeople, severityFall };
}

const lack = (access: number, threshold: number): number =>
  Math.max(0, (threshold - access) / threshold);

const scoreOf = (site: RankedSite, objective: SiteObjective): number =>
  objective === 'total' ? site.liftedPeople : site.severityFall;

const secondOf = (site: RankedSite, objective: SiteObjective): number =>
  objective === 'total' ? site.severityFall : site.liftedPeople;
