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

/** Nearest first, ties by number. Distances are great-circle metres. */
export function stopsAround(
  grid: StopGrid,
  center: LonLat,
  radiusMeters: number,
): { stop: number; meters: number }[] {
  const dLat = radiusMeters / METERS_PER_DEGREE;
  const dLon = dLat / Math.max(0.01, Math.cos((center[1] * Math.PI) / 180));
  const found: { stop: number; meters: number }[] = [];
  for (let x = column(center[0] - dLon); x <= column(center[0] + dLon); x++) {
    for (let y = row(center[1] - dLat); y <= row(center[1] + dLat); y++) {
      for (const stop of grid.cells.get(cellOf(x, y)) ?? []) {
        const point = grid.points[stop];
        const meters = point ? distanceMeters(center, point) : Number.POSITIVE_INFINITY;
        if (meters <= radiusMeters) found.push({ stop, meters });
      }
    }
  }
  return found.sort((a, b) => a.meters - b.meters || a.stop - b.stop);
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
