// What is the road network to a search: junctions, the roads between them, and who goes how fast on each?
//
// Points where a road only bends are no junctions: a road between two junctions is one edge, with the
// length of all its bends. Its shape keeps the bends a map shows, so that a house in the middle of a long
// road is near it: whoever looks for the nearest road looks along shapes, not along straight lines.
// Junctions are numbered along a Hilbert curve: neighbours on the ground are neighbours in memory.

import type { LonLat } from '#domain/geo.ts';
import { MODE_BITS, modeNumber, ROAD_MODES, type RoadMode } from '#domain/journey/road-mode.ts';

/** Coordinates are whole ten-millionths of a degree, as OpenStreetMap keeps them. */
export const UNITS_PER_DEGREE = 10_000_000;

/** Bits of `profileFlags`. */
export const FERRY_FLAG = 1;
/** Cars may only come here to reach a place along it: a search must not drive through. */
export const DESTINATION_FLAG = 2;

/** Everything is read only. Every edge is open to somebody in one direction at least. */
export type RoadGraph = {
  /** The date the roads speak of: YYYY, YYYY-MM or YYYY-MM-DD; null when nobody knows. */
  asOf: string | null;
  junctionCount: number;
  edgeCount: number;
  junctionLons: Int32Array;
  junctionLats: Int32Array;
  /** `MODE_BITS` of the modes for which the junction reaches, and is reached from, the main network. */
  junctionModes: Uint8Array;
  /** In order of `edgeFroms`; from and to may be the same junction. */
  edgeFroms: Uint32Array;
  edgeTos: Uint32Array;
  edgeMeters: Float32Array;
  /** The directed profile of going from → to; of going to → from: the same, last bit flipped. */
  edgeProfiles: Uint16Array;
  /** Edge e bends at points `shapeStarts[e]` … `shapeStarts[e + 1]` excluded, from → to. */
  shapeStarts: Uint32Array;
  /** Longitude, latitude, longitude … : ends of edges are not repeated. */
  shapePoints: Int32Array;
  /** Speed in km/h, 0 for closed: `[profile × 3 + modeNumber(mode)]`. */
  profileKmh: Float32Array;
  profileFlags: Uint8Array;
};

/** Seconds a metre by directed profile; Infinity where the mode may not go. */
export function paceOf(graph: RoadGraph, mode: RoadMode): Float64Array {
  const number = modeNumber(mode);
  return Float64Array.from(graph.profileFlags, (_, profile) => {
    const kmh = graph.profileKmh[profile * ROAD_MODES.length + number] ?? 0;
    return kmh > 0 ? 3.6 / kmh : Number.POSITIVE_INFINITY;
  });
}

export function junctionPoint(graph: RoadGraph, junction: number): LonLat {
  return [
    (graph.junctionLons[junction] ?? 0) / UNITS_PER_DEGREE,
    (graph.junctionLats[junction] ?? 0) / UNITS_PER_DEGREE,
  ];
}

/** The line of an edge from its first junction to its last. */
export function edgeLine(graph: RoadGraph, edge: number): LonLat[] {
  const line = [junctionPoint(graph, graph.edgeFroms[edge] ?? 0)];
  for (let i = graph.shapeStarts[edge] ?? 0; i < (graph.shapeStarts[edge + 1] ?? 0); i++) {
    line.push([
      (graph.shapePoints[2 * i] ?? 0) / UNITS_PER_DEGREE,
      (graph.shapePoints[2 * i + 1] ?? 0) / UNITS_PER_DEGREE,
    ]);
  }
  line.push(junctionPoint(graph, graph.edgeTos[edge] ?? 0));
  return line;
}

/** True when one can start and end at this junction without being shut in a corner of the map. */
export function isOnMainNetwork(graph: RoadGraph, junction: number, mode: RoadMode): boolean {
  return ((graph.junctionModes[junction] ?? 0) & MODE_BITS[mode]) !== 0;
}

/** West, south, east, north in degrees; null without a junction. */
export function graphBounds(
  graph: Pick<RoadGraph, 'junctionLons' | 'junctionLats'>,
): [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [junction, lon] of graph.junctionLons.entries()) {
    const lat = graph.junctionLats[junction] ?? 0;
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (west > east) return null;
  return [
    west / UNITS_PER_DEGREE,
    south / UNITS_PER_DEGREE,
    east / UNITS_PER_DEGREE,
    north / UNITS_PER_DEGREE,
  ];
}
