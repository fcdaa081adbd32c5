// How long is a line of nodes, and which of its bends does a map show (Douglas and Peucker 1973)?

import { UNITS_PER_DEGREE } from '#domain/journey/road-graph.ts';

const METERS_PER_DEGREE = 111_195;
const METERS_PER_UNIT = METERS_PER_DEGREE / UNITS_PER_DEGREE;
const RADIANS_PER_UNIT = Math.PI / 180 / UNITS_PER_DEGREE;
/** Half a wide road: nobody sees the difference, and the nearest road stays the nearest. */
const TOLERANCE_METERS = 10;

/** Coordinates by node number, in ten-millionths of a degree. */
export type Points = { lons: Int32Array; lats: Int32Array };

/** Straight distance, on a plane: roads bend long before the Earth does. */
export function metersBetween({ lons, lats }: Points, from: number, to: number): number {
  const [fromLat, toLat] = [lats[from] ?? 0, lats[to] ?? 0];
  const eastward =
    ((lons[to] ?? 0) - (lons[from] ?? 0)) * Math.cos(((fromLat + toLat) / 2) * RADIANS_PER_UNIT);
  return Math.hypot(eastward, toLat - fromLat) * METERS_PER_UNIT;
}

export function lineMeters(points: Points, line: ArrayLike<number>, start = 0, end = line.length) {
  let meters = 0;
  for (let i = start + 1; i < end; i++) {
    meters += metersBetween(points, line[i - 1] ?? 0, line[i] ?? 0);
  }
  return meters;
}

/** The nodes to keep between the first and the last, in order, both left out. */
export function bendsOf(points: Points, line: readonly number[]): number[] {
  const kept: number[] = [];
  const spans: [first: number, last: number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span;
    const farthest = farthestFrom(points, line, first, last);
    if (farthest === -1) {
      // Spans come out from the first to the last: what ends here comes next.
      if (last < line.length - 1) kept.push(line[last] ?? 0);
    } else {
      spans.push([farthest, last], [first, farthest]);
    }
  }
  return kept;
}

/** Position of the node farthest from the chord; -1 when all are within the tolerance. */
function farthestFrom(
  { lons, lats }: Points,
  line: readonly number[],
  first: number,
  last: number,
): number {
  const [from, to] = [line[first] ?? 0, line[last] ?? 0];
  const [fromLon, fromLat] = [lons[from] ?? 0, lats[from] ?? 0];
  const shrink = Math.cos(fromLat * RADIANS_PER_UNIT);
  const chordX = ((lons[to] ?? 0) - fromLon) * shrink;
  const chordY = (lats[to] ?? 0) - fromLat;
  const chordSquare = chordX * chordX + chordY * chordY;
  let farthest = -1;
  let farthestSquare = (TOLERANCE_METERS / METERS_PER_UNIT) ** 2;
  for (let i = first + 1; i < last; i++) {
    const node = line[i] ?? 0;
    const x = ((lons[node] ?? 0) - fromLon) * shrink;
    const y = (lats[node] ?? 0) - fromLat;
    const along =
      chordSquare === 0 ? 0 : Math.min(1, Math.max(0, (x * chordX + y * chordY) / chordSquare));
    const square = (x - along * chordX) ** 2 + (y - along * chordY) ** 2;
    if (square > farthestSquare) {
      farthest = i;
      farthestSquare = square;
    }
  }
  return farthest;
}
