// From these stops, which departures between two times are worth taking, and where do they lead?
//
// rRAPTOR (Delling, Pajor, Werneck, 2012): departures are searched from the last to the first, and share
// their best times, so that each finds only what arrives sooner than leaving later does.

import type { Network } from '#domain/journey/network.ts';
import { type Origin, rideRounds, startRound } from '#domain/journey/raptor.ts';
import { type End, EndBounds } from '#domain/journey/raptor-ends.ts';
import {
  clean,
  emptyRound,
  giveBack,
  NEVER,
  type Round,
  type SearchLimits,
  takeWorkspace,
} from '#domain/journey/raptor-labels.ts';

/** `seconds` of the origins are durations from the point of departure. */
export type RangeQuery = {
  origins: readonly Origin[];
  /** Groups of stops to finish at. */
  ends: readonly (readonly End[])[];
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
  // How one comes to a stop before any ride does not depend on the time of departure.
  const access = emptyRound(network.stopCount);
  const always = { ...limits, latestSeconds: NEVER - 1 };
  const reached = startRound(network, access, query.origins, always);
  const departures = departuresFrom(network, access.ready, reached, query);
  const bounds = new EndBounds(network.stopCount, limits.maxRides, query.ends);
  const space = takeWorkspace(network, limits.maxRides);
  const start = space.rounds[0] ?? access;
  start.readyFrom.set(access.readyFrom);
  start.readyPath.set(access.readyPath);
  const everTouched = new Set<number>();
  for (const [seconds, stops] of departures) {
    for (const stop of stops) start.ready[stop] = seconds + (access.ready[stop] ?? 0);
    const latestSeconds = seconds + query.spanSeconds;
    const touched = rideRounds(network, space, stops, bounds, { ...limits, latestSeconds });
    const groups = bounds.takeImproved();
    if (groups.length > 0) onDeparture(space.rounds.slice(0, touched.length), groups);
    clean(space.rounds, touched);
    for (const stop of touched.slice(1).flat()) everTouched.add(stop);
  }
  giveBack(network, space, [[...everTouched]]);
}

/** Times one must leave to catch each vehicle at each stop within reach, latest first. */
function departuresFrom(
  network: Network,
  access: Int32Array,
  reached: readonly number[],
  { fromSeconds, toSeconds }: RangeQuery,
): [seconds: number, stops: number[]][] {
  const byTime = new Map<number, Set<number>>();
  for (const stop of reached) {
    const away = access[stop] ?? 0;
    const end = network.stopStarts[stop + 1] ?? 0;
    for (let at = network.stopStarts[stop] ?? 0; at < end; at++) {
      const lane = network.stopLanes[at] ?? 0;
      const call = network.stopCalls[at] ?? 0;
      const calls = network.callStarts[lane] ?? 0;
      const size = (network.callStarts[lane + 1] ?? 0) - calls;
      if (call === size - 1 || network.canBoard[calls + call] !== 1) continue;
      const timesEnd = network.laneTimes[lane + 1] ?? 0;
      for (let time = (network.laneTimes[lane] ?? 0) + call; time < timesEnd; time += size) {
        const seconds = (network.departures[time] ?? 0) - away;
        if (seconds < fromSeconds || seconds > toSeconds) continue;
        const stops = byTime.get(seconds);
        if (stops) stops.add(stop);
        else byTime.set(seconds, new Set([stop]));
      }
    }
  }
  return [...byTime].sort(([a], [b]) => b - a).map(([seconds, stops]) => [seconds, [...stops]]);
}
