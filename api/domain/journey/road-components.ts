// From which junctions can one go everywhere and come back? The largest strongly connected component of
// each mode (Tarjan 1972), without recursion: a road network is deeper than any call stack.

import type { RoadArcs } from '#domain/journey/road-arcs.ts';
import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { MODE_BITS, modeNumber, ROAD_MODES } from '#domain/journey/road-mode.ts';

type Profiles = Pick<RoadGraph, 'profileKmh'>;

/** `MODE_BITS` by junction: the modes whose largest component it belongs to. Ties: the first found. */
export function mainNetworks(arcs: RoadArcs, { profileKmh }: Profiles): Uint8Array {
  const modes = new Uint8Array(arcs.starts.length - 1);
  for (const mode of ROAD_MODES) {
    const number = modeNumber(mode);
    const isOpen = Uint8Array.from(
      { length: profileKmh.length / ROAD_MODES.length },
      (_, profile) => ((profileKmh[profile * ROAD_MODES.length + number] ?? 0) > 0 ? 1 : 0),
    );
    for (const [junction, isMember] of mainComponent(arcs, isOpen).entries()) {
      if (isMember !== 0) modes[junction] = (modes[junction] ?? 0) | MODE_BITS[mode];
    }
  }
  return modes;
}

/** 1 for each junction of the largest component when only these directed profiles may be used. */
export function mainComponent(arcs: RoadArcs, isOpen: Uint8Array): Uint8Array {
  const { componentOf, largest } = components(arcs, isOpen);
  return Uint8Array.from(componentOf, (component) => (component === largest ? 1 : 0));
}

/** A junction alone is no network: `largest` is 0, which no junction has, when there are only those. */
function components(
  { starts, tos, profiles }: RoadArcs,
  isOpen: Uint8Array,
): { componentOf: Uint32Array; largest: number } {
  const junctionCount = starts.length - 1;
  const componentOf = new Uint32Array(junctionCount);
  const order = new Uint32Array(junctionCount);
  const lowest = new Uint32Array(junctionCount);
  const nextArc = starts.slice(0, junctionCount);
  /** Junctions of components not closed yet, and the path the walk is on. */
  const open = new Uint32Array(junctionCount);
  const path = new Uint32Array(junctionCount);
  let [openCount, pathCount, visited, closed, largest, largestSize] = [0, 0, 0, 0, 0, 1];

  const enter = (junction: number) => {
    visited += 1;
    order[junction] = visited;
    lowest[junction] = visited;
    open[openCount++] = junction;
    path[pathCount++] = junction;
  };
  const lower = (junction: number, value: number) => {
    if (value < (lowest[junction] ?? 0)) lowest[junction] = value;
  };
  const close = (root: number) => {
    closed += 1;
    const end = openCount;
    let member: number;
    do {
      member = open[--openCount] ?? 0;
      componentOf[member] = closed;
    } while (member !== root);
    if (end - openCount > largestSize) {
      largestSize = end - openCount;
      largest = closed;
    }
  };

  for (let start = 0; start < junctionCount; start++) {
    if (order[start] !== 0) continue;
    enter(start);
    while (pathCount > 0) {
      const junction = path[pathCount - 1] ?? 0;
      const arc = nextArc[junction] ?? 0;
      if (arc < (starts[junction + 1] ?? 0)) {
        nextArc[junction] = arc + 1;
        if (isOpen[profiles[arc] ?? 0] === 0) continue;
        const to = tos[arc] ?? 0;
        if (order[to] === 0) enter(to);
        else if (componentOf[to] === 0) lower(junction, order[to] ?? 0);
        continue;
      }
      pathCount -= 1;
      if (lowest[junction] === order[junction]) close(junction);
      if (pathCount > 0) lower(path[pathCount - 1] ?? 0, lowest[junction] ?? 0);
    }
  }
  return { componentOf, largest };
}
