// From which stop to which other stop can one change on foot, and in how long?
//
// Generated between stops within 600 m as the crow flies, between platforms of one station, then
// corrected by transfers.txt (2: least time, 3: forbidden). A path from a stop to itself is the least
// time to change there. Paths are not closed under chaining: one path a change.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { walkOf } from '#domain/journey/road-estimate.ts';
import { type StopGrid, stopsAround } from '#domain/journey/stop-grid.ts';
import type { Footpaths, Timetable } from '#domain/journey/timetable.ts';
import type { Transfer } from '#domain/journey/transfer-rules.ts';

const RADIUS_METERS = 600;
const WALK_METERS_PER_SECOND = 1.25;
/** Leaving one vehicle and finding another platform takes a minute, however near. */
const LEAST_SECONDS = 60;

export type Footpath = { to: number; seconds: number; meters: number };

/** Paths by stop number; every stop has a path to itself unless transfers.txt forbids changing there. */
export function buildFootpaths(
  grid: StopGrid,
  stations: readonly number[],
  served: readonly number[],
  transfers: readonly Transfer[],
): Footpath[][] {
  const paths: Map<number, Footpath>[] = grid.points.map(() => new Map());
  const siblings = new Map<number, number[]>();
  for (const stop of served) {
    const station = stations[stop] ?? stop;
    siblings.set(station, [...(siblings.get(station) ?? []), stop]);
  }
  for (const stop of served) {
    const point = grid.points[stop];
    if (!point) continue;
    for (const near of stopsAround(grid, point, RADIUS_METERS)) {
      paths[stop]?.set(near.stop, walk(near.stop, near.meters));
    }
    for (const sibling of siblings.get(stations[stop] ?? stop) ?? []) {
      if (!paths[stop]?.has(sibling)) paths[stop]?.set(sibling, walkTo(grid, point, sibling));
    }
    paths[stop]?.set(stop, { to: stop, seconds: 0, meters: 0 });
  }
  for (const { from, to, kind, minSeconds } of transfers) {
    if (kind === 3) {
      paths[from]?.delete(to);
      continue;
    }
    const path = plainWalk(grid, from, to);
    const seconds = kind === 2 && minSeconds !== null ? minSeconds : path.seconds;
    paths[from]?.set(to, { ...path, seconds });
  }
  return paths.map((byStop) => [...byStop.values()]);
}

/** From a stop to another, however far; nothing to walk from a stop to itself. */
export function plainWalk(grid: StopGrid, from: number, to: number): Footpath {
  const point = grid.points[from];
  return from === to || !point ? { to, seconds: 0, meters: 0 } : walkTo(grid, point, to);
}

function walkTo(grid: StopGrid, from: LonLat, to: number): Footpath {
  return walk(to, distanceMeters(from, grid.points[to] ?? from));
}

function walk(to: number, crowMeters: number): Footpath {
  const { meters } = walkOf(crowMeters);
  return {
    to,
    meters,
    seconds: Math.max(LEAST_SECONDS, Math.ceil(meters / WALK_METERS_PER_SECOND)),
  };
}

/** The same paths in typed arrays, from both ends. */
export function packFootpaths(
  paths: readonly (readonly Footpath[])[],
): Pick<Timetable, 'footpaths' | 'footpathsBack'> {
  const back: Footpath[][] = paths.map(() => []);
  for (const [from, byStop] of paths.entries()) {
    for (const { to, seconds, meters } of byStop) back[to]?.push({ to: from, seconds, meters });
  }
  return { footpaths: pack(paths), footpathsBack: pack(back) };
}

function pack(paths: readonly (readonly Footpath[])[]): Footpaths {
  const starts = new Int32Array(paths.length + 1);
  for (const [stop, byStop] of paths.entries()) {
    starts[stop + 1] = (starts[stop] ?? 0) + byStop.length;
  }
  const all = paths.flat();
  return {
    starts,
    to: Int32Array.from(all, (path) => path.to),
    seconds: Int32Array.from(all, (path) => path.seconds),
    meters: Int32Array.from(all, (path) => path.meters),
  };
}
