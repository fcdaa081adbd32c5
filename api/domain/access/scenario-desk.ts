// What comes of a list of changes tried on a territory: with and without, who passes the threshold, who loses?
//
// For one profession, by car and without one. The desk is opened once; each list of changes then starts from the same base, of
// which only the rows of the sites that change are reckoned again.

import type { LonLat } from '#domain/geo.ts';
import { type AccessModel, decodePairs, type Hinge, type ModelPlace } from './access-model.ts';
import { type Applied, applyScenario, type LeftOut } from './apply-scenario.ts';
import { decayTable, reachMinutes } from './decay.ts';
import { type DeskSide, masksAfter, meanOf, sideOf } from './desk-side.ts';
import { estimatedRow } from './estimated-row.ts';
import { communeFold } from './fold-communes.ts';
import { ALL_HALF_DAYS } from './half-days.ts';
import { placesInReach } from './in-reach.ts';
import { type NoCarDesk, openNoCarDesk } from './no-car-desk.ts';
import { type NoCarResult, noCarOutcome } from './no-car-outcome.ts';
import { isTransport, type ScenarioChange } from './scenario-change.ts';
import type { ScenarioGround } from './scenario-ground.ts';
import { scenarioLoads } from './scenario-load.ts';
import { type Passing, scenarioOutcome } from './scenario-outcome.ts';
import {
  type AccessBase,
  accessBase,
  openScenario,
  type ScenarioState,
  scenarioPairs,
} from './scenario-state.ts';
import { rowOf, type SiteRow } from './travel-pairs.ts';
import { tryNoCar } from './try-no-car.ts';

/** `territory_mean`: no text and no figure of the country is known; what people of the territory have today. */
export type DeskHinge = Hinge | { value: number; kind: 'territory_mean' };

export type ScenarioDesk = {
  model: AccessModel;
  base: AccessBase;
  ground: ScenarioGround;
  /** By place: residents of the territory, none of the halo. */
  people: Float64Array;
  /** As shown. */
  hinge: DeskHinge;
  /** Null: what people do without a car is not known. */
  noCar: NoCarDesk | null;
};

/** A site that sees more people, or fewer, or closes. */
export type DeskLoad = {
  label: string;
  communeName: string;
  fullTime: number;
  peopleBefore: number;
  peopleAfter: number;
};

/** All values of access as shown. */
export type DeskResult = {
  before: Float64Array;
  after: Float64Array;
  /** By place, 1: something is in reach, after. */
  reached: Uint8Array;
  lifted: Passing;
  dropped: Passing;
  losers: Passing;
  gainers: Passing;
  sides: { before: DeskSide; after: DeskSide };
  loads: DeskLoad[];
  /** Null: not known here. */
  noCar: NoCarResult | null;
  /** In order of the changes. */
  leftOut: readonly LeftOut[];
};

export function openDesk(model: AccessModel): ScenarioDesk {
  const { places, sites } = model;
  const pairs = decodePairs(model.pairs, places.length, sites.length);
  const demand = Float64Array.from(places, (place) => place.demand);
  const supply = Float64Array.from(sites, (site) => site.supply);
  const base = accessBase(pairs, decayTable(model.decay), demand, supply);
  const people = Float64Array.from(places, (place) => (place.isInside ? place.population : 0));
  const ground: ScenarioGround = {
    profession: model.profession,
    supplyAFullTime: model.supplyAFullTime,
    placeCount: places.length,
    layers: [{ mode: 'car' }],
    siteNumbers: new Map(sites.map(({ id }, number) => [id, number])),
    siteHalfDays: new Map(sites.map(({ id, halfDays }) => [id, halfDays ?? ALL_HALF_DAYS])),
    rowsTo: rowsToOf(model, base),
    transportRows: () => null,
  };
  const mean = meanOf(base.result.access, people) * model.shownTimes;
  return {
    model,
    base,
    ground,
    people,
    hinge: model.hinge ?? { value: mean, kind: 'territory_mean' },
    noCar: openNoCarDesk(model, {
      pairs,
      rowTo: (at) => ground.rowsTo({ at })?.[0] ?? null,
    }),
  };
}

/** Where a site may be opened, or moved to: the places of the territory whose times are known. */
export const openingPlaces = ({ places, candidates }: AccessModel): ModelPlace[] => {
  const communes = communeFold(places)?.communes ?? places;
  if (candidates === null) return communes.filter(({ isInside }) => isInside);
  const ids = new Map(communes.map((each) => [each.insee ?? each.id, each]));
  return candidates.places.flatMap((number) => {
    const { id, insee = id, point } = places[number] ?? { id: '', point: [0, 0] as const };
    const commune = ids.get(insee);
    return commune === undefined ? [] : [{ ...commune, point }];
  });
};

