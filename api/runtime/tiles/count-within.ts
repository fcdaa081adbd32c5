// How many of the selected points lie within a distance? Small tiles around the point: those wholly
// inside count by their stretch alone, those at the edge point by point.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { MORTON_ZOOM, WORLD_UNITS, worldX, worldY } from './morton.ts';
import type { Selection } from './point-selections.ts';
import type { TileAddress } from './tile-address.ts';
import type { TileColumns } from './tile-columns.ts';
import { stretchOfTile } from './tile-stretch.ts';

const EARTH_METERS = 6_371_008.8;

/** Tiles across the box around the disc, at least. */
const TILES_ACROSS = 16;

/** Never more than `atMost`. The distance is that of `distanceMeters`. */
export function countWithin(
  columns: TileColumns,
  selection: Selection,
  point: LonLat,
  radiusMeters: number,
  atMost: number,
): number {
  let count = 0;
  for (const address of tilesAround(point, radiusMeters)) {
    const [start, end] = stretchOfTile(columns, selection, address);
    if (start === end) continue;
    if (farthestCorner(point, address) <= radiusMeters) count += end - start;
    else {
      for (let place = start; place < end; place++) {
        const i = selection === null ? place : (selection[place] ?? 0);
        const there: LonLat = [lonOf(columns.x[i] ?? 0), latOf(columns.y[i] ?? 0)];
        if (distanceMeters(point, there) <= radiusMeters) count += 1;
      }
    }
    if (count >= atMost) return atMost;
  }
  return count;
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

function tilesAround([lon, lat]: LonLat, radiusMeters: number): TileAddress[] {
  const dLat = (radiusMeters / EARTH_METERS) * (180 / Math.PI) * 1.01;
  const widest = Math.min(85, Math.abs(lat) + dLat);
  const dLon = dLat / Math.cos((widest * Math.PI) / 180);
  const left = worldX(Math.max(-180, lon - dLon));
  const right = worldX(Math.min(180, lon + dLon));
  const top = worldY(Math.min(85, lat + dLat));
  const bottom = worldY(Math.max(-85, lat - dLat));
  const z = zoomOf(Math.max(right - left, bottom - top));
  const units = WORLD_UNITS / 2 ** z;
  const tiles: TileAddress[] = [];
  for (let y = Math.floor(top / units); y <= Math.floor(bottom / units); y++) {
    for (let x = Math.floor(left / units); x <= Math.floor(right / units); x++) {
      tiles.push({ z, x, y });
    }
  }
  return tiles;
}

function zoomOf(boxUnits: number): number {
  const zoom = Math.ceil(Math.log2((WORLD_UNITS / Math.max(1, boxUnits)) * TILES_ACROSS));
  return Math.min(MORTON_ZOOM, Math.max(0, zoom));
}

const lonOf = (x: number): number => ((x + 0.5) / WORLD_UNITS) * 360 - 180;

function latOf(y: number): number {
  const ratio = Math.PI * (1 - (2 * (y + 0.5)) / WORLD_UNITS);
  return (Math.atan(Math.sinh(ratio)) * 180) / Math.PI;
}
