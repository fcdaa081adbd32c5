// Where are roads cut: where they meet, end, or where something stops somebody?

import { MISSING } from '#seeds/sources/osm/locate-nodes.ts';
import { NumberList } from '#seeds/sources/osm/number-list.ts';

export type Roads = {
  /** Node numbers of all roads, one after the other: road w from `starts[w]` to `starts[w + 1]`. */
  nodes: Uint32Array;
  starts: Uint32Array;
  /** Directed profile of each road along its nodes. */
  profiles: Uint16Array;
};

/** A stretch of one road between two cuts, both included: positions in `Roads.nodes`. */
export type Stretches = {
  count: number;
  firsts: Uint32Array;
  lasts: Uint32Array;
  profiles: Uint16Array;
  /** How many stretches start or end at each node, 3 meaning many; 0: no cut. */
  ends: Uint8Array;
};

const MANY = 3;

/** Roads are also cut around nodes the file does not hold. */
export function cutRoads(roads: Roads, lons: Int32Array, blocked: Uint8Array): Stretches {
  const { nodes, profiles } = roads;
  const uses = new Uint8Array(lons.length);
  const runs = listRuns(roads, lons);
  for (let run = 0; run < runs.firsts.length; run++) {
    const [first, last] = [runs.firsts[run] ?? 0, runs.lasts[run] ?? 0];
    for (let i = first; i <= last; i++) {
      const node = nodes[i] ?? 0;
      // Ends count as much as a crossing; an inner node seen once is a bend.
      add(uses, node, i === first || i === last ? 2 : 1);
    }
  }
  const isCut = (node: number) => (uses[node] ?? 0) > 1 || blocked[node] !== 0;

  const firsts = new NumberList(Uint32Array);
  const lasts = new NumberList(Uint32Array);
  const stretchProfiles = new NumberList(Uint16Array);
  const ends = new Uint8Array(lons.length);
  for (let run = 0; run < runs.firsts.length; run++) {
    const last = runs.lasts[run] ?? 0;
    let first = runs.firsts[run] ?? 0;
    for (let i = first + 1; i <= last; i++) {
      const node = nodes[i] ?? 0;
      if (!isCut(node)) continue;
      firsts.push(first);
      lasts.push(i);
      stretchProfiles.push(profiles[runs.roads[run] ?? 0] ?? 0);
      add(ends, nodes[first] ?? 0, 1);
      add(ends, node, 1);
      first = i;
    }
  }
  return {
    count: firsts.length,
    firsts: firsts.values(),
    lasts: lasts.values(),
    profiles: stretchProfiles.values(),
    ends,
  };
}

function add(counts: Uint8Array, node: number, more: number): void {
  counts[node] = Math.min(MANY, (counts[node] ?? 0) + more);
}

/** Runs of at least two nodes that are all in the file. */
function listRuns({ nodes, starts }: Roads, lons: Int32Array) {
  const firsts = new NumberList(Uint32Array);
  const lasts = new NumberList(Uint32Array);
  const roads = new NumberList(Uint32Array);
  for (let road = 0; road + 1 < starts.length; road++) {
    const end = starts[road + 1] ?? 0;
    let first = starts[road] ?? 0;
    for (let i = first; i <= end; i++) {
      if (i < end && lons[nodes[i] ?? 0] !== MISSING) continue;
      if (i - first > 1) {
        firsts.push(first);
        lasts.push(i - 1);
        roads.push(road);
      }
      first = i + 1;
    }
  }
  return { firsts: firsts.values(), lasts: lasts.values(), roads: roads.values() };
}