export function tryChanges(desk: ScenarioDesk, changes: readonly ScenarioChange[]): DeskResult {
  const { model, base, people, hinge } = desk;
  const state = openScenario(base);
  const { opened, leftOut } = applyByCar(desk, state, changes);
  const noCar = withoutCar(desk, state, changes, { opened, leftOut });
  const before = base.result.access.map((value) => value * model.shownTimes);
  const after = state.access.map((value) => value * model.shownTimes);
  const outcome = scenarioOutcome(before, after, people, hinge.value);
  const inside = (passing: Passing): Passing => ({
    ...passing,
    places: passing.places.filter((place) => model.places[place]?.isInside === true),
  });
  const now = scenarioPairs(state);
  const reached = placesInReach(now.pairs, base.table, now.supply);
  const masksBefore = model.sites.map(({ halfDays }) => halfDays);
  const side = (when: 'before' | 'after'): DeskSide =>
    when === 'before'
      ? sideOf(desk, openScenario(base), before, outcome.before.people, masksBefore)
      : sideOf(desk, state, after, outcome.after.people, masksAfter(model, changes, opened));
  return {
    before,
    after,
    reached,
    lifted: inside(outcome.lifted),
    dropped: inside(outcome.dropped),
    losers: inside(outcome.losers),
    gainers: inside(outcome.gainers),
    sides: { before: side('before'), after: side('after') },
    loads: loadsOf(desk, state, opened),
    noCar: noCar.result,
    leftOut: [...leftOut, ...noCar.leftOut].toSorted((a, b) => a.change - b.change),
  };
}

/** Transport changes nothing by car. Numbers of changes are those of the whole list. */
function applyByCar(
  { ground }: ScenarioDesk,
  state: ScenarioState,
  changes: readonly ScenarioChange[],
): Applied {
  const numbers = [...changes.keys()].filter((i) => !isTransport(changes[i]));
  const byCar = changes.filter((change) => !isTransport(change));
  const { opened, leftOut } = applyScenario(state, byCar, ground);
  return {
    opened,
    leftOut: leftOut.map(({ change, reason }) => ({ change: numbers[change] ?? 0, reason })),
  };
}

function withoutCar(
  { noCar, ground }: ScenarioDesk,
  { supply }: ScenarioState,
  changes: readonly ScenarioChange[],
  { opened, leftOut }: Applied,
): { result: NoCarResult | null; leftOut: LeftOut[] } {
  if (noCar === null) {
    const unknown = [...changes.keys()].filter((i) => isTransport(changes[i]));
    return {
      result: null,
      leftOut: unknown.map((change) => ({ change, reason: 'days_unknown' as const })),
    };
  }
  const missing = new Set(leftOut.map(({ change }) => change));
  const now = { supply, opened, leftOut: missing };
  const tried = tryNoCar(noCar, ground.siteNumbers, changes, now);
  return {
    result: noCarOutcome(noCar.facts.homes, noCar.before, tried.after),
    leftOut: tried.leftOut,
  };
}

function rowsToOf(model: AccessModel, base: AccessBase): ScenarioGround['rowsTo'] {
  const reach = reachMinutes(model.decay);
  const known = new Map<string, SiteRow>();
  if (model.candidates !== null) {
    const { places, pairs } = model.candidates;
    const decoded = decodePairs(pairs, model.places.length, places.length);
    for (const [i, place] of places.entries()) {
      const point = model.places[place]?.point;
      if (point !== undefined) known.set(point.join(' '), rowOf(decoded, i));
    }
  }
  const numbers = new Map(model.sites.map(({ id }, number) => [id, number]));
  const toPoint = (at: LonLat): SiteRow | null => {
    if (model.candidates !== null) return known.get(at.join(' ')) ?? null;
    return model.timesKind === 'estimate' ? estimatedRow(model.places, at, reach) : null;
  };
  return (target) => {
    if ('at' in target) {
      const row = toPoint(target.at);
      return row === null ? null : [row];
    }
    const site = numbers.get(target.site);
    return site === undefined ? null : [rowOf(base.pairs, site)];
  };
}

function loadsOf(
  { model, ground }: ScenarioDesk,
  state: ScenarioState,
  opened: ReadonlyMap<string, number>,
): DeskLoad[] {
  const names = new Map([...opened].map(([id, site]) => [site, id]));
  return scenarioLoads(state).map(({ site, peopleBefore, peopleAfter }) => ({
    label: model.sites[site]?.label ?? names.get(site) ?? '',
    communeName: model.sites[site]?.communeName ?? '',
    fullTime: (state.supply[site] ?? 0) / ground.supplyAFullTime,
    peopleBefore,
    peopleAfter,
  }));
}
