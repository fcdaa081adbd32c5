// In which order are points near each other in a list when they are near on the ground (Hilbert 1891)?

import type { Points } from '#seeds/sources/osm/line-shape.ts';

/** 8,192 × 8,192 cells over the box of the points. */
const LEVELS = 13;
/** Cells are numbered on 26 bits, points on 27: together they are whole in a double. */
const MOST_POINTS = 2 ** 27;

/** `order[n]`: which point comes n-th. */
export function hilbertOrder({ lons, lats }: Points): Uint32Array {
  const count = lons.length;
  if (count > MOST_POINTS) throw new RangeError(`At most ${MOST_POINTS} points, got ${count}`);
  const [west, east] = rangeOf(lons);
  const [south, north] = rangeOf(lats);
  const side = 2 ** LEVELS;
  const scale = (side - 1) / Math.max(1, east - west, north - south);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = Math.floor(((lons[i] ?? 0) - west) * scale);
    const y = Math.floor(((lats[i] ?? 0) - south) * scale);
    keys[i] = cellNumber(x, y, side) * MOST_POINTS + i;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % MOST_POINTS);
}

/** How far along the curve lies cell x, y of a square of this many cells a side? */
function cellNumber(x: number, y: number, side: number): number {
  let number = 0;
  for (let half = side / 2; half >= 1; half /= 2) {
    const [right, up] = [(x & half) > 0 ? 1 : 0, (y & half) > 0 ? 1 : 0];
    number += half * half * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = half - 1 - (x & (half - 1));
        y = half - 1 - (y & (half - 1));
      }
      [x, y] = [y, x];
    }
  }
  return number;
}

function rangeOf(values: Int32Array): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
