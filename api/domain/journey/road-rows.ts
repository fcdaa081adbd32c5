// Where can one mode go next, and in how long? The rows a search of the fastest way reads, forwards and
// backwards, of one mode only: closed roads are not there.
//
// Roads cars may only take to reach a place along them are an entrance or an exit of a trip, never a
// part in its middle. The rows say it by themselves, so that a search need not know: a junction of such
// roads has three nodes, for a trip that has not left them yet, for one that has, and for one that came
// back to them to end there. Streets that only such roads lead to count among them.

import { arcsOf, type RoadArcs } from '#domain/journey/road-arcs.ts';
import { mainComponent } from '#domain/journey/road-components.ts';
import { DESTINATION_FLAG, paceOf, type RoadGraph } from '#domain/journey/road-graph.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';

/** Arcs of node n: `starts[n]` … `starts[n + 1]` excluded. */
export type RoadRows = {
  starts: Uint32Array;
  tos: Uint32Array;
  seconds: Float32Array;
  meters: Float32Array;
};

/** All of it may be shared by threads. */
export type ModeRows = {
  junctionCount: number;
  /** Junctions that have more nodes than their own number, and their number among them; -1: others. */
  doubledCount: number;
  doubled: Int32Array;
  /** 1 for edges that only start or end a trip. */
  edgeIsEnd: Uint8Array;
  /** Seconds a metre by directed profile; Infinity where closed. */
  pace: Float64Array;
  /** Backwards: the same arcs, in rows of where they lead to, leading to where they come from. */
  forward: RoadRows;
  backward: RoadRows;
};

/** Nodes of a junction by how far the trip is: on its way; come to its end; not started yet. */
export const onTheWay = (_rows: ModeRows, junction: number): number => junction;

/** -1 when no road of this junction only ends trips. */
export function atTheEnd({ doubled, junctionCount }: ModeRows, junction: number): number {
  const number = doubled[junction] ?? -1;
  return number === -1 ? -1 : junctionCount + number;
}

/** -1 when no road of this junction only starts trips. */
export function atTheStart(rows: ModeRows, junction: number): number {
  const end = atTheEnd(rows, junction);
  return end === -1 ? -1 : end + rows.doubledCount;
}

export function modeRows(graph: RoadGraph, mode: RoadMode): ModeRows {
  const { junctionCount, edgeCount, edgeFroms, edgeTos, edgeMeters, edgeProfiles } = graph;
  const pace = shared(Float64Array, graph.profileFlags.length);
  pace.set(paceOf(graph, mode));
  const edgeIsEnd = mode === 'car' ? endEdges(graph, pace) : shared(Uint8Array, edgeCount);
  const doubled = shared(Int32Array, junctionCount).fill(-1);
  let doubledCount = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeIsEnd[edge] === 0) continue;
    for (const junction of [edgeFroms[edge] ?? 0, edgeTos[edge] ?? 0]) {
      if (doubled[junction] === -1) doubled[junction] = doubledCount++;
    }
  }
  const rows = { junctionCount, doubledCount, doubled, edgeIsEnd, pace };

  const eachArc = (tell: TellArc) => {
    const tellOne = (from: number, to: number, edge: number, profile: number) => {
      const meters = edgeMeters[edge] ?? 0;
      const seconds = meters * (pace[profile] ?? 0);
      if (from === to || !Number.isFinite(seconds)) return;
      const [fromNumber, toNumber] = [doubled[from] ?? -1, doubled[to] ?? -1];
      const [end, start] = [junctionCount, junctionCount + doubledCount];
      if (edgeIsEnd[edge] === 0) {
        tell(from, to, seconds, meters);
        if (fromNumber !== -1) tell(start + fromNumber, to, seconds, meters);
      } else {
        tell(from, end + toNumber, seconds, meters);
        tell(end + fromNumber, end + toNumber, seconds, meters);
        tell(start + fromNumber, start + toNumber, seconds, meters);
      }
    };
    for (let edge = 0; edge < edgeCount; edge++) {
      const [from, to, profile] = [edgeFroms[edge], edgeTos[edge], edgeProfiles[edge]];
      tellOne(from ?? 0, to ?? 0, edge, profile ?? 0);
      tellOne(to ?? 0, from ?? 0, edge, (profile ?? 0) ^ 1);
    }
  };
  const nodeCount = junctionCount + 2 * doubledCount;
  const backwards = (tell: TellArc) =>
    eachArc((from, to, seconds, meters) => tell(to, from, seconds, meters));
  return { ...rows, forward: rowsOf(nodeCount, eachArc), backward: rowsOf(nodeCount, backwards) };
}

type TellArc = (from: number, to: number, seconds: number, meters: number) => void;

function rowsOf(nodeCount: number, eachArc: (tell: TellArc) => void): RoadRows {
  const starts = shared(Uint32Array, nodeCount + 1);
  eachArc((from) => {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  });
  for (let node = 0; node < nodeCount; node++) {
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  }
  const arcCount = starts[nodeCount] ?? 0;
  const tos = shared(Uint32Array, arcCount);
  const seconds = shared(Float32Array, arcCount);
  const meters = shared(Float32Array, arcCount);
  const next = starts.slice();
  eachArc((from, to, arcSeconds, arcMeters) => {
    const arc = next[from] ?? 0;
    next[from] = arc + 1;
    tos[arc] = to;
    seconds[arc] = arcSeconds;
    meters[arc] = arcMeters;
  });
  return { starts, tos, seconds, meters };
}

/** Those flagged, and those the others do not reach both ways. */
function endEdges(graph: RoadGraph, pace: Float64Array): Uint8Array {
  const { edgeCount, edgeFroms, edgeTos, edgeProfiles, profileFlags } = graph;
  const edgeIsEnd = shared(Uint8Array, edgeCount);
  const isFlagged = (profile: number) => ((profileFlags[profile] ?? 0) & DESTINATION_FLAG) !== 0;
  if (!edgeProfiles.some(isFlagged)) return edgeIsEnd;
  const arcs: RoadArcs = arcsOf(graph);
  const isOpen = Uint8Array.from(pace, (each, profile) =>
    Number.isFinite(each) && !isFlagged(profile) ? 1 : 0,
  );
  const isMain = mainComponent(arcs, isOpen);
  for (let edge = 0; edge < edgeCount; edge++) {
    const isBetweenMain = isMain[edgeFroms[edge] ?? 0] === 1 && isMain[edgeTos[edge] ?? 0] === 1;
    if (isFlagged(edgeProfiles[edge] ?? 0) || !isBetweenMain) edgeIsEnd[edge] = 1;
  }
  return edgeIsEnd;
}

type Numbers = Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Zeros that all threads may read. */
export function shared<T extends Numbers>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}
