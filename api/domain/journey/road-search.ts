// How long from a node to each of the others, the nearest first? Shortest paths by buckets of time
// (Dial 1969; the nodes of one bucket may be corrected, as in Meyer and Sanders 2003): exact, and without
// the cost of a heap. A search can stop when enough is known and go on later where it stopped.

import type { RoadRows } from '#domain/journey/road-rows.ts';

export type RoadSearch = {
  /** Forgets the search before. Nodes with the seconds it takes to come to them. */
  begin: (seeds: Iterable<readonly [node: number, seconds: number, meters: number]>) => void;
  /**
   * Goes on until `isEnough`, asked again and again with the seconds within which all is known for
   * good, or until nothing is left within the limit.
   */
  grow: (isEnough: (knownSeconds: number) => boolean, limitSeconds: number) => void;
  /** Infinity where no way is known yet. Final when not above `knownSeconds`. */
  secondsTo: (node: number) => number;
  metersTo: (node: number) => number;
  /** Infinity when the search has been everywhere. */
  knownSeconds: () => number;
};

const MOST_STAMPS = 2 ** 32 - 1;
const MOST_BUCKETS = 1 << 16;
/** Buckets so narrow that few nodes are corrected, so wide that few are empty. */
const BUCKETS_AN_ARC = 4;

/** The state is of the size of the rows, allocated once, used by one search after the other. */
export function createRoadSearch({ starts, tos, ...rows }: RoadRows, longestSeed = 0): RoadSearch {
  const nodeCount = starts.length - 1;
  const arcSeconds = rows.seconds;
  const arcMeters = rows.meters;
  const { width, count } = bucketsFor(arcSeconds, longestSeed);
  const perSecond = 1 / width;
  const mask = count - 1;
  /** Nodes that wait, linked by bucket: the first of each, and both neighbours of a node. */
  const heads = new Int32Array(count).fill(-1);
  const after = new Int32Array(nodeCount);
  const before = new Int32Array(nodeCount);
  /** The bucket a node waits in; -1: none. */
  const waitsIn = new Int32Array(nodeCount);
  const seconds = new Float64Array(nodeCount);
  const meters = new Float64Array(nodeCount);
  /** What is known of a node holds when it bears the number of this search. */
  const stamps = new Uint32Array(nodeCount);
  let stamp = 0;
  let bucket = 0;
  let waiting = 0;

  /** A way to a node: kept when it is quicker than the one known. */
  function reach(node: number, newSeconds: number, newMeters: number): void {
    if (stamps[node] !== stamp) {
      stamps[node] = stamp;
      waitsIn[node] = -1;
    } else if (newSeconds >= (seconds[node] ?? 0)) return;
    seconds[node] = newSeconds;
    meters[node] = newMeters;
    const place = Math.floor(newSeconds * perSecond) & mask;
    const old = waitsIn[node] ?? -1;
    if (old === place) return;
    if (old === -1) waiting += 1;
    else leave(node, old);
    const head = heads[place] ?? -1;
    waitsIn[node] = place;
    before[node] = -1;
    after[node] = head;
    if (head !== -1) before[head] = node;
    heads[place] = node;
  }

  function leave(node: number, place: number): void {
    const next = after[node] ?? -1;
    const previous = before[node] ?? -1;
    if (previous === -1) heads[place] = next;
    else after[previous] = next;
    if (next !== -1) before[next] = previous;
  }

  /** Nodes of a bucket may be reached anew from others of the same bucket. */
  function emptyBucket(place: number): void {
    for (let node = heads[place] ?? -1; node !== -1; node = heads[place] ?? -1) {
      leave(node, place);
      waitsIn[node] = -1;
      waiting -= 1;
      const nodeSeconds = seconds[node] ?? 0;
      const nodeMeters = meters[node] ?? 0;
      const end = starts[node + 1] ?? 0;
      for (let arc = starts[node] ?? 0; arc < end; arc++) {
        const to = tos[arc] ?? 0;
        const arrival = nodeSeconds + (arcSeconds[arc] ?? 0);
        if (stamps[to] === stamp && arrival >= (seconds[to] ?? 0)) continue;
        reach(to, arrival, nodeMeters + (arcMeters[arc] ?? 0));
      }
    }
  }

  const isKnown = (node: number) => stamps[node] === stamp;
  const knownSeconds = () => (waiting === 0 ? Number.POSITIVE_INFINITY : bucket * width);
  return {
    begin(seeds) {
      stamp += 1;
      if (stamp > MOST_STAMPS) {
        stamps.fill(0);
        stamp = 1;
      }
      bucket = Number.MAX_SAFE_INTEGER;
      waiting = 0;
      heads.fill(-1);
      for (const [node, first, firstMeters] of seeds) {
        if (!Number.isFinite(first)) continue;
        reach(node, first, firstMeters);
        bucket = Math.min(bucket, Math.floor(first * perSecond));
      }
    },
    grow(isEnough, limitSeconds) {
      while (waiting > 0 && bucket * width <= limitSeconds && !isEnough(bucket * width)) {
        emptyBucket(bucket & mask);
        bucket += 1;
      }
    },
    secondsTo: (node) => (isKnown(node) ? (seconds[node] ?? 0) : Number.POSITIVE_INFINITY),
    metersTo: (node) => (isKnown(node) ? (meters[node] ?? 0) : Number.POSITIVE_INFINITY),
    knownSeconds,
  };
}

/** As many buckets as the longest arc spans, so that no two times share one. */
function bucketsFor(seconds: Float32Array, longestSeed: number): { width: number; count: number } {
  let longest = longestSeed;
  let sum = 0;
  for (const each of seconds) {
    longest = Math.max(longest, each);
    sum += each;
  }
  const usual = sum / Math.max(1, seconds.length) / BUCKETS_AN_ARC;
  const width = Math.max(usual, longest / (MOST_BUCKETS - 4), 1e-3);
  // One for the rest of a division, one for the bucket being emptied.
  return { width, count: 2 ** Math.ceil(Math.log2(longest / width + 3)) };
}
