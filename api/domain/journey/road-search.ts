// How long from a node to each of the others, the nearest first? Shortest paths by buckets of time
// (Dial 1969; the nodes of one bucket may be corrected, as in Meyer and Sanders 2003): exact, and without
// the cost of a heap. A search can stop when enough is known and go on later where it stopped.

import type { RoadRows } from '#domain/journey/road-rows.ts';

export type RoadSearch = {
  /** Forgets the search before. Nodes with the seconds and metres it takes to come to them. */
  begin: (seeds: Iterable<readonly [node: number, seconds: number, meters: number]>) => void;
  /**
   * Goes on until `isEnough`, asked again and again with the seconds within which all is known for
   * good, or until nothing is left within the limit.
   */
  grow: (isEnough: (knownSeconds: number) => boolean, limitSeconds: number) => void;
  /** Infinity where no way is known yet; final once the search has grown past it. */
  secondsTo: (node: number) => number;
  metersTo: (node: number) => number;
};

const MOST_STAMPS = 2 ** 32 - 1;
const MOST_BUCKETS = 1 << 16;
/** Buckets so narrow that few nodes are corrected, so wide that few are empty. */
const BUCKETS_AN_ARC = 4;

/** Of the size of the rows, allocated once, used by one search after the other. */
type State = {
  perSecond: number;
  mask: number;
  /** Nodes that wait, linked by bucket: the first of each, and both neighbours of a node; -1: none. */
  heads: Int32Array;
  after: Int32Array;
  before: Int32Array;
  /** The bucket a node waits in; -1: none. */
  waitsIn: Int32Array;
  seconds: Float64Array;
  meters: Float64Array;
  /** What is known of a node holds when it bears the number of this search. */
  stamps: Uint32Array;
  stamp: number;
  waitingCount: number;
};

/** `longestSeed`: in seconds, how far apart seeds may be. */
export function createRoadSearch(rows: RoadRows, longestSeed = 0): RoadSearch {
  const nodeCount = rows.starts.length - 1;
  const { width, count } = bucketsFor(rows.seconds, longestSeed);
  const state: State = {
    perSecond: 1 / width,
    mask: count - 1,
    heads: new Int32Array(count).fill(-1),
    after: new Int32Array(nodeCount),
    before: new Int32Array(nodeCount),
    waitsIn: new Int32Array(nodeCount),
    seconds: new Float64Array(nodeCount),
    meters: new Float64Array(nodeCount),
    stamps: new Uint32Array(nodeCount),
    stamp: 1,
    waitingCount: 0,
  };
  let bucket = 0;
  const isReached = (node: number) => state.stamps[node] === state.stamp;
  return {
    begin(seeds) {
      state.stamp += 1;
      if (state.stamp > MOST_STAMPS) {
        state.stamps.fill(0);
        state.stamp = 1;
      }
      bucket = Number.MAX_SAFE_INTEGER;
      state.waitingCount = 0;
      state.heads.fill(-1);
      for (const [node, seconds, meters] of seeds) {
        if (!Number.isFinite(seconds)) continue;
        if (isReached(node) && seconds >= (state.seconds[node] ?? 0)) continue;
        reach(state, node, seconds, meters);
        bucket = Math.min(bucket, Math.floor(seconds * state.perSecond));
      }
    },
    grow(isEnough, limitSeconds) {
      while (state.waitingCount > 0) {
        const knownSeconds = bucket * width;
        if (knownSeconds > limitSeconds || isEnough(knownSeconds)) return;
        emptyBucket(rows, state, bucket & state.mask);
        bucket += 1;
      }
    },
    secondsTo: (node) => (isReached(node) ? (state.seconds[node] ?? 0) : Number.POSITIVE_INFINITY),
    metersTo: (node) => (isReached(node) ? (state.meters[node] ?? 0) : Number.POSITIVE_INFINITY),
  };
}

/** A way to a node, quicker than the one known: it waits for its turn. */
function reach(state: State, node: number, seconds: number, meters: number): void {
  const { heads, after, before, waitsIn, stamps } = state;
  const old = stamps[node] === state.stamp ? (waitsIn[node] ?? -1) : -1;
  stamps[node] = state.stamp;
  state.seconds[node] = seconds;
  state.meters[node] = meters;
  const place = Math.floor(seconds * state.perSecond) & state.mask;
  if (old === place) return;
  if (old === -1) state.waitingCount += 1;
  else leave(state, node, old);
  const head = heads[place] ?? -1;
  waitsIn[node] = place;
  before[node] = -1;
  after[node] = head;
  if (head !== -1) before[head] = node;
  heads[place] = node;
}

function leave({ heads, after, before }: State, node: number, place: number): void {
  const next = after[node] ?? -1;
  const previous = before[node] ?? -1;
  if (previous === -1) heads[place] = next;
  else after[previous] = next;
  if (next !== -1) before[next] = previous;
}

/** Nodes of a bucket may be reached anew from others of the same bucket. */
function emptyBucket(rows: RoadRows, state: State, place: number): void {
  const { starts, tos, seconds: arcSeconds, meters: arcMeters } = rows;
  const { heads, waitsIn, seconds, meters, stamps, stamp } = state;
  for (let node = heads[place] ?? -1; node !== -1; node = heads[place] ?? -1) {
    leave(state, node, place);
    waitsIn[node] = -1;
    state.waitingCount -= 1;
    const nodeSeconds = seconds[node] ?? 0;
    const nodeMeters = meters[node] ?? 0;
    const end = starts[node + 1] ?? 0;
    for (let arc = starts[node] ?? 0; arc < end; arc++) {
      const to = tos[arc] ?? 0;
      const arrival = nodeSeconds + (arcSeconds[arc] ?? 0);
      if (stamps[to] === stamp && arrival >= (seconds[to] ?? 0)) continue;
      reach(state, to, arrival, nodeMeters + (arcMeters[arc] ?? 0));
    }
  }
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
