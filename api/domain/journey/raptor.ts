// From these stops at these times, how early can one be at every stop, with one ride, with two, with three?
//
// RAPTOR (Delling, Pajor, Werneck, « Round-Based Public Transit Routing », 2012). Arriving by a vehicle and
// being ready to board (after a change or a walk) are kept apart: a ride is pruned by the best ride only,
// because paths on foot do not chain, and the stop one walks from may be reached on foot sooner.

import type { Network } from '#domain/journey/network.ts';
import {
  type Bests,
  emptyRound,
  giveBack,
  NEVER,
  type Round,
  takeWorkspace,
} from '#domain/journey/raptor-labels.ts';

/** Where the search starts; `seconds` in the direction of the network. */
export type Origin = { stop: number; seconds: number };

export type SearchLimits = {
  maxRides: number;
  /** Margin added to every change. */
  changeSeconds: number;
  /** No arrival after this time. */
  latestSeconds: number;
  /** Longest walk between two stops. */
  maxWalkMeters: number;
  allowsPattern: ((pattern: number) => boolean) | null;
  allowsRun: ((run: number) => boolean) | null;
  allowsStop: ((stop: number) => boolean) | null;
};

/** Gives the rounds, by number of rides, to `read`: they are valid until it returns. */
export function search<Answer>(
  network: Network,
  origins: readonly Origin[],
  limits: SearchLimits,
  read: (rounds: readonly Round[]) => Answer,
): Answer {
  const space = takeWorkspace(network, limits.maxRides);
  const ready = startRound(network, space.rounds[0] ?? emptyRound(0), origins, limits);
  const touched = rideRounds(network, space.rounds, ready, space.bests, limits);
  const answer = read(space.rounds.slice(0, touched.length));
  giveBack(network, space, touched);
  return answer;
}

/** Fills round 0: the origins, and where one may walk from them before any ride. Returns these stops. */
export function startRound(
  network: Network,
  start: Round,
  origins: readonly Origin[],
  limits: SearchLimits,
): number[] {
  const reached: number[] = [];
  for (const { stop, seconds } of origins) {
    if (seconds >= (start.ride[stop] ?? 0) || seconds > limits.latestSeconds) continue;
    if (start.ride[stop] === NEVER) reached.push(stop);
    start.ride[stop] = seconds;
  }
  for (const stop of reached) {
    start.ready[stop] = start.ride[stop] ?? NEVER;
    start.readyFrom[stop] = stop;
    start.readyPath[stop] = -1;
  }
  // Walking from the origins has its own bests: a ride is compared with rides, never with a walk.
  const walked = walkOn(network, start, reached, start.ready, limits);
  return [...new Set([...reached, ...walked])];
}

/**
 * Rides from the stops one is ready at in round 0; fills `rounds`, reusing those that are there (they
 * must say NEVER everywhere). Returns the stops each round has touched, to clean them.
 */
export function rideRounds(
  network: Network,
  rounds: Round[],
  readyAtStart: readonly number[],
  bests: Bests,
  limits: SearchLimits,
): number[][] {
  const firstCalls = new Map<number, number>();
  const touched: number[][] = [[...readyAtStart]];
  let ready = readyAtStart;
  for (let rides = 1; rides <= limits.maxRides && ready.length > 0; rides++) {
    const before = rounds[rides - 1] ?? emptyRound(network.stopCount);
    const round = rounds[rides] ?? emptyRound(network.stopCount);
    rounds[rides] = round;
    const bestRide = bests.ride[rides] ?? new Int32Array();
    const bestReady = bests.ready[rides] ?? new Int32Array();
    const margin = rides === 1 ? 0 : limits.changeSeconds;
    const alighted = new Set<number>();
    for (const [lane, first] of lanesThrough(network, ready, firstCalls)) {
      if (limits.allowsPattern && !limits.allowsPattern(network.lanePatterns[lane] ?? 0)) continue;
      rideLane(network, lane, first, before, round, bestRide, alighted, margin, limits);
    }
    firstCalls.clear();
    ready = walkOn(network, round, alighted, bestReady, limits);
    for (let more = rides + 1; more <= limits.maxRides; more++) {
      lower(bests.ride[more], round.ride, alighted);
      lower(bests.ready[more], round.ready, ready);
    }
    touched.push([...alighted, ...ready]);
  }
  return touched;
}

