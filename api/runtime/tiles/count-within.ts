// How many points pass a filter within a distance? Counted from the columns, tile by tile around the
// point, and no further than asked: beyond a few hundred nobody reads the number.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { PointTest } from './cluster-tile.ts';
import { MORTON_ZOOM, WORLD_UNITS, worldX, worldY } from './morton.ts';
import { stretchOfTile } from './tile-address.ts';
import type { TileColumns } from './tile-columns.ts';

const EQUATOR_METERS = 40_030_173.6;

/** Flat distances are trusted unless this near the limit, as a share of it. */
const DOUBT = 0.01;

/** Never more than `atMost`. The distance is that of `distanceMeters`. */
export function countWithin(
  columns: TileColumns,
  point: LonLat,
  radiusMeters: number,
  accepts: PointTest | null,
  atMost: number,
): number {
  const [centerX, centerY] = [worldX(point[0]), worldY(point[1])];
  const metersPerUnit = (EQUATOR_METERS * Math.cos((point[1] * Math.PI) / 180)) / WORLD_UNITS;
  const isNear = (position: number): boolean => {
    const x = columns.x[position] ?? 0;
    const y = columns.y[position] ?? 0;
    const flat = Math.hypot(x - centerX, y - centerY) * metersPerUnit;
    // Mercator stretches the ground by latitude: only the middle of the disc is sure.
    if (flat < radiusMeters * (1 - stretch(point[1], radiusMeters))) return true;
    if (flat > radiusMeters * (1 + stretch(point[1], radiusMeters))) return false;
    return distanceMeters(point, [lonOf(x), latOf(y)]) <= radiusMeters;
  };

  let count = 0;
  for (const [start, end] of stretchesAround(columns, point, radiusMeters)) {
    for (let i = start; i < end; i++) {
      if ((accepts !== null && !accepts(columns, i)) || !isNear(i)) continue;
      count += 1;
      if (count >= atMost) return count;
    }
  }
  return count;
}

/** Error of a flat distance within `radiusMeters`, as a share: how much the scale changes over it. */
function stretch(lat: number, radiusMeters: number): number {
  const angle = radiusMeters / 6_371_008.8;
  return DOUBT + Math.tan((Math.min(80, Math.abs(lat)) * Math.PI) / 180) * angle * 1.2;
}

/** Stretches of the tiles over the box around the disc, at a zoom where there are few. */
function stretchesAround(
  columns: TileColumns,
  [lon, lat]: LonLat,
  radiusMeters: number,
): [number, number][] {
  const dLat = (radiusMeters / 6_371_008.8) * (180 / Math.PI) * 1.01;
  const widest = Math.min(85, Math.abs(lat) + dLat);
  const dLon = dLat / Math.cos((widest * Math.PI) / 180);
  const left = worldX(Math.max(-180, lon - dLon));
  const right = worldX(Math.min(180, lon + dLon));
  const top = worldY(Math.min(85, lat + dLat));
  const bottom = worldY(Math.max(-85, lat - dLat));
  const z = zoomOf(Math.max(right - left, bottom - top));
  const unitsPerTile = WORLD_UNITS / 2 ** z;
  const stretches: [number, number][] = [];
  for (let y = Math.floor(top / unitsPerTile); y <= Math.floor(bottom / unitsPerTile); y++) {
    for (let x = Math.floor(left / unitsPerTile); x <= Math.floor(right / unitsPerTile); x++) {
      stretches.push(stretchOfTile(columns, { z, x, y }));
    }
  }
  return stretches;
}

/** Some six tiles across the box. */
function zoomOf(boxUnits: number): number {
  const zoom = Math.floor(Math.log2(WORLD_UNITS / Math.max(1, boxUnits))) + 2;
  return Math.min(MORTON_ZOOM, Math.max(0, zoom));
}

const lonOf = (x: number): number => ((x + 0.5) / WORLD_UNITS) * 360 - 180;

function latOf(y: number): number {
  const ratio = Math.PI * (1 - (2 * (y + 0.5)) / WORLD_UNITS);
  return (Math.atan(Math.sinh(ratio)) * 180) / Math.PI;
}
