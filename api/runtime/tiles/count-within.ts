// How many of the selected points lie within a distance? Tiles around the point: one wholly inside
// counts by its stretch alone, one wholly outside not at all, one across the edge is cut in four, down
// to a few points. Nothing is allocated on the way: this runs at every search.

import type { LonLat } from '#domain/geo.ts';
import { MORTON_ZOOM, WORLD_UNITS, worldX, worldY } from './morton.ts';
import type { Selection } from './point-selections.ts';
import type { TileColumns } from './tile-columns.ts';
import { codeAfterTile, firstAtLeast, stretchOfTile } from './tile-stretch.ts';

const EARTH_METERS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Points so few that measuring each is quicker than looking closer. */
const FEW_POINTS = 24;

/** Sides of a tile follow parallels, which bulge a little out of the great circles. */
const EDGE_MARGIN = 1.004;

/** Never more than `atMost`. The distance is that of `distanceMeters`. */
export function countWithin(
  columns: TileColumns,
  selection: Selection,
  point: LonLat,
  radiusMeters: number,
  atMost: number,
): number {
  const [lon, lat] = point;
  const cosLat = Math.cos(lat * RADIANS);
  const limit = Math.sin(Math.min(Math.PI / 2, radiusMeters / (2 * EARTH_METERS))) ** 2;

  /** Haversine of the angle between the point and another, compared with `limit`. */
  const havTo = (dLonDegrees: number, thereLat: number): number => {
    const halfLat = Math.sin(((thereLat - lat) * RADIANS) / 2);
    const halfLon = Math.sin((dLonDegrees * RADIANS) / 2);
    return halfLat * halfLat + cosLat * Math.cos(thereLat * RADIANS) * halfLon * halfLon;
  };
  const countOneByOne = (start: number, end: number): number => {
    let count = 0;
    for (let place = start; place < end; place++) {
      const i = selection === null ? place : (selection[place] ?? 0);
      const thereLat = latOf((columns.y[i] ?? 0) + 0.5);
      if (havTo(lonOf((columns.x[i] ?? 0) + 0.5) - lon, thereLat) <= limit) count += 1;
    }
    return count;
  };
  /** A disc far smaller than the globe is convex: a tile whose corners are inside is inside. */
  const visit = (
    z: number,
    x: number,
    y: number,
    start: number,
    end: number,
    north: number,
    south: number,
  ): number => {
    if (start === end) return 0;
    const units = WORLD_UNITS / 2 ** z;
    const west = lonOf(x * units) - lon;
    const east = lonOf((x + 1) * units) - lon;
    const nearLon = west > 0 ? west : east < 0 ? east : 0;
    const nearLat = lat > north ? north : lat < south ? south : lat;
    if (havTo(nearLon, nearLat) > limit * EDGE_MARGIN) return 0;
    const farLon = Math.max(-west, east);
    const far = Math.max(havTo(farLon, north), havTo(farLon, south));
    if (far * EDGE_MARGIN <= limit) return end - start;
    if (end - start <= FEW_POINTS || z === MORTON_ZOOM) return countOneByOne(start, end);
    const middle = latOf((y + 0.5) * units);
    let count = 0;
    let from = start;
    // The four quarters follow each other in the order: row by row, west before east.
    for (let quarter = 0; quarter < 4; quarter++) {
      const column = 2 * x + (quarter & 1);
      const row = 2 * y + (quarter >> 1);
      const to =
        quarter === 3
          ? end
          : firstAtLeast(columns, selection, codeAfterTile(z + 1, column, row), from, end);
      const isNorth = quarter < 2;
      const [top, bottom] = isNorth ? [north, middle] : [middle, south];
      count += visit(z + 1, column, row, from, to, top, bottom);
      from = to;
    }
    return count;
  };

  let total = 0;
  const { z, columns: xs, rows: ys } = tilesOver(boxAround(point, radiusMeters));
  const units = WORLD_UNITS / 2 ** z;
  for (const y of ys) {
    for (const x of xs) {
      const [start, end] = stretchOfTile(columns, selection, { z, x, y });
      total += visit(z, x, y, start, end, latOf(y * units), latOf((y + 1) * units));
    }
  }
  return Math.min(total, atMost);
}

/** In world units. */
type Box = { left: number; right: number; top: number; bottom: number };

/** A little larger than the disc. */
function boxAround([lon, lat]: LonLat, radiusMeters: number): Box {
  const dLat = (radiusMeters / EARTH_METERS) * (180 / Math.PI) * 1.01;
  const widest = Math.min(85, Math.abs(lat) + dLat);
  const dLon = dLat / Math.cos((widest * Math.PI) / 180);
  return {
    left: worldX(Math.max(-180, lon - dLon)),
    right: worldX(Math.min(180, lon + dLon)),
    top: worldY(Math.min(85, lat + dLat)),
    bottom: worldY(Math.max(-85, lat - dLat)),
  };
}

/** The four tiles or fewer that hold the box, as small as can be. */
function tilesOver({ left, right, top, bottom }: Box): {
  z: number;
  columns: readonly number[];
  rows: readonly number[];
} {
  const side = Math.max(right - left, bottom - top, 1);
  const z = Math.min(MORTON_ZOOM, Math.floor(Math.log2(WORLD_UNITS / side)));
  const units = WORLD_UNITS / 2 ** z;
  const [column, row] = [Math.floor(left / units), Math.floor(top / units)];
  const columns = column === Math.floor(right / units) ? [column] : [column, column + 1];
  const rows = row === Math.floor(bottom / units) ? [row] : [row, row + 1];
  return { z, columns, rows };
}

/** Degrees of a place in world units. */
const lonOf = (x: number): number => (x / WORLD_UNITS) * 360 - 180;

function latOf(y: number): number {
  const ratio = Math.PI * (1 - (2 * y) / WORLD_UNITS);
  return (Math.atan(Math.sinh(ratio)) * 180) / Math.PI;
}
