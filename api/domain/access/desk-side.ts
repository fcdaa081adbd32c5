// What do people of a territory have, in the figures that a table says with and without a scenario?

import type { AccessModel } from './access-model.ts';
import { type HalfDayMask, hasDay, maskOf } from './half-days.ts';
import { placesInReach } from './in-reach.ts';
import type { ScenarioChange } from './scenario-change.ts';
import { type AccessBase, type ScenarioState, scenarioPairs } from './scenario-state.ts';

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

type SideGround = { model: AccessModel; base: AccessBase; people: Float64Array };

export function sideOf(
  { model, base, people }: SideGround,
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
    fullTime: insideSites / model.supplyAFullTime,
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
export function masksAfter(
  model: AccessModel,
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

/** Mean over residents. */
export function meanOf(access: Float64Array, people: Float64Array): number {
  const total = people.reduce((sum, each) => sum + each, 0);
  const sum = access.reduce((all, value, place) => all + value * (people[place] ?? 0), 0);
  return total > 0 ? sum / total : 0;
}
