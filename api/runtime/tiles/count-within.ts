// How many of the selected points lie within a distance? Tiles around the point: one wholly inside
// counts by its stretch alone, one across the edge is cut in four, down to a few points.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { MORTON_ZOOM, WORLD_UNITS, worldX, worldY } from './morton.ts';
import type { Selection } from './point-selections.ts';
import type { TileAddress } from './tile-address.ts';
import type { TileColumns } from './tile-columns.ts';
import { stretchOfTile } from './tile-stretch.ts';

const EARTH_METERS = 6_371_008.8;

/** Points so few that measuring each is quicker than looking closer. */
const FEW_POINTS = 24;

/** Never more than `atMost`. The distance is that of `distanceMeters`. */
export function countWithin(
  columns: TileColumns,
  selection: Selection,
  point: LonLat,
  radiusMeters: number,
  atMost: number,
): number {
  const box = boxAround(point, radiusMeters);
  let count = 0;

  const isNear = (place: number): boolean => {
    const i = selection === null ? place : (selection[place] ?? 0);
    const there: LonLat = [lonOf(columns.x[i] ?? 0), latOf(columns.y[i] ?? 0)];
    return distanceMeters(point, there) <= radiusMeters;
  };
  const visit = (address: TileAddress): void => {
    if (count >= atMost || !touches(box, address)) return;
    const [start, end] = stretchOfTile(columns, selection, address);
    if (start === end) return;
    if (farthestCorner(point, address) <= radiusMeters) count += end - start;
    else if (end - start <= FEW_POINTS || address.z === MORTON_ZOOM) {
      for (let place = start; place < end; place++) if (isNear(place)) count += 1;
    } else for (const child of childrenOf(address)) visit(child);
  };
  for (const root of tilesOver(box)) visit(root);
  return Math.min(count, atMost);
}

/** In world units. */
type Box = { left: number; right: number; top: number; bottom: number };

function touches({ left, right, top, bottom }: Box, { z, x, y }: TileAddress): boolean {
  const units = WORLD_UNITS / 2 ** z;
  return (
    x * units <= right && (x + 1) * units >= left && y * units <= bottom && (y + 1) * units >= top
  );
}

function childrenOf({ z, x, y }: TileAddress): TileAddress[] {
  return [0, 1].flatMap((down) =>
    [0, 1].map((right) => ({ z: z + 1, x: 2 * x + right, y: 2 * y + down })),
  );
}

/** A disc far smaller than the globe is convex: a tile whose corners are inside is inside. */
function farthestCorner(point: LonLat, { z, x, y }: TileAddress): number {
  const units = WORLD_UNITS / 2 ** z;
  const corners = [x, x + 1].flatMap((column) =>
    [y, y + 1].map((row) => distanceMeters(point, [lonOf(column * units), latOf(row * units)])),
  );
  return Math.max(...corners) * CORNER_MARGIN;
}

/** Sides of a tile follow parallels, which bulge a little out of the great circles. */
const CORNER_MARGIN = 1.002;

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
function tilesOver({ left, right, top, bottom }: Box): TileAddress[] {
  const side = Math.max(right - left, bottom - top, 1);
  const z = Math.min(MORTON_ZOOM, Math.floor(Math.log2(WORLD_UNITS / side)));
  const units = WORLD_UNITS / 2 ** z;
  const [column, row] = [Math.floor(left / units), Math.floor(top / units)];
  const columns = column === Math.floor(right / units) ? [column] : [column, column + 1];
  const rows = row === Math.floor(bottom / units) ? [row] : [row, row + 1];
  return rows.flatMap((y) => columns.map((x) => ({ z, x, y })));
}

const lonOf = (x: number): number => ((x + 0.5) / WORLD_UNITS) * 360 - 180;

function latOf(y: number): number {
  const ratio = Math.PI * (1 - (2 * (y + 0.5)) / WORLD_UNITS);
  return (Math.atan(Math.sinh(ratio)) * 180) / Math.PI;
}
