// What does a commune look like before its contour is known? The ground nearer to its point than to
// any other, within a distance: « limites schématiques ».

import { Delaunay } from 'd3-delaunay';
import type { LonLat } from '#domain/geo.ts';

type Site = { insee: string; point: LonLat };
type Point = readonly [x: number, y: number];

/** Rings of [lon, lat], closed: a GeoJSON MultiPolygon with one polygon. */
export type SchematicShape = LonLat[][][];

const METERS_PER_LATITUDE = 111_132;
const CIRCLE_SIDES = 48;

/**
 * Cells of `sites`; `neighbours` bound them without having cells. `radiusMeters` bounds those that
 * nothing else does. Sites are expected within a few tens of kilometres of each other.
 */
export function schematicShapes(
  sites: readonly Site[],
  neighbours: readonly Site[],
  radiusMeters: number,
): Map<string, SchematicShape> {
  const all = [...sites, ...neighbours];
  const middle = all.reduce((sum, { point }) => sum + point[1], 0) / Math.max(1, all.length);
  const metersPerLongitude = METERS_PER_LATITUDE * Math.cos((middle * Math.PI) / 180);
  const plane = all.map(
    ({ point: [lon, lat] }): Point => [lon * metersPerLongitude, lat * METERS_PER_LATITUDE],
  );
  const margin = radiusMeters * 3;
  const xs = plane.map(([x]) => x);
  const ys = plane.map(([, y]) => y);
  const voronoi = Delaunay.from(plane.map(([x, y]): [number, number] => [x, y])).voronoi([
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ]);
  const shapes = new Map<string, SchematicShape>();
  for (const [index, { insee }] of sites.entries()) {
    const cell = voronoi.cellPolygon(index);
    const centre = plane[index];
    if (cell === null || centre === undefined) continue;
    const open = cell.slice(0, -1).map(([x, y]): Point => [x, y]);
    const ring = clipConvex(open, circle(centre, radiusMeters)).map(
      ([x, y]): LonLat => [round(x / metersPerLongitude), round(y / METERS_PER_LATITUDE)],
    );
    const [first] = ring;
    if (first !== undefined && ring.length > 2) shapes.set(insee, [[[...ring, first]]]);
  }
  return shapes;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** Counter-clockwise. */
function circle([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: CIRCLE_SIDES }, (_, side) => {
    const angle = (2 * Math.PI * side) / CIRCLE_SIDES;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Sutherland and Hodgman, 1974: `subject` cut by each side of the counter-clockwise `clip`. */
function clipConvex(subject: readonly Point[], clip: readonly Point[]): readonly Point[] {
  let kept = subject;
  for (const [index, a] of clip.entries()) {
    const b = clip[(index + 1) % clip.length] ?? a;
    const side = ([x, y]: Point) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
    kept = kept.flatMap((from, position) => {
      const to = kept[(position + 1) % kept.length] ?? from;
      const [before, after] = [side(from), side(to)];
      const share = before / (before - after);
      const crossing: Point = [
        from[0] + share * (to[0] - from[0]),
        from[1] + share * (to[1] - from[1]),
      ];
      if (before >= 0) return after >= 0 ? [from] : [from, crossing];
      return after >= 0 ? [crossing] : [];
    });
  }
  return kept;
}
