// Road graphs drawn at random, and the plainest search on them: every road tried again and again until
// nothing gets quicker (Bellman 1958, Ford 1956), with where the trip is written out.

import { arcsOf } from '#domain/journey/road-arcs.ts';
import { mainNetworks } from '#domain/journey/road-components.ts';
import {
  DESTINATION_FLAG,
  FERRY_FLAG,
  paceOf,
  type RoadGraph,
} from '#domain/journey/road-graph.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import type { RoadSnap } from '#domain/journey/road-snap.ts';

/** Directed profiles, two by two: walk, cycle, car in km/h. */
const PROFILES = [
  { there: [4.5, 15, 72], back: [4.5, 15, 72], flags: 0 },
  { there: [4.5, 15, 36], back: [4.5, 4.5, 0], flags: 0 },
  { there: [4.5, 15, 18], back: [4.5, 15, 18], flags: DESTINATION_FLAG },
  { there: [4.5, 15, 90], back: [4.5, 4.5, 0], flags: DESTINATION_FLAG },
  { there: [4.5, 10, 0], back: [4.5, 10, 0], flags: 0 },
  { there: [0, 0, 108], back: [0, 0, 0], flags: 0 },
  { there: [15, 15, 15], back: [15, 15, 15], flags: FERRY_FLAG },
];
export const KINDS = {
  street: 0,
  oneWay: 1,
  private: 2,
  privateOneWay: 3,
  path: 4,
  motorway: 5,
  ferry: 6,
};

export type DrawnEdge = {
  from: number;
  to: number;
  kind: number;
  meters: number;
  bends?: readonly (readonly [lon: number, lat: number])[];
};

/** Points in ten-millionths of a degree. */
export function drawGraph(
  points: readonly (readonly [lon: number, lat: number])[],
  edges: readonly DrawnEdge[],
): RoadGraph {
  const sorted = edges.toSorted((a, b) => a.from - b.from);
  const shapeStarts = [0];
  for (const { bends = [] } of sorted) shapeStarts.push((shapeStarts.at(-1) ?? 0) + bends.length);
  const graph = {
    asOf: null,
    junctionCount: points.length,
    edgeCount: sorted.length,
    junctionLons: Int32Array.from(points, ([lon]) => lon),
    junctionLats: Int32Array.from(points, ([, lat]) => lat),
    edgeFroms: Uint32Array.from(sorted, ({ from }) => from),
    edgeTos: Uint32Array.from(sorted, ({ to }) => to),
    edgeMeters: Float32Array.from(sorted, ({ meters }) => meters),
    edgeProfiles: Uint16Array.from(sorted, ({ kind }) => 2 * kind),
    shapeStarts: Uint32Array.from(shapeStarts),
    shapePoints: Int32Array.from(sorted.flatMap(({ bends = [] }) => bends.flat())),
    profileKmh: Float32Array.from(PROFILES.flatMap(({ there, back }) => [...there, ...back])),
    profileFlags: Uint8Array.from(PROFILES.flatMap(({ flags }) => [flags, flags])),
  };
  return { ...graph, junctionModes: mainNetworks(arcsOf(graph), graph) };
}

type Step = { from: number; to: number; edge: number; seconds: number; meters: number };

function stepsOf(graph: RoadGraph, mode: RoadMode): Step[] {
  const pace = paceOf(graph, mode);
  const steps: Step[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [from = 0, to = 0] = [graph.edgeFroms[edge], graph.edgeTos[edge]];
    const meters = graph.edgeMeters[edge] ?? 0;
    const profile = graph.edgeProfiles[edge] ?? 0;
    // As the rows keep them: in single precision.
    const there = Math.fround(meters * (pace[profile] ?? 0));
    const back = Math.fround(meters * (pace[profile ^ 1] ?? 0));
    if (Number.isFinite(there)) steps.push({ from, to, edge, seconds: there, meters });
    if (Number.isFinite(back)) steps.push({ from: to, to: from, edge, seconds: back, meters });
  }
  return steps;
}

