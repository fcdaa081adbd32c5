// What becomes of access everywhere when one site changes, without reckoning everything again?
//
// In E2SFCA a site divides its own supply among those who reach it, whatever the others do: when its supply
// changes, only the places of its row do; when its row changes, those it had and those it has now. Each of
// them is summed again over the sites it reaches, in the order of sites: the result is, to the last bit,
// that of twoStep() on the pairs as they have become, whatever was tried and undone before.

import type { DecayTable } from './decay.ts';
import {
  checkRow,
  type PlaceView,
  pairsFromRows,
  rowOf,
  type SiteRow,
  type TravelPairs,
  viewByPlace,
} from './travel-pairs.ts';
import { ratioOf, type TwoStep, twoStep } from './two-step.ts';

/** What a scenario starts from: read only, may be shared by several. */
export type AccessBase = {
  pairs: TravelPairs;
  view: PlaceView;
  table: DecayTable;
  /** By place. */
  demand: Float64Array;
  /** By site. */
  supply: Float64Array;
  result: TwoStep;
};

/** Changed by the functions of this file alone. Sites added come after those of the base. */
export type ScenarioState = {
  readonly base: AccessBase;
  /** By place, as the scenario has it now. */
  readonly access: Float64Array;
  /** By site, those added too. */
  readonly supply: number[];
  readonly siteDemand: number[];
  readonly siteRatio: number[];
  /** Rows of sites added, and of those whose times were changed. */
  readonly rows: Map<number, SiteRow>;
  /** By site of the base: 1 when `rows` speaks of it, and its row of the base no longer counts. */
  readonly replaced: Uint8Array;
  /** By place, what rows of `rows` say of it, sites rising. */
  readonly changed: Map<number, { site: number; tenths: number }[]>;
};

export function accessBase(
  pairs: TravelPairs,
  table: DecayTable,
  demand: Float64Array,
  supply: Float64Array,
): AccessBase {
  const result = twoStep(pairs, table, demand, supply);
  return { pairs, view: viewByPlace(pairs), table, demand, supply, result };
}

export const openScenario = (base: AccessBase): ScenarioState => ({
  base,
  access: base.result.access.slice(),
  supply: [...base.supply],
  siteDemand: [...base.result.siteDemand],
  siteRatio: [...base.result.siteRatio],
  rows: new Map(),
  replaced: new Uint8Array(base.pairs.siteCount),
  changed: new Map(),
});

/** Close a site with 0. Supply in the unit of the base. */
export function setSupply(state: ScenarioState, site: number, supply: number): void {
  checkSite(state, site);
  if (!(supply >= 0 && Number.isFinite(supply))) {
    throw new RangeError(`Supply of site ${site}: expected 0 or more, received ${supply}`);
  }
  state.supply[site] = supply;
  state.siteRatio[site] = ratioOf(supply, state.siteDemand[site] ?? 0);
  sumAgain(state, currentRow(state, site).places);
}

/** Opens a site; returns its number. */
export function addSite(state: ScenarioState, row: SiteRow, supply: number): number {
  const site = state.supply.length;
  checkRow(row, state.base.pairs.placeCount, `site ${site}`);
  state.supply.push(0);
  state.siteDemand.push(0);
  state.siteRatio.push(0);
  state.rows.set(site, { places: new Uint32Array(0), tenths: new Uint16Array(0) });
  setRow(state, site, row);
  setSupply(state, site, supply);
  return site;
}

/** Moves a site, or changes how long it takes to come to it. */
export function setRow(state: ScenarioState, site: number, row: SiteRow): void {
  checkSite(state, site);
  checkRow(row, state.base.pairs.placeCount, `site ${site}`);
  const old = currentRow(state, site);
  if (state.rows.has(site)) for (const place of old.places) forget(state, place, site);
  state.rows.set(site, row);
  if (site < state.replaced.length) state.replaced[site] = 1;
  let weighted = 0;
  for (let k = 0; k < row.places.length; k++) {
    const place = row.places[k] ?? 0;
    const tenths = row.tenths[k] ?? 0;
    remember(state, place, { site, tenths });
    weighted += (state.base.demand[place] ?? 0) * (state.base.table[tenths] ?? 0);
  }
  state.siteDemand[site] = weighted;
  state.siteRatio[site] = ratioOf(state.supply[site] ?? 0, weighted);
  const kept = new Set(row.places);
  sumAgain(state, row.places);
  sumAgain(
    state,
    old.places.filter((place) => !kept.has(place)),
  );
}

/** The row of a site as the scenario has it: read only. */
export const currentRow = (state: ScenarioState, site: number): SiteRow =>
  state.rows.get(site) ?? rowOf(state.base.pairs, site);

/** Pairs and supply as the scenario has them, for the measures that know no shortcut. */
export function scenarioPairs(state: ScenarioState): { pairs: TravelPairs; supply: Float64Array } {
  const rows = state.supply.map((_, site) => currentRow(state, site));
  return {
    pairs: pairsFromRows(state.base.pairs.placeCount, rows),
    supply: Float64Array.from(state.supply),
  };
}

/** Sites in rising order, as twoStep() adds them. */
function sumAgain(state: ScenarioState, places: Uint32Array): void {
  const { base, access, siteRatio, replaced, changed } = state;
  const { table, view } = base;
  const { placeStarts, sites, tenths } = view;
  for (const place of places) {
    const others = changed.get(place) ?? NONE;
    let next = 0;
    let sum = 0;
    const end = placeStarts[place + 1] ?? 0;
    for (let k = placeStarts[place] ?? 0; k < end; k++) {
      const site = sites[k] ?? 0;
      for (let other = others[next]; other !== undefined && other.site < site; ) {
        sum += (siteRatio[other.site] ?? 0) * (table[other.tenths] ?? 0);
        other = others[++next];
      }
      if (replaced[site] !== 1) sum += (siteRatio[site] ?? 0) * (table[tenths[k] ?? 0] ?? 0);
    }
    for (; next < others.length; next++) {
      const other = others[next];
      if (other !== undefined) sum += (siteRatio[other.site] ?? 0) * (table[other.tenths] ?? 0);
    }
    access[place] = sum;
  }
}

const NONE: readonly { site: number; tenths: number }[] = [];

function remember(
  { changed }: ScenarioState,
  place: number,
  pair: { site: number; tenths: number },
): void {
  const list = changed.get(place) ?? [];
  const at = list.findIndex(({ site }) => site > pair.site);
  list.splice(at === -1 ? list.length : at, 0, pair);
  changed.set(place, list);
}

function forget({ changed }: ScenarioState, place: number, site: number): void {
  const left = (changed.get(place) ?? []).filter((pair) => pair.site !== site);
  if (left.length > 0) changed.set(place, left);
  else changed.delete(place);
}

function checkSite(state: ScenarioState, site: number): void {
  if (state.supply[site] === undefined) {
    throw new RangeError(`Site: expected 0 to ${state.supply.length - 1}, received ${site}`);
  }
}
