// Which stretches are one road for a search? Those that follow each other where nothing else leaves and
// nothing changes: OpenStreetMap cuts a road at each bridge and each new name.

import type { Roads, Stretches } from '#seeds/sources/osm/cut-roads.ts';
import type { ProfileTable } from '#seeds/sources/osm/profile-table.ts';

/** Node numbers from end to end, and the directed profile along them. The array is used again. */
export type VisitRoad = (line: readonly number[], profile: number) => void;

const NONE = 0xffff_ffff;

export function joinStretches(
  roads: Roads,
  stretches: Stretches,
  blocked: Uint8Array,
  profiles: ProfileTable,
  visit: VisitRoad,
): void {
  const { nodes } = roads;
  const { count, firsts, lasts, ends } = stretches;
  const firstNode = (stretch: number) => nodes[firsts[stretch] ?? 0] ?? 0;
  const lastNode = (stretch: number) => nodes[lasts[stretch] ?? 0] ?? 0;
  const isDone = new Uint8Array(count);
  const pairs = pairsByNode(stretches, firstNode, lastNode);

  /** The profile of a stretch walked away from one of its ends. */
  const profileFrom = (stretch: number, node: number): number => {
    const along = stretches.profiles[stretch] ?? 0;
    return firstNode(stretch) === node ? along : profiles.reverseOf(along);
  };
  /** The stretch that goes on, alike, beyond this node; null where a search may choose or stop. */
  const nextOf = (stretch: number, node: number): number | null => {
    if (ends[node] !== 2 || blocked[node] !== 0) return null;
    const [one = NONE, other = NONE] = [pairs[2 * node], pairs[2 * node + 1]];
    const next = one === stretch ? other : one;
    if (next === stretch) return null;
    const into = profiles.reverseOf(profileFrom(stretch, node));
    return into === profileFrom(next, node) ? next : null;
  };

  const line: number[] = [];
  const append = (stretch: number, from: number): number => {
    const [first = 0, last = 0] = [firsts[stretch], lasts[stretch]];
    if (firstNode(stretch) === from) {
      for (let i = first + 1; i <= last; i++) line.push(nodes[i] ?? 0);
      return lastNode(stretch);
    }
    for (let i = last - 1; i >= first; i--) line.push(nodes[i] ?? 0);
    return firstNode(stretch);
  };
  const follow = (stretch: number, from: number) => {
    const profile = profileFrom(stretch, from);
    line.length = 0;
    line.push(from);
    let node = from;
    for (let next: number | null = stretch; next !== null && isDone[next] === 0; ) {
      isDone[next] = 1;
      node = append(next, node);
      next = nextOf(next, node);
    }
    visit(line, profile);
  };

  for (let stretch = 0; stretch < count; stretch++) {
    for (const end of [firstNode(stretch), lastNode(stretch)]) {
      if (isDone[stretch] === 0 && nextOf(stretch, end) === null) follow(stretch, end);
    }
  }
  // What is left are rings nothing else touches: one of their nodes has to be a junction.
  for (let stretch = 0; stretch < count; stretch++) {
    if (isDone[stretch] === 0) follow(stretch, firstNode(stretch));
  }
}

/** The two stretches at each node where exactly two end. */
function pairsByNode(
  { count, ends }: Stretches,
  firstNode: (stretch: number) => number,
  lastNode: (stretch: number) => number,
): Uint32Array {
  const pairs = new Uint32Array(2 * ends.length).fill(NONE);
  for (let stretch = 0; stretch < count; stretch++) {
    for (const node of [firstNode(stretch), lastNode(stretch)]) {
      if (ends[node] === 2) pairs[2 * node + (pairs[2 * node] === NONE ? 0 : 1)] = stretch;
    }
  }
  return pairs;
}
