// Roads drawn at random, and roads drawn along a line, for tests.

import fc from 'fast-check';
import type { LonLat } from '#domain/geo.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { type DrawnEdge, drawGraph, KINDS } from '#tests/domain/journey/road-brute-force.ts';

export const WEST = 400_000;
export const SOUTH = 452_700_000;
const unit = fc.integer({ min: 0, max: 200_000 });
const place = fc.tuple(unit, unit).map(([x, y]) => [WEST + x, SOUTH + y] as [number, number]);

/** Up to twelve junctions within two kilometres, roads of every kind between them. */
export const randomRoads = fc
  .array(place, { minLength: 2, maxLength: 12 })
  .chain((points) => {
    const junction = fc.nat({ max: points.length - 1 });
    const edge = fc.record({
      from: junction,
      to: junction,
      kind: fc.nat({ max: 6 }),
      meters: fc.integer({ min: 0, max: 3_000 }),
      bends: fc.array(place, { maxLength: 2 }),
    });
    return fc.tuple(fc.constant(points), fc.array(edge, { minLength: 1, maxLength: 30 }));
  })
  .map(([points, edges]) => drawGraph(points, edges));

export const somePoints = fc.array(
  place.map(([lon, lat]): LonLat => [lon / 1e7, lat / 1e7]),
  { minLength: 1, maxLength: 4 },
);

/** Junctions 0, 1, 2 … a kilometre apart on a line to the north, and roads between them. */
export const LINE = Array.from({ length: 6 }, (_, j): [number, number] => [
  WEST,
  SOUTH + j * 90_000,
]);
export const at = (km: number): LonLat => [WEST / 1e7, (SOUTH + km * 90_000) / 1e7];
export const line = (edges: readonly DrawnEdge[]) =>
  roadGraphTimes(buildRoadNetwork(drawGraph(LINE, edges)));
export const road = (from: number, to: number, kind = KINDS.street, meters = 1_000): DrawnEdge => ({
  from,
  to,
  kind,
  meters,
});
