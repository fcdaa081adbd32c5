// Which roads leave each junction? The rows a search walks, one a direction of each edge.

import type { RoadGraph } from '#domain/journey/road-graph.ts';

/**
 * Arcs of junction j: `starts[j]` … `starts[j + 1]` excluded. Every edge is an arc at both of its ends,
 * so the same rows serve both searches: forwards, going out takes `pace[profiles[arc]]` a metre;
 * backwards, coming in takes `pace[profiles[arc] ^ 1]`.
 */
export type RoadArcs = {
  starts: Uint32Array;
  tos: Uint32Array;
  meters: Float32Array;
  /** Directed profile of going out; the last bit flipped: of coming in. */
  profiles: Uint16Array;
  edges: Uint32Array;
};

type Edges = Pick<
  RoadGraph,
  'junctionCount' | 'edgeCount' | 'edgeFroms' | 'edgeTos' | 'edgeMeters' | 'edgeProfiles'
>;

/** Arcs of a junction are in order of edge number; an edge from a junction to itself is there twice. */
export function arcsOf(graph: Edges): RoadArcs {
  const { junctionCount, edgeCount, edgeFroms, edgeTos, edgeMeters, edgeProfiles } = graph;
  const starts = new Uint32Array(junctionCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    count(starts, edgeFroms[edge] ?? 0);
    count(starts, edgeTos[edge] ?? 0);
  }
  for (let j = 0; j < junctionCount; j++) starts[j + 1] = (starts[j + 1] ?? 0) + (starts[j] ?? 0);
  const next = starts.slice();
  const arcs: RoadArcs = {
    starts,
    tos: new Uint32Array(2 * edgeCount),
    meters: new Float32Array(2 * edgeCount),
    profiles: new Uint16Array(2 * edgeCount),
    edges: new Uint32Array(2 * edgeCount),
  };
  const add = (from: number, to: number, edge: number, profile: number) => {
    const arc = next[from] ?? 0;
    next[from] = arc + 1;
    arcs.tos[arc] = to;
    arcs.meters[arc] = edgeMeters[edge] ?? 0;
    arcs.profiles[arc] = profile;
    arcs.edges[arc] = edge;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from, to] = [edgeFroms[edge] ?? 0, edgeTos[edge] ?? 0];
    const profile = edgeProfiles[edge] ?? 0;
    add(from, to, edge, profile);
    add(to, from, edge, profile ^ 1);
  }
  return arcs;
}

function count(starts: Uint32Array, junction: number): void {
  starts[junction + 1] = (starts[junction + 1] ?? 0) + 1;
}
