// From these stops at these times, how early can one be at every stop, with one ride, with two, with three?
//
// RAPTOR (Delling, Pajor, Werneck, « Round-Based Public Transit Routing », 2012). Arriving by a vehicle and
// being ready to board (after a change or a walk) are kept apart: a ride is pruned by the best ride only,
// because paths on foot do not chain, and the stop one walks from may be reached on foot sooner.

import type { Network } from '#domain/journey/network.ts';
import { EndBounds, type EndGroup } from '#domain/journey/raptor-ends.ts';
import {
  emptyRound,
  giveBack,
  NEVER,
  type Round,
  type SearchLimits,
  takeWorkspace,
  type Workspace,
} from '#domain/journey/raptor-labels.ts';
import { rideLane, type Step, type StepStart } from '#domain/journey/ride-lane.ts';
import { stopWhenOver } from '#domain/journey/search-cut.ts';

/** Ridden between two looks at the time left. */
const LANES_AT_ONCE = 64;

/** Where the search starts; `seconds` in the direction of the network. */
export type Origin = { stop: number; seconds: number };

/**
 * Gives the rounds, by number of rides, to `read`: they are valid until it returns. Where `ends` are
 * given, the rounds hold what leads to them best, and not all that can be reached.
 */
export function search<Answer>(
  network: Network,
  origins: readonly Origin[],
  ends: readonly EndGroup[],
  limits: SearchLimits,
  read: (rounds: readonly Round[]) => Answer,
): Answer {
  const space = takeWorkspace(network, limits.maxRides);
  const bounds = new EndBounds(network.stopCount, limits.maxRides, ends);
  const ready = startRound(network, space.rounds[0] ?? emptyRound(0), origins, bounds, limits);
  const touched = rideRounds(network, space, ready, null, bounds, limits);
  const answer = read(space.rounds.slice(0, touched.length));
  giveBack(network, space, touched);
  return answer;
}

/** Fills round 0: the origins, and where one may walk from them before any ride. Returns these stops. */
export function startRound(
  network: Network,
  start: Round,
  origins: readonly Origin[],
  bounds: EndBounds | null,
  limits: SearchLimits,
): number[] {
  const reached: number[] = [];
  for (const { stop, seconds } of origins) {
    if (seconds >= (start.ride[stop] ?? 0) || seconds > limits.latestSeconds) continue;
    if (bounds !== null && !bounds.allows(stop, 0, seconds, limits.latestSeconds)) continue;
    if (start.ride[stop] === NEVER) reached.push(stop);
    start.ride[stop] = seconds;
  }
  for (const stop of reached) {
    start.ready[stop] = start.ride[stop] ?? NEVER;
    start.readyFrom[stop] = stop;
    start.readyPath[stop] = -1;
  }
  // Walking from the origins has its own bests: a ride is compared with rides, never with a walk.
  const walked = walkOn(
    network,
    { round: start, rides: 0, start: null },
    reached,
    start.ready,
    bounds,
    limits,
  );
  return [...reached, ...walked];
}

/** `board` takes the first ride: from the door at that time. */
export type DoorStart = StepStart & { board: (step: Step) => void };

/**
 * Rides on from round 1, or from round 0 when `start` is null: from the stops one is ready at. The other
 * rounds of the workspace say NEVER everywhere. Returns the stops each round has touched, to clean them.
 */
export function rideRounds(
  network: Network,
  { rounds, bests, firstCalls }: Workspace,
  readyAtStart: readonly number[],
  start: DoorStart | null,
  bounds: EndBounds,
  limits: SearchLimits,
): number[][] {
  const touched: number[][] = [[...readyAtStart]];
  let ready = readyAtStart;
  for (let rides = 1; rides <= limits.maxRides; rides++) {
    const before = rounds[rides - 1] ?? emptyRound(network.stopCount);
    const round = rounds[rides] ?? emptyRound(network.stopCount);
    rounds[rides] = round;
    const bestRide = bests.ride[rides] ?? new Int32Array();
    const bestReady = bests.ready[rides] ?? new Int32Array();
    const margin = rides === 1 ? 0 : limits.changeSeconds;
    const alighted: number[] = [];
    const step = { before, round, rides, bestRide, alighted, margin, start };
    if (rides === 1 && start) start.board(step);
    else {
      let left = 0;
      for (const lane of lanesThrough(network, ready, firstCalls)) {
        if (left-- === 0) {
          stopWhenOver(limits.isOver);
          left = LANES_AT_ONCE;
        }
        const call = firstCalls[lane] ?? 0;
        firstCalls[lane] = NEVER;
        const pattern = network.lanePatterns[lane] ?? 0;
        if (limits.allowsPattern && !limits.allowsPattern(pattern)) continue;
        rideLane(network, lane, call, step, bounds, limits);
      }
    }
    ready = walkOn(network, step, alighted, bestReady, bounds, limits);
    for (let more = rides + 1; more <= limits.maxRides; more++) {
      lower(bests.ride[more], round.ride, alighted);
      lower(bests.ready[more], round.ready, ready);
    }
    touched.push(alighted.concat(ready));
    if (ready.length === 0) break;
  }
  return touched;
}

/** With more rides one does at least as well. */
function lower(best: Int32Array | undefined, times: Int32Array, stops: readonly number[]): void {
  if (!best) return;
  for (const stop of stops) best[stop] = Math.min(best[stop] ?? NEVER, times[stop] ?? NEVER);
}

/** Lanes that call at a stop one is ready at; `firstCalls` takes the first such call of each. */
function lanesThrough(
  network: Network,
  ready: readonly number[],
  firstCalls: Int32Array,
): readonly number[] {
  const { stopStarts, stopLanes, stopCalls } = network;
  const lanes: number[] = [];
  for (const stop of ready) {
    const end = stopStarts[stop + 1] ?? 0;
    for (let at = stopStarts[stop] ?? 0; at < end; at++) {
      const lane = stopLanes[at] ?? 0;
      const call = stopCalls[at] ?? 0;
      const first = firstCalls[lane] ?? 0;
      if (first === NEVER) lanes.push(lane);
      if (call < first) firstCalls[lane] = call;
    }
  }
  return lanes;
}

/** From where one has just arrived to every stop within a change; returns the stops made ready sooner. */
function walkOn(
  network: Network,
  { round, rides, start }: Pick<Step, 'round' | 'rides' | 'start'>,
  arrived: readonly number[],
  bestReady: Int32Array,
  bounds: EndBounds | null,
  limits: SearchLimits,
): number[] {
  const { starts, to, seconds, meters } = network.footpaths;
  const { latestSeconds, maxWalkMeters } = limits;
  const ready: number[] = [];
  for (const stop of arrived) {
    const arrival = round.ride[stop] ?? NEVER;
    const end = starts[stop + 1] ?? 0;
    for (let path = starts[stop] ?? 0; path < end; path++) {
      const next = to[path] ?? 0;
      const time = arrival + (seconds[path] ?? 0);
      if (time >= (bestReady[next] ?? 0) || time > latestSeconds) continue;
      if ((meters[path] ?? 0) > maxWalkMeters) continue;
      if (start !== null && time - (start.access.ready[next] ?? NEVER) >= start.seconds) continue;
      if (bounds !== null && !bounds.allows(next, rides, time, latestSeconds)) continue;
      if (round.ready[next] === NEVER) ready.push(next);
      bestReady[next] = time;
      round.ready[next] = time;
      round.readyFrom[next] = stop;
      round.readyPath[next] = path;
      // Walking all the way is no journey.
      if (rides > 0) bounds?.reach(next, rides, time);
    }
  }
  return ready;
}
