// From the stops one is ready at, which run of a lane does one catch, and where is one sooner with it?

import type { Network } from '#domain/journey/network.ts';
import type { EndBounds } from '#domain/journey/raptor-ends.ts';
import { NEVER, type Round, type SearchLimits } from '#domain/journey/raptor-labels.ts';

/** One more ride: from where one was ready, with what is best so far. */
export type Step = {
  before: Round;
  round: Round;
  rides: number;
  bestRide: Int32Array;
  /** Takes each stop reached by vehicle, once. */
  alighted: number[];
  margin: number;
  /** Where one may be without any ride. */
  start: StepStart | null;
};

/** Times of `access` are durations from a departure at `seconds`. */
export type StepStart = { seconds: number; access: Round };

/** A run of a lane one gets on at a call. */
export type Boarding = { lane: number; run: number; call: number };

/** Rides one lane from a call on, always in the first run that can be caught. */
export function rideLane(
  network: Network,
  lane: number,
  first: number,
  step: Step,
  bounds: EndBounds,
  limits: SearchLimits,
): void {
  const { before, margin, bestRide } = step;
  const { callStops, canBoard, canAlight, arrivals, departures } = network;
  const { latestSeconds, allowsStop } = limits;
  const calls = network.callStarts[lane] ?? 0;
  const size = (network.callStarts[lane + 1] ?? 0) - calls;
  const times = network.laneTimes[lane] ?? 0;
  let run = -1;
  let board = -1;
  for (let call = first; call < size; call++) {
    const stop = callStops[calls + call] ?? 0;
    if (allowsStop !== null && !allowsStop(stop)) continue;
    if (run >= 0) {
      const arrival = arrivals[times + run * size + call] ?? NEVER;
      // Whoever stays on arrives later still.
      if (arrival > latestSeconds) run = -1;
      else if (arrival < (bestRide[stop] ?? 0) && canAlight[calls + call] === 1) {
        alight(stop, arrival, lane, run, board, call, step, bounds, limits);
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

/** Rides one run from a call to another, whatever else one might catch on the way. */
export function rideRun(
  network: Network,
  { lane, run, call: board }: Boarding,
  until: number,
  step: Step,
  bounds: EndBounds,
  limits: SearchLimits,
): void {
  const calls = network.callStarts[lane] ?? 0;
  const size = (network.callStarts[lane + 1] ?? 0) - calls;
  const times = (network.laneTimes[lane] ?? 0) + run * size;
  for (let call = board + 1; call <= until; call++) {
    const stop = network.callStops[calls + call] ?? 0;
    const arrival = network.arrivals[times + call] ?? NEVER;
    if (arrival > limits.latestSeconds) return;
    if (arrival >= (step.bestRide[stop] ?? 0) || network.canAlight[calls + call] !== 1) continue;
    if (limits.allowsStop && !limits.allowsStop(stop)) continue;
    alight(stop, arrival, lane, run, board, call, step, bounds, limits);
  }
}

/** Keeps the time one is at a stop by a vehicle, better than any before, when it may be of use. */
function alight(
  stop: number,
  arrival: number,
  lane: number,
  run: number,
  board: number,
  call: number,
  { round, rides, bestRide, alighted, start }: Step,
  bounds: EndBounds,
  { latestSeconds }: SearchLimits,
): void {
  // No ride is needed to be there as early.
  if (start !== null && arrival - (start.access.ride[stop] ?? NEVER) >= start.seconds) return;
  if (!bounds.allows(stop, rides, arrival, latestSeconds)) return;
  if (round.ride[stop] === NEVER) alighted.push(stop);
  bestRide[stop] = arrival;
  round.ride[stop] = arrival;
  round.rideLane[stop] = lane;
  round.rideRun[stop] = run;
  round.rideBoard[stop] = board;
  round.rideAlight[stop] = call;
  bounds.reach(stop, rides, arrival);
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
