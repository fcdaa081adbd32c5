// Which stops lie within some metres of a point? A grid of square cells, about as wide as a walk.

import { distanceMeters, type LonLat } from '#domain/geo.ts';

export type StopGrid = {
  cells: ReadonlyMap<number, readonly number[]>;
  points: readonly LonLat[];
};

const CELL_DEGREES = 0.01;
const METERS_PER_DEGREE = 111_195;
/** More columns than a turn of the Earth holds, so that a cell has one number. */
const COLUMNS = 100_000;

/** `usable`: numbers of the stops to index, out of all points. */
export function buildStopGrid(points: readonly LonLat[], usable: Iterable<number>): StopGrid {
  const cells = new Map<number, number[]>();
  for (const stop of usable) {
    const point = points[stop];
    if (!point) continue;
    const key = cellOf(column(point[0]), row(point[1]));
    const cell = cells.get(key);
    if (cell) cell.push(stop);
    else cells.set(key, [stop]);
  }
  return { cells, points };
}

export type StopAway = { stop: number; meters: number };

/** Nearest first, ties by number. Distances are great-circle metres. */
export function stopsAround(grid: StopGrid, center: LonLat, radiusMeters: number): StopAway[] {
  const dLat = radiusMeters / METERS_PER_DEGREE;
  const dLon = dLat / Math.max(0.01, Math.cos((center[1] * Math.PI) / 180));
  const found: StopAway[] = [];
  for (let x = column(center[0] - dLon); x <= column(center[0] + dLon); x++) {
    for (let y = row(center[1] - dLat); y <= row(center[1] + dLat); y++) {
      for (const stop of grid.cells.get(cellOf(x, y)) ?? []) {
        const point = grid.points[stop];
        const meters = point ? distanceMeters(center, point) : Number.POSITIVE_INFINITY;
        if (meters <= radiusMeters) found.push({ stop, meters });
      }
    }
  }
  return found.sort(compareAway);
}

/** As `stopsAround`, of each group the `most` nearest: many stops are never measured. */
export function nearestOfEach(
  grid: StopGrid,
  groups: ArrayLike<number>,
  center: LonLat,
  radiusMeters: number,
  most: number,
): StopAway[] {
  const dLat = radiusMeters / METERS_PER_DEGREE;
  const dLon = dLat / Math.max(0.01, Math.cos((center[1] * Math.PI) / 180));
  const found = new Map<number, StopAway[]>();
  const middle = row(center[1]);
  const rows = Math.max(middle - row(center[1] - dLat), row(center[1] + dLat) - middle);
  const first = column(center[0] - dLon);
  const last = column(center[0] + dLon);
  // Rows near the centre first: what they hold is nearer than what those far away could.
  for (let away = 0; away <= 2 * rows; away++) {
    const y = middle + (away % 2 === 0 ? away / 2 : -(away + 1) / 2);
    for (let x = first; x <= last; x++) {
      for (const stop of grid.cells.get(cellOf(x, y)) ?? []) {
        const point = grid.points[stop];
        const group = groups[stop] ?? 0;
        const known = found.get(group);
        const farthest = known?.length === most ? (known[most - 1]?.meters ?? 0) : radiusMeters;
        // No stop is nearer than it is far north or south.
        if (!point || northMeters(center, point) > farthest + 1) continue;
        const meters = distanceMeters(center, point);
        if (meters > farthest) continue;
        if (known) insert(known, { stop, meters }, most);
        else found.set(group, [{ stop, meters }]);
      }
    }
  }
  return [...found.values()].flat().sort(compareAway);
}

function insert(nearest: StopAway[], stop: StopAway, most: number): void {
  let at = nearest.length;
  while (at > 0 && compareAway(nearest[at - 1] ?? stop, stop) > 0) at--;
  nearest.splice(at, 0, stop);
  if (nearest.length > most) nearest.pop();
}

function compareAway(a: StopAway, b: StopAway): number {
  return a.meters - b.meters || a.stop - b.stop;
}

function northMeters(from: LonLat, to: LonLat): number {
  return Math.abs(to[1] - from[1]) * METERS_PER_DEGREE;
}

function column(lon: number): number {
  return Math.floor((lon + 180) / CELL_DEGREES);
}

function row(lat: number): number {
  return Math.floor((lat + 90) / CELL_DEGREES);
}

function cellOf(x: number, y: number): number {
  return y * COLUMNS + x;
}
