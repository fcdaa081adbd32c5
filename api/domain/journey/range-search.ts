// From these stops, which departures between two times are worth taking, and where do they lead?
//
// rRAPTOR (Delling, Pajor, Werneck, 2012): departures are searched from the last to the first, and share
// their best times, so that each finds only what arrives sooner than leaving later does.

import type { Network } from '#domain/journey/network.ts';
import { type Origin, rideRounds, type SearchLimits, startRound } from '#domain/journey/raptor.ts';
import { clean, emptyRound, NEVER, noBests, type Round } from '#domain/journey/raptor-labels.ts';

/** `seconds` of the origins are durations from the point of departure. */
export type RangeQuery = {
  origins: readonly Origin[];
  fromSeconds: number;
  toSeconds: number;
  spanSeconds: number;
};

/**
 * Calls `onDeparture` from the last departure to the first, with the rounds it improves and the stops
 * touched; rounds are valid until it returns.
 */
export function searchRange(
  network: Network,
  query: RangeQuery,
  limits: SearchLimits,
  onDeparture: (rounds: readonly Round[], touched: ReadonlySet<number>) => void,
): void {
  const access = emptyRound(network.stopCount);
  const reached = startRound(network, access, query.origins, {
    ...limits,
    latestSeconds: NEVER - 1,
  });
  const departures = departuresFrom(network, access.ready, reached, query);
  const bests = noBests(network.stopCount, limits.maxRides);
  // How one comes to a stop before any ride does not depend on the time: only the times are anew.
  const { ride, ready } = emptyRound(network.stopCount);
  const start: Round = { ...access, ride, ready };
  const rounds = [start];
  for (const [seconds, stops] of departures) {
    for (const stop of stops) start.ready[stop] = seconds + (access.ready[stop] ?? 0);
    const latestSeconds = seconds + query.spanSeconds;
    const touched = rideRounds(network, rounds, stops, bests, { ...limits, latestSeconds });
    onDeparture(rounds.slice(0, touched.length), new Set(touched.slice(1).flat()));
    clean(rounds, touched);
  }
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
