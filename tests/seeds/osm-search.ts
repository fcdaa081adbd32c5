// The plainest search on a road graph, to see whether its roads lead anywhere.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { arcsOf } from '#domain/journey/road-arcs.ts';
import {
  isOnMainNetwork,
  junctionPoint,
  paceOf,
  type RoadGraph,
} from '#domain/journey/road-graph.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';

/** Seconds from one junction to each; Infinity where one cannot go. `backward`: to one, from each. */
export function secondsFrom(
  graph: RoadGraph,
  mode: RoadMode,
  start: number,
  backward = false,
): Float64Array {
  const { starts, tos, meters, profiles } = arcsOf(graph);
  const pace = paceOf(graph, mode);
  const seconds = new Float64Array(graph.junctionCount).fill(Number.POSITIVE_INFINITY);
  seconds[start] = 0;
  const waiting = new Set([start]);
  for (const junction of waiting) {
    waiting.delete(junction);
    for (let arc = starts[junction] ?? 0; arc < (starts[junction + 1] ?? 0); arc++) {
      const to = tos[arc] ?? 0;
      const profile = (profiles[arc] ?? 0) ^ (backward ? 1 : 0);
      const arrival = (seconds[junction] ?? 0) + (meters[arc] ?? 0) * (pace[profile] ?? 0);
      if (arrival < (seconds[to] ?? 0)) {
        seconds[to] = arrival;
        waiting.add(to);
      }
    }
  }
  return seconds;
}

/** The junction nearest to a point, on the main network of a mode. */
export function nearestJunction(graph: RoadGraph, mode: RoadMode | null, point: LonLat): number {
  let nearest = -1;
  let nearestMeters = Number.POSITIVE_INFINITY;
  for (let junction = 0; junction < graph.junctionCount; junction++) {
    if (mode !== null && !isOnMainNetwork(graph, junction, mode)) continue;
    const meters = distanceMeters(point, junctionPoint(graph, junction));
    if (meters < nearestMeters) {
      nearest = junction;
      nearestMeters = meters;
    }
  }
  return nearest;
}

export function minutesBetween(
  graph: RoadGraph,
  mode: RoadMode,
  from: LonLat,
  to: LonLat,
  isAnywhere = false,
): number {
  const network = isAnywhere ? null : mode;
  const start = nearestJunction(graph, network, from);
  const end = nearestJunction(graph, network, to);
  return (secondsFrom(graph, mode, start)[end] ?? Number.NaN) / 60;
}
