// By which nodes of the roads does a trip leave the place where it starts, or come to the place where it ends?

import type { RoadMode } from '#domain/journey/road-mode.ts';
import type { RoadNetwork } from '#domain/journey/road-network.ts';
import { atTheEnd, atTheStart, onTheWay } from '#domain/journey/road-rows.ts';
import type { RoadSnap } from '#domain/journey/road-snap.ts';

/** A node, with the seconds and metres between it and the place. */
export type RoadEnd = readonly [node: number, seconds: number, meters: number];

/** Nodes from where a trip starts, or by which it comes to its end, and what is left or done by then. */
export function roadEnds(
  { graph, rows }: RoadNetwork,
  mode: RoadMode,
  { edge, along }: RoadSnap,
  role: 'start' | 'end',
): RoadEnd[] {
  const modeRows = rows[mode];
  const [from, to] = [graph.edgeFroms[edge] ?? 0, graph.edgeTos[edge] ?? 0];
  const profile = graph.edgeProfiles[edge] ?? 0;
  const isEnd = modeRows.edgeIsEnd[edge] === 1;
  const meters = graph.edgeMeters[edge] ?? 0;
  const nodesOf = (junction: number) =>
    role === 'start'
      ? [isEnd ? atTheStart(modeRows, junction) : onTheWay(modeRows, junction)]
      : [
          onTheWay(modeRows, junction),
          atTheStart(modeRows, junction),
          isEnd ? atTheEnd(modeRows, junction) : -1,
        ];
  const by = (junction: number, directed: number, share: number): RoadEnd[] => {
    const part = share * meters;
    // Who stands at a junction needs no open direction to be there.
    const seconds = part === 0 ? 0 : part * (modeRows.pace[directed] ?? 0);
    if (!Number.isFinite(seconds)) return [];
    return nodesOf(junction).flatMap((node) =>
      node === -1 ? [] : [[node, seconds, part] as const],
    );
  };
  return role === 'start'
    ? [...by(to, profile, 1 - along), ...by(from, profile ^ 1, along)]
    : [...by(from, profile, along), ...by(to, profile ^ 1, 1 - along)];
}

/** Without leaving the edge both places lie on; Infinity seconds when they do not share one. */
export function alongOneEdge(
  { graph, rows }: RoadNetwork,
  mode: RoadMode,
  from: RoadSnap,
  to: RoadSnap,
): RoadEnd {
  const directed = (graph.edgeProfiles[from.edge] ?? 0) ^ (to.along >= from.along ? 0 : 1);
  const meters = Math.abs(to.along - from.along) * (graph.edgeMeters[from.edge] ?? 0);
  const seconds = meters === 0 ? 0 : meters * (rows[mode].pace[directed] ?? 0);
  return [-1, from.edge === to.edge ? seconds : Number.POSITIVE_INFINITY, meters];
}

/** The farthest a trip may begin from a junction. */
export function longestEdgeSeconds({ graph, rows }: RoadNetwork, mode: RoadMode): number {
  const { pace } = rows[mode];
  let longest = 0;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const profile = graph.edgeProfiles[edge] ?? 0;
    for (const each of [pace[profile] ?? 0, pace[profile ^ 1] ?? 0]) {
      const seconds = (graph.edgeMeters[edge] ?? 0) * each;
      if (Number.isFinite(seconds) && seconds > longest) longest = seconds;
    }
  }
  return longest;
}
