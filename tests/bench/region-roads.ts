// The roads of a region: as many junctions as a département has, over the ground its towns cover.

import type { LonLat } from '#domain/geo.ts';
import { decodeRoadGraph } from '#domain/journey/road-binary.ts';
import { UNITS_PER_DEGREE } from '#domain/journey/road-graph.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { buildRoadNetwork, type RoadNetwork } from '#domain/journey/road-network.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';
import { meshRoads } from '#tests/bench/roads-graph.ts';

/** 388 × 388: 150,544 junctions. */
const SIDE = 388;
/** From the blocks of a town to the roads of the country. */
const STRETCH = 3.2;

/** `corner`: south and west of everything. */
export function regionRoads(corner: LonLat): { roads: RoadTimes; junctionCount: number } {
  const network = regionNetwork(corner, SIDE);
  return { roads: roadGraphTimes(network), junctionCount: network.graph.junctionCount };
}

/** `side` × `side` junctions; `stretch` 1: as far apart as those of a town. */
export function regionNetwork(corner: LonLat, side: number, stretch = STRETCH): RoadNetwork {
  const mesh = decodeRoadGraph(meshRoads(side));
  const stretched = (axis: Int32Array, start: number): Int32Array => {
    const least = axis.reduce((a, b) => Math.min(a, b));
    return axis.map((units) => Math.round(start * UNITS_PER_DEGREE + (units - least) * stretch));
  };
  return buildRoadNetwork({
    ...mesh,
    junctionLons: stretched(mesh.junctionLons, corner[0]),
    junctionLats: stretched(mesh.junctionLats, corner[1]),
    edgeMeters: mesh.edgeMeters.map((meters) => meters * stretch),
  });
}
