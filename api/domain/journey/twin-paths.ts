// What does it take to change between twins of stops, in paths from one to the other?

import { type Footpath, plainWalk } from '#domain/journey/footpaths.ts';
import type { StopGrid } from '#domain/journey/stop-grid.ts';
import { type AllTwins, namedTwins } from '#domain/journey/stop-twins.ts';
import { isNamed, type VehicleName, type VehicleTransfer } from '#domain/journey/transfer-rules.ts';
import { allBut } from '#domain/journey/twin-tree.ts';

const NOBODY: ReadonlySet<number> = new Set();
const NOT_POSSIBLE = 3;

/** `paths` between stops, as they are without these rules; those of the twins follow in the answer. */
export function twinPaths(
  paths: readonly (readonly Footpath[])[],
  { byStop, twinOf }: AllTwins,
  rules: readonly VehicleTransfer[],
  grid: StopGrid,
): readonly (readonly Footpath[])[] {
  if (byStop.size === 0) return paths;
  const toAll = (path: Footpath, left = NOBODY): Footpath[] => {
    const at = byStop.get(path.to);
    return at ? allBut(at.tree, left).map((to) => ({ ...path, to })) : [];
  };
  const all: Footpath[][] = paths.map((list, stop) => {
    const away = list.filter(({ to }) => to !== stop || !byStop.has(stop));
    const here = { to: stop, seconds: 0, meters: 0 };
    return [...away.flatMap((path) => [path, ...toAll(path)]), ...toAll(here)];
  });
  // Nobody gets off at a gathering.
  for (const _ of twinOf) all.push([]);
  const rulesFrom = Map.groupBy(rules, ({ from }) => from);
  const namedAt = new Map([...byStop].map(([stop, twins]) => [stop, namedTwins(twins)]));
  for (const [stop, { vehicles, tree }] of byStop) {
    const base = new Map((paths[stop] ?? []).map((path) => [path.to, path]));
    const about = Map.groupBy(rulesFrom.get(stop) ?? [], ({ to }) => to);
    const byVehicle = new Map([...about].map(([end, list]) => [end, rulesByVehicle(list)]));
    const ends = new Set([...base.keys(), ...about.keys()]);
    for (const [index, vehicle] of vehicles.entries()) {
      const list: Footpath[] = [{ to: stop, seconds: 0, meters: 0 }];
      for (const end of ends) {
        const plain = base.get(end);
        if (plain && end !== stop) list.push(plain);
        const twins = byStop.get(end);
        if (!twins) continue;
        const own = byVehicle.get(end)?.(vehicle) ?? [];
        const walk = () => plainWalk(grid, stop, end);
        const forAll = changeOf(own, null, plain, walk);
        const told = new Set(
          own.flatMap(({ leaving }) => [...(namedAt.get(end)?.(leaving) ?? [])]),
        );
        for (const other of told) {
          const path = changeOf(own, twins.vehicles[other] ?? null, plain, walk);
          const to = twins.tree.levels[0]?.[other];
          if (path && to !== undefined) list.push({ ...path, to });
        }
        if (forAll) list.push(...toAll(forAll, told));
      }
      const number = tree.levels[0]?.[index];
      if (number !== undefined) all[number] = list;
    }
  }
  return all;
}

/** Rules that name a vehicle that arrives, in their order. */
function rulesByVehicle(
  rules: readonly VehicleTransfer[],
): (vehicle: VehicleName) => readonly VehicleTransfer[] {
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const byTrip = Map.groupBy(rules, ({ arriving }) => arriving.trip);
  const byRoute = Map.groupBy(byTrip.get(null) ?? [], ({ arriving }) => arriving.route);
  return ({ route, trip }) =>
    [
      ...(trip === null ? [] : (byTrip.get(trip) ?? [])),
      ...(route === null ? [] : (byRoute.get(route) ?? [])),
      ...(byRoute.get(null) ?? []),
    ].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** The last rule that names both vehicles, else what holds for all. `leaving` null: one that none names. */
function changeOf(
  rules: readonly VehicleTransfer[],
  leaving: VehicleName | null,
  plain: Footpath | undefined,
  walk: () => Footpath,
): Footpath | undefined {
  const vehicle = leaving ?? { route: null, trip: null };
  const rule = rules.findLast((one) => isNamed(one.leaving, vehicle));
  if (!rule) return plain;
  if (rule.kind === NOT_POSSIBLE) return undefined;
  const path = walk();
  return rule.kind === 2 && rule.minSeconds !== null ? { ...path, seconds: rule.minSeconds } : path;
}
