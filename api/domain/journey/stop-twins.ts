// How do rules for some vehicles only become paths from stop to stop, which is all a search knows?
//
// A stop such a rule speaks of gets a twin for each kind of vehicle that it tells apart (a trip, a line, all
// the others), at the same place. Vehicles call at the twins; people come from the street to the stop itself,
// from which every twin is at no distance. What it takes to change is then a path between two twins.

import { type Footpath, plainWalk } from '#domain/journey/footpaths.ts';
import type { Run } from '#domain/journey/pack-patterns.ts';
import type { StopGrid } from '#domain/journey/stop-grid.ts';
import { isNamed, type VehicleName, type VehicleTransfer } from '#domain/journey/transfer-rules.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';

/**
 * A stop whose rules name more trips than this knows them by their line: twins are compared two by two, and
 * a search looks at each.
 */
const MOST_TRIPS_NAMED = 200;

/** One kind of vehicle at a stop, and the number of the stop it calls at instead. */
type Twin = { number: number; vehicle: VehicleName };

export type StopTwins = {
  /** By stop; those no rule tells apart are absent. */
  byStop: ReadonlyMap<number, readonly Twin[]>;
  /** The stop each twin stands at, in order of number. */
  twinOf: readonly number[];
};

/** Twins take the numbers that follow `stopCount`. Gives the runs as they call at the twins. */
export function splitStops(
  rules: readonly VehicleTransfer[],
  runs: readonly Run[],
  stopCount: number,
): { twins: StopTwins; runs: readonly Run[] } {
  if (rules.length === 0) return { twins: { byStop: new Map(), twinOf: [] }, runs };
  const named = namedVehicles(rules);
  const byStop = new Map<number, Map<string, Twin>>();
  const twinOf: number[] = [];
  const twinAt = (stop: number, vehicle: VehicleName): number => {
    const twins = byStop.get(stop) ?? new Map<string, Twin>();
    byStop.set(stop, twins);
    const key = `${vehicle.route} ${vehicle.trip}`;
    const known = twins.get(key);
    if (known) return known.number;
    const number = stopCount + twinOf.push(stop) - 1;
    twins.set(key, { number, vehicle });
    return number;
  };
  const timesOf = new Map<TripTimes, TripTimes>();
  const moved = runs.map((run): Run => {
    const { trip, route, times } = run;
    if (!times.stops.some((stop) => named.has(stop))) return run;
    const known = timesOf.get(times);
    if (known) return { ...run, times: known };
    const stops = times.stops.map((stop) => {
      const names = named.get(stop);
      if (!names) return stop;
      return twinAt(stop, {
        route: names.routes.has(route) ? route : null,
        trip: names.trips.has(trip) ? trip : null,
      });
    });
    const twinned = { ...times, stops };
    timesOf.set(times, twinned);
    return { ...run, times: twinned };
  });
  const lists = [...byStop].map(([stop, twins]) => [stop, [...twins.values()]] as const);
  return { twins: { byStop: new Map(lists), twinOf }, runs: moved };
}

/** By stop of some rule: the lines and trips its rules name. */
function namedVehicles(
  rules: readonly VehicleTransfer[],
): ReadonlyMap<number, { routes: Set<number>; trips: Set<number> }> {
  const named = new Map<number, { routes: Set<number>; trips: Set<number> }>();
  const add = (stop: number, { route, trip }: VehicleName) => {
    const names = named.get(stop) ?? { routes: new Set(), trips: new Set() };
    named.set(stop, names);
    if (route !== null) names.routes.add(route);
    if (trip !== null) names.trips.add(trip);
  };
  for (const { from, to, arriving, leaving } of rules) {
    add(from, arriving);
    add(to, leaving);
  }
  for (const { trips } of named.values()) if (trips.size > MOST_TRIPS_NAMED) trips.clear();
  return named;
}

/** `paths` between stops, as they are without these rules; those of the twins follow in the answer. */
export function twinPaths(
  paths: readonly (readonly Footpath[])[],
  { byStop }: StopTwins,
  rules: readonly VehicleTransfer[],
  grid: StopGrid,
): readonly (readonly Footpath[])[] {
  if (byStop.size === 0) return paths;
  const all: Footpath[][] = paths.map((list, stop) => {
    const away = list.filter(({ to }) => to !== stop || !byStop.has(stop));
    const own = byStop.get(stop) ?? [];
    return [...away.flatMap((path) => [path, ...copies(path, byStop)]), ...own.map(here)];
  });
  const rulesFrom = Map.groupBy(rules, ({ from }) => from);
  for (const [stop, twins] of byStop) {
    const base = new Map((paths[stop] ?? []).map((path) => [path.to, path]));
    const about = Map.groupBy(rulesFrom.get(stop) ?? [], ({ to }) => to);
    const ends = new Set([...base.keys(), ...about.keys()]);
    for (const { number, vehicle } of twins) {
      const list: Footpath[] = [{ to: stop, seconds: 0, meters: 0 }];
      for (const end of ends) {
        const plain = base.get(end);
        if (plain && end !== stop) list.push(plain);
        const rules = (about.get(end) ?? []).filter((one) => isNamed(one.arriving, vehicle));
        const walk = () => plainWalk(grid, stop, end);
        for (const other of byStop.get(end) ?? []) {
          const path = changeOf(rules, other.vehicle, plain, walk);
          if (path) list.push({ ...path, to: other.number });
        }
      }
      all[number] = list;
    }
  }
  return all;
}

/** The last rule that names both vehicles, else what holds for all. `rules`: those of the one that arrives. */
function changeOf(
  rules: readonly VehicleTransfer[],
  leaving: VehicleName,
  plain: Footpath | undefined,
  walk: () => Footpath,
): Footpath | undefined {
  const rule = rules.findLast((one) => isNamed(one.leaving, leaving));
  if (!rule) return plain;
  if (rule.kind === 3) return undefined;
  const path = walk();
  return rule.kind === 2 && rule.minSeconds !== null ? { ...path, seconds: rule.minSeconds } : path;
}

function copies(path: Footpath, byStop: StopTwins['byStop']): Footpath[] {
  return (byStop.get(path.to) ?? []).map(({ number }) => ({ ...path, to: number }));
}

function here({ number }: Twin): Footpath {
  return { to: number, seconds: 0, meters: 0 };
}
