// From a stop, how long does it take at least to the end, with so many more rides, whatever the hour?
//
// A search is not worth going on from where even the quickest vehicles, without any wait, come too late.
// The same rounds as a search, from the ends back, on the shortest time each lane ever takes between two
// calls.

import { keepLast, keyOf } from '#domain/journey/keep-last.ts';
import type { Network } from '#domain/journey/network.ts';
import type { End } from '#domain/journey/raptor-ends.ts';
import { NEVER } from '#domain/journey/raptor-labels.ts';

/** By number of rides left, then by stop: seconds; NEVER where the end is out of reach. */
export type LowerBounds = readonly Int32Array[];

/** Of the last lists of ends asked about: many searches of one person go to one home. */
const kept = keepLast<Network, LowerBounds>(12);

export function lowerBounds(
  network: Network,
  ends: readonly End[],
  maxRidesLeft: number,
): LowerBounds {
  const key = `${maxRidesLeft} ${keyOf(ends)}`;
  return kept(network, key, () => computeBounds(network, ends, maxRidesLeft));
}

function computeBounds(network: Network, ends: readonly End[], maxRidesLeft: number): LowerBounds {
  const first = new Int32Array(network.stopCount).fill(NEVER);
  let marked: number[] = [];
  for (const { stop, seconds } of ends) {
    if (first[stop] === NEVER) marked.push(stop);
    first[stop] = Math.min(first[stop] ?? NEVER, seconds);
  }
  marked.push(...walkBack(network, first, first.slice(), marked));
  const left = [first];
  // Boarding is kept apart: where one had better walk to the end, others come on foot to ride, and may
  // not walk on.
  const boarding = new Int32Array(network.stopCount).fill(NEVER);
  const lastCalls = new Int32Array(network.laneCount).fill(-1);
  const seen = new Uint8Array(network.stopCount);
  for (let rides = 1; rides <= maxRidesLeft; rides++) {
    const before = left[rides - 1] ?? first;
    const now = before.slice();
    const boardings: number[] = [];
    for (const lane of lanesThrough(network, marked, lastCalls)) {
      rideBack(network, lane, lastCalls[lane] ?? 0, before, boarding, boardings);
      lastCalls[lane] = -1;
    }
    const boarded = onceEach(boardings, seen);
    marked = boarded.filter((stop) => (boarding[stop] ?? 0) < (now[stop] ?? 0));
    for (const stop of marked) now[stop] = boarding[stop] ?? NEVER;
    marked = onceEach(marked.concat(walkBack(network, now, boarding, boarded)), seen);
    left.push(now);
  }
  return left;
}

/** Where lines are many, a stop is brought nearer by one after the other. `seen` is given back clean. */
function onceEach(stops: readonly number[], seen: Uint8Array): number[] {
  const each = stops.filter((stop) => {
    const isNew = seen[stop] === 0;
    seen[stop] = 1;
    return isNew;
  });
  for (const stop of each) seen[stop] = 0;
  return each;
}

/** Lanes that call at a marked stop; `lastCalls` takes the last such call of each. */
function lanesThrough(
  { stopStarts, stopLanes, stopCalls }: Network,
  marked: readonly number[],
  lastCalls: Int32Array,
): readonly number[] {
  const lanes: number[] = [];
  for (const stop of marked) {
    const end = stopStarts[stop + 1] ?? 0;
    for (let at = stopStarts[stop] ?? 0; at < end; at++) {
      const lane = stopLanes[at] ?? 0;
      const last = lastCalls[lane] ?? 0;
      if (last === -1) lanes.push(lane);
      lastCalls[lane] = Math.max(last, stopCalls[at] ?? 0);
    }
  }
  return lanes;
}

function rideBack(
  network: Network,
  lane: number,
  last: number,
  before: Int32Array,
  boarding: Int32Array,
  boarded: number[],
): void {
  const { callStops, canBoard, canAlight, callLeastSeconds } = network;
  const calls = network.callStarts[lane] ?? 0;
  let seconds = NEVER;
  for (let call = calls + last; call >= calls; call--) {
    const stop = callStops[call] ?? 0;
    if (canBoard[call] === 1 && seconds < (boarding[stop] ?? 0)) {
      boarding[stop] = seconds;
      boarded.push(stop);
    }
    const onwards = before[stop] ?? NEVER;
    if (canAlight[call] === 1 && onwards < seconds) seconds = onwards;
    if (seconds !== NEVER) seconds += callLeastSeconds[call] ?? 0;
  }
}

/** From the stops one may walk from to some, where there is so much left; returns those it brings nearer. */
function walkBack(
  { footpathsBack: { starts, to, seconds } }: Network,
  now: Int32Array,
  there: Int32Array,
  stops: readonly number[],
): number[] {
  const nearer: number[] = [];
  for (const stop of stops) {
    const end = starts[stop + 1] ?? 0;
    for (let path = starts[stop] ?? 0; path < end; path++) {
      const from = to[path] ?? 0;
      const time = (there[stop] ?? 0) + (seconds[path] ?? 0);
      if (time >= (now[from] ?? 0)) continue;
      now[from] = time;
      nearer.push(from);
    }
  }
  return nearer;
}
