// What comes of a list of changes tried on a territory: with and without, who passes the threshold, who loses?
//
// By car, for one profession. The desk is opened once; each list of changes then starts from the same base, of
// which only the rows of the sites that change are reckoned again.

import type { LonLat } from '#domain/geo.ts';
import { type AccessModel, decodePairs, type Hinge, type ModelPlace } from './access-model.ts';
import { applyScenario, type LeftOut } from './apply-scenario.ts';
import { decayTable, reachMinutes } from './decay.ts';
import { estimatedRow } from './estimated-row.ts';
import { ALL_HALF_DAYS, type HalfDayMask, hasDay, maskOf } from './half-days.ts';
import { placesInReach } from './in-reach.ts';
import type { ScenarioChange } from './scenario-change.ts';
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
};

/** A site that sees more people, or fewer, or closes. */
export type DeskLoad = {
  label: string;
  communeName: string;
  fullTime: number;
  peopleBefore: number;
  peopleAfter: number;
};

/** What people of the territory have. */
export type DeskSide = {
  fullTime: number;
  /** Mean over residents, as shown. */
  mean: number;
  below: number;
  /** Residents with nothing in reach. */
  nothing: number;
  nothing75Plus: number;
  /** Residents who reach a site known to be open on a weekday, Monday first. */
  reachedByDay: number[];
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
  };
}

/** Where a site may be opened, or moved to: the places of the territory whose times are known. */
export const openingPlaces = ({ places, candidates }: AccessModel): ModelPlace[] =>
  candidates === null
    ? places.filter(({ isInside }) => isInside)
    : candidates.places.flatMap((number) => places[number] ?? []);

export function tryChanges(desk: ScenarioDesk, changes: readonly ScenarioChange[]): DeskResult {
  const { model, base, ground, people, hinge } = desk;
  const state = openScenario(base);
  const { opened, leftOut } = applyScenario(state, changes, ground);
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
      : sideOf(desk, state, after, outcome.after.people, masksAfter(desk, changes, opened));
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
    leftOut,
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

function sideOf(
  { model, base, people, ground }: ScenarioDesk,
  state: ScenarioState,
  access: Float64Array,
  below: number,
  masks: readonly (HalfDayMask | null)[],
): DeskSide {
  const { pairs, supply } = scenarioPairs(state);
  const reached = placesInReach(pairs, base.table, supply);
  const sumWhere = (from: (place: number) => number, holds: (place: number) => boolean): number =>
    model.places.reduce((sum, _, place) => sum + (holds(place) ? from(place) : 0), 0);
  const isOut = (place: number): boolean => reached[place] !== 1;
  const reachedOn = (weekday: number): number => {
    const open = supply.map((amount, site) => (hasDay(masks[site] ?? 0, weekday) ? amount : 0));
    const near = placesInReach(pairs, base.table, open);
    return sumWhere(
      (place) => people[place] ?? 0,
      (place) => near[place] === 1,
    );
  };
  const insideSites = supply.reduce(
    (sum, amount, site) => sum + (model.sites[site]?.isInside === false ? 0 : amount),
    0,
  );
  return {
    fullTime: insideSites / ground.supplyAFullTime,
    mean: meanOf(access, people),
    below,
    nothing: sumWhere((place) => people[place] ?? 0, isOut),
    nothing75Plus: sumWhere((place) => {
      const { isInside, population75Plus } = model.places[place] ?? {};
      return isInside === true ? (population75Plus ?? 0) : 0;
    }, isOut),
    reachedByDay: [1, 2, 3, 4, 5, 6, 7].map(reachedOn),
  };
}

/** Half-days by site once the changes are made. */
function masksAfter(
  { model }: ScenarioDesk,
  changes: readonly ScenarioChange[],
  opened: ReadonlyMap<string, number>,
): (HalfDayMask | null)[] {
  const masks = model.sites.map(({ halfDays }) => halfDays);
  const numbers = new Map(model.sites.map(({ id }, number) => [id, number]));
  const add = (id: string, halfDays: readonly number[]): void => {
    const site = opened.get(id) ?? numbers.get(id);
    if (site !== undefined) masks[site] = (masks[site] ?? 0) | maskOf(halfDays);
  };
  for (const change of changes) {
    if (change.kind === 'mobile_unit') {
      for (const [i, stop] of change.stops.entries()) add(`${change.id}#${i + 1}`, stop.halfDays);
    } else if (change.kind === 'extend_hours') add(change.site, change.halfDays);
    else if ('halfDays' in change) add(change.id, change.halfDays);
  }
  return masks;
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

function meanOf(access: Float64Array, people: Float64Array): number {
  const total = people.reduce((sum, each) => sum + each, 0);
  const sum = access.reduce((all, value, place) => all + value * (people[place] ?? 0), 0);
  return total > 0 ? sum / total : 0;
}