/** With more rides one does at least as well. */
function lower(best: Int32Array | undefined, times: Int32Array, stops: Iterable<number>): void {
  if (!best) return;
  for (const stop of stops) best[stop] = Math.min(best[stop] ?? NEVER, times[stop] ?? NEVER);
}

/** Lanes that call at a stop one is ready at, with the first such call of each. */
function lanesThrough(
  network: Network,
  ready: readonly number[],
  firstCalls: Map<number, number>,
): ReadonlyMap<number, number> {
  for (const stop of ready) {
    const end = network.stopStarts[stop + 1] ?? 0;
    for (let at = network.stopStarts[stop] ?? 0; at < end; at++) {
      const lane = network.stopLanes[at] ?? 0;
      const call = network.stopCalls[at] ?? 0;
      if (call < (firstCalls.get(lane) ?? NEVER)) firstCalls.set(lane, call);
    }
  }
  return firstCalls;
}

/** Rides one lane from a call on, always in the first run that can be caught. */
function rideLane(
  network: Network,
  lane: number,
  first: number,
  before: Round,
  round: Round,
  bestRide: Int32Array,
  alighted: Set<number>,
  margin: number,
  limits: SearchLimits,
): void {
  const { callStarts, callStops, canBoard, canAlight, arrivals, departures } = network;
  const calls = callStarts[lane] ?? 0;
  const size = (callStarts[lane + 1] ?? 0) - calls;
  const times = network.laneTimes[lane] ?? 0;
  let run = -1;
  let board = -1;
  for (let call = first; call < size; call++) {
    const stop = callStops[calls + call] ?? 0;
    if (limits.allowsStop && !limits.allowsStop(stop)) continue;
    if (run >= 0 && canAlight[calls + call] === 1) {
      const arrival = arrivals[times + run * size + call] ?? NEVER;
      if (arrival < (bestRide[stop] ?? 0) && arrival <= limits.latestSeconds) {
        bestRide[stop] = arrival;
        round.ride[stop] = arrival;
        round.rideLane[stop] = lane;
        round.rideRun[stop] = run;
        round.rideBoard[stop] = board;
        round.rideAlight[stop] = call;
        alighted.add(stop);
      }
    }
    const ready = before.ready[stop] ?? NEVER;
    if (ready === NEVER || canBoard[calls + call] !== 1 || call === size - 1) continue;
    if (run >= 0 && ready + margin > (departures[times + run * size + call] ?? 0)) continue;
    const caught = firstRun(network, lane, call, ready + margin, run, limits);
    if (caught === -1) continue;
    run = caught;
    board = call;
  }
}

/** First allowed run of a lane that leaves a call at or after a time, before run `current`; -1 if none. */
function firstRun(
  network: Network,
  lane: number,
  call: number,
  seconds: number,
  current: number,
  limits: SearchLimits,
): number {
  const firstIndex = network.laneRunStarts[lane] ?? 0;
  const size = (network.callStarts[lane + 1] ?? 0) - (network.callStarts[lane] ?? 0);
  const times = (network.laneTimes[lane] ?? 0) + call;
  const end = current >= 0 ? current : (network.laneRunStarts[lane + 1] ?? 0) - firstIndex;
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((network.departures[times + middle * size] ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  if (limits.allowsRun) {
    while (low < end && !limits.allowsRun(network.runs[firstIndex + low] ?? 0)) low++;
  }
  return low < end ? low : -1;
}

/** From where one has just arrived to every stop within a change; returns the stops made ready sooner. */
function walkOn(
  network: Network,
  round: Round,
  arrived: Iterable<number>,
  bestReady: Int32Array,
  limits: SearchLimits,
): number[] {
  const { starts, to, seconds, meters } = network.footpaths;
  const improved = new Set<number>();
  for (const stop of arrived) {
    const arrival = round.ride[stop] ?? NEVER;
    const end = starts[stop + 1] ?? 0;
    for (let path = starts[stop] ?? 0; path < end; path++) {
      const next = to[path] ?? 0;
      const time = arrival + (seconds[path] ?? 0);
      if (time >= (bestReady[next] ?? 0) || time > limits.latestSeconds) continue;
      if ((meters[path] ?? 0) > limits.maxWalkMeters) continue;
      bestReady[next] = time;
      round.ready[next] = time;
      round.readyFrom[next] = stop;
      round.readyPath[next] = path;
      improved.add(next);
    }
  }
  return [...improved];
}
