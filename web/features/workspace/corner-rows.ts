// The corners of a drawing as rows of text, and rows of text as corners.

import type { LonLat } from '#domain/geo.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';

export type CornersRead =
  | { kind: 'corners'; corners: readonly LonLat[] }
  /** The first row, from 1, that is no latitude and longitude. */
  | { kind: 'unread'; row: number };

const DECIMALS = 5;
const FEWEST = 3;

/** « 45.27110, 0.16890 » */
export function cornerRow([lon, lat]: LonLat): string {
  return `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;
}

/** One corner a row, latitude first; the decimal mark is a point or a comma. */
export function readCorners(written: string): CornersRead {
  const rows = written.split(/\r?\n/).map((row) => row.trim());
  const corners: LonLat[] = [];
  for (const [index, row] of rows.entries()) {
    if (row === '') continue;
    const corner = readCorner(row);
    if (corner === null) return { kind: 'unread', row: index + 1 };
    corners.push(corner);
  }
  return { kind: 'corners', corners };
}

export function readCorner(row: string): LonLat | null {
  const [lat, lon, ...more] = (row.match(/-?\d+(?:[.,]\d+)?/g) ?? []).map((number) =>
    Number(number.replace(',', '.')),
  );
  if (lat === undefined || lon === undefined || more.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

export function cornersOf(rings: PolygonRings): readonly LonLat[] {
  return rings[0]?.slice(0, -1) ?? [];
}

/** Null under three corners. The holes stay. */
export function ringsOf(corners: readonly LonLat[], holes: PolygonRings = []): PolygonRings | null {
  const [first] = corners;
  if (first === undefined || corners.length < FEWEST) return null;
  return [[...corners, first], ...holes];
}