/** Edges that only start or end a car trip; null when two components are as large. */
export function bruteEndEdges(graph: RoadGraph): boolean[] | null {
  const isFlagged = (edge: number) =>
    ((graph.profileFlags[graph.edgeProfiles[edge] ?? 0] ?? 0) & DESTINATION_FLAG) !== 0;
  const all = Array.from({ length: graph.edgeCount }, (_, edge) => edge);
  if (!all.some(isFlagged)) return all.map(() => false);
  const count = graph.junctionCount;
  const reaches = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => a === b),
  );
  for (const { from, to, edge } of stepsOf(graph, 'car')) {
    const row = reaches[from];
    if (row && !isFlagged(edge)) row[to] = true;
  }
  for (let via = 0; via < count; via++) {
    for (const row of reaches) {
      if (!row[via]) continue;
      for (let to = 0; to < count; to++) if (reaches[via]?.[to]) row[to] = true;
    }
  }
  const members = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => b).filter((b) => reaches[a]?.[b] && reaches[b]?.[a]),
  );
  const largest = Math.max(...members.map(({ length }) => length));
  const winners = new Set(
    members.filter(({ length }) => length === largest && largest > 1).map(String),
  );
  if (winners.size > 1) return null;
  const main = new Set(members.find(({ length }) => length === largest && largest > 1));
  return all.map(
    (edge) =>
      isFlagged(edge) ||
      !main.has(graph.edgeFroms[edge] ?? 0) ||
      !main.has(graph.edgeTos[edge] ?? 0),
  );
}

/** A trip has not left private roads yet, is on its way, or has come to private roads to end there. */
type Phase = 'starting' | 'on' | 'ending';

/** Seconds on the roads between two places; Infinity without a way. */
export function bruteBetween(
  graph: RoadGraph,
  mode: RoadMode,
  isEnd: (edge: number) => boolean,
  from: RoadSnap,
  to: RoadSnap,
): number {
  const pace = paceOf(graph, mode);
  const steps = stepsOf(graph, mode);
  const known = new Map<string, number>();
  const improve = (junction: number, phase: Phase, seconds: number) => {
    const key = `${junction} ${phase}`;
    if (seconds >= (known.get(key) ?? Number.POSITIVE_INFINITY)) return false;
    known.set(key, seconds);
    return true;
  };
  const partOf = ({ edge }: RoadSnap, part: number, isBack: boolean) => {
    const meters = part * (graph.edgeMeters[edge] ?? 0);
    if (meters === 0) return 0;
    return meters * (pace[(graph.edgeProfiles[edge] ?? 0) ^ (isBack ? 1 : 0)] ?? 0);
  };
  const first: Phase = isEnd(from.edge) ? 'starting' : 'on';
  improve(graph.edgeTos[from.edge] ?? 0, first, partOf(from, 1 - from.along, false));
  improve(graph.edgeFroms[from.edge] ?? 0, first, partOf(from, from.along, true));
  const nextPhase = (phase: Phase, edge: number): Phase | null => {
    if (phase === 'starting') return isEnd(edge) ? 'starting' : 'on';
    if (isEnd(edge)) return 'ending';
    return phase === 'ending' ? null : 'on';
  };
  for (let hasImproved = true; hasImproved; ) {
    hasImproved = false;
    for (const step of steps) {
      for (const phase of ['starting', 'on', 'ending'] as const) {
        const seconds = known.get(`${step.from} ${phase}`) ?? Number.POSITIVE_INFINITY;
        const next = nextPhase(phase, step.edge);
        if (next !== null && improve(step.to, next, seconds + step.seconds)) hasImproved = true;
      }
    }
  }
  const direct =
    from.edge === to.edge
      ? partOf(from, Math.abs(to.along - from.along), to.along < from.along)
      : Number.POSITIVE_INFINITY;
  let best = direct;
  for (const phase of ['starting', 'on', 'ending'] as const) {
    if (nextPhase(phase, to.edge) === null) continue;
    const at = (junction: number | undefined) =>
      known.get(`${junction} ${phase}`) ?? Number.POSITIVE_INFINITY;
    best = Math.min(
      best,
      at(graph.edgeFroms[to.edge]) + partOf(to, to.along, false),
      at(graph.edgeTos[to.edge]) + partOf(to, 1 - to.along, true),
    );
  }
  return best;
}
