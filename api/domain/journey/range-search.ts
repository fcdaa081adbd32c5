// From these stops, which departures between two times are worth taking, and where do they lead?
//
// rRAPTOR (Delling, Pajor, Werneck, 2012): departures are searched from the last to the first, and share
// their best times, so that each finds only what arrives sooner than leaving later does.

import type { Network } from '#domain/journey/network.ts';
import { type Origin, rideRounds, startRound } from '#domain/journey/raptor.ts';
import { EndBounds, type EndGroup } from '#domain/journey/raptor-ends.ts';
import {
  clean,
  emptyRound,
  giveBackWhole,
  NEVER,
  type Round,
  type SearchLimits,
  takeWorkspace,
  type Workspace,
} from '#domain/journey/raptor-labels.ts';
import { type Boarding, rideRun, type Step } from '#domain/journey/ride-lane.ts';
import { stopWhenOver } from '#domain/journey/search-cut.ts';

/** `seconds` of the origins are durations from the point of departure. */
export type RangeQuery = {
  origins: readonly Origin[];
  /** Stops to finish at. */
  ends: readonly EndGroup[];
  fromSeconds: number;
  toSeconds: number;
  spanSeconds: number;
};

/**
 * Calls `onDeparture` from the last departure to the first that does better for some group of ends, with
 * the rounds it improves and the numbers of these groups; rounds are valid until it returns.
 */
export function searchRange(
  network: Network,
  query: RangeQuery,
  limits: SearchLimits,
  onDeparture: (rounds: readonly Round[], groups: readonly number[]) => void,
): void {
  const space = takeWorkspace(network, limits.maxRides);
  const bounds = new EndBounds(network.stopCount, limits.maxRides, query.ends);
  const range = { ...query, space, bounds, boardedAt: new Map() };
  searchDepartures(network, range, limits, (_, touched) => {
    const groups = bounds.takeImproved();
    if (groups.length > 0) onDeparture(space.rounds.slice(0, touched.length), groups);
  });
  giveBackWhole(network, space);
}

/** `boardedAt`: by run, the first call it was boarded at; with the best times of `space`, what was searched before. */
export type OpenRange = Omit<RangeQuery, 'ends'> & {
  space: Workspace;
  bounds: EndBounds;
  boardedAt: Map<number, number>;
};

/** Calls `onDeparture` from the last departure to the first, with the stops each round has touched. */
export function searchDepartures(
  network: Network,
  range: OpenRange,
  limits: SearchLimits,
  onDeparture: (seconds: number, touched: readonly (readonly number[])[]) => void,
): void {
  const { space, bounds, boardedAt } = range;
  const access = space.rounds[0] ?? emptyRound(network.stopCount);
  // How one comes to a stop before any ride does not depend on the time of departure.
  const always = { ...limits, latestSeconds: NEVER - 1 };
  const reached = startRound(network, access, range.origins, null, always);
  for (const [seconds, events] of boardingsFrom(network, access.ready, reached, range, limits)) {
    stopWhenOver(limits.isOver);
    const latestSeconds = Math.min(limits.latestSeconds, seconds + range.spanSeconds);
    const timely = { ...limits, latestSeconds };
    const board = (step: Step): void => {
      for (const event of events) {
        const run = (network.laneRunStarts[event.lane] ?? 0) + event.run;
        // Who left later and got on further was at the stops after that one as early.
        const until = boardedAt.get(run) ?? lastCall(network, event.lane);
        if (event.call >= until) continue;
        boardedAt.set(run, event.call);
        rideRun(network, event, until, step, bounds, timely);
      }
    };
    const start = { seconds, access, board };
    const touched = rideRounds(network, space, [], start, bounds, timely);
    onDeparture(seconds, touched);
    clean(space.rounds, touched);
  }
}

/** By the time one must leave to catch it, latest first: each vehicle at each stop within reach. */
function boardingsFrom(
  network: Network,
  access: Int32Array,
  reached: readonly number[],
  { fromSeconds, toSeconds }: Pick<RangeQuery, 'fromSeconds' | 'toSeconds'>,
  { allowsPattern, allowsRun, allowsStop }: SearchLimits,
): [seconds: number, boardings: Boarding[]][] {
  const byTime = new Map<number, Boarding[]>();
  for (const stop of reached) {
    if (allowsStop && !allowsStop(stop)) continue;
    const away = access[stop] ?? 0;
    const end = network.stopStarts[stop + 1] ?? 0;
    for (let at = network.stopStarts[stop] ?? 0; at < end; at++) {
      const lane = network.stopLanes[at] ?? 0;
      const call = network.stopCalls[at] ?? 0;
      const last = lastCall(network, lane);
      const calls = network.callStarts[lane] ?? 0;
      if (call === last || network.canBoard[calls + call] !== 1) continue;
      if (allowsPattern && !allowsPattern(network.lanePatterns[lane] ?? 0)) continue;
      const runs = network.laneRunStarts[lane] ?? 0;
      const runCount = (network.laneRunStarts[lane + 1] ?? 0) - runs;
      let time = (network.laneTimes[lane] ?? 0) + call;
      for (let run = 0; run < runCount; run++, time += last + 1) {
        const seconds = (network.departures[time] ?? 0) - away;
        if (seconds < fromSeconds || seconds > toSeconds) continue;
        if (allowsRun && !allowsRun(network.runs[runs + run] ?? 0)) continue;
        const boardings = byTime.get(seconds);
        if (boardings) boardings.push({ lane, run, call });
        else byTime.set(seconds, [{ lane, run, call }]);
      }
    }
  }
  return [...byTime].sort(([a], [b]) => b - a);
}

function lastCall({ callStarts }: Network, lane: number): number {
  return (callStarts[lane + 1] ?? 0) - (callStarts[lane] ?? 0) - 1;
}
