// Which journeys come home from a place of care? Around one home, all places share a search.

import { alikeTags } from '#domain/journey/alike-tags.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import { keepLast, keyOf } from '#domain/journey/keep-last.ts';
import { type KeptDeparture, type KeptRange, keepRange } from '#domain/journey/kept-range.ts';
import type { Network } from '#domain/journey/network.ts';
import { earliestBetween } from '#domain/journey/one-end.ts';
import { ParetoList } from '#domain/journey/pareto-list.ts';
import {
  type Pair,
  type PairJourney,
  pairs,
  quickerThan,
  walkSeconds,
} from '#domain/journey/transit-pair.ts';
import { limitsOf, maxRidesOf, spanOf, type TransitQuery } from '#domain/journey/transit-query.ts';

/** Around the last homes asked about: a person asks for several places, with several ways to reach stops. */
const ranges = keepLast<Network, KeptRange>(8);

type HomeQuery = Pick<TransitQuery, 'sources' | 'targets' | 'wheelchair'>;
/** `seconds`: of the network, when one leaves the place. */
type Found = { seconds: number; arriveSeconds: number; rides: number };
type Listed = { pair: Pair; found: ParetoList<Found> };
/** Ways from the place of care to a stop. */
type EndAt = { listed: Listed; seconds: number };
type EndsAt = { isEnd: Uint8Array; byStop: ReadonlyMap<number, readonly EndAt[]> };

/**
 * Departures from `leaveSeconds` on, home by the time asked: those `journeysInRange` finds, tag by tag in
 * order of departure, then of rides. Asked for later, it goes on; the same journeys are the same objects.
 */
export function journeysHome(
  view: DayView,
  query: HomeQuery,
  leaveSeconds: number,
): (arriveBySeconds: number) => PairJourney[] {
  const network = view.backward;
  const [maxRides, spanSeconds] = [maxRidesOf(query), spanOf(query)];
  const { isOver, ...asked } = limitsOf(view, query, maxRides);
  const limits = { ...asked, latestSeconds: -leaveSeconds };
  const alike = alikeTags(query);
  const all = pairs(alike.query).map((pair) => ({ pair, found: new ParetoList<Found>(maxRides) }));
  const homes = [...Map.groupBy(all, ({ pair }) => pair.targets)].map(([targets, group]) => {
    const key = `${leaveSeconds} ${query.wheelchair === true} ${keyOf(targets)}`;
    const range = ranges(network, key, () =>
      keepRange(network, targets, -leaveSeconds, spanSeconds, limits),
    );
    return { range, ends: endsAt(group, network.stopCount), read: 0 };
  });
  const made = new Map<Found, PairJourney[]>();
  const journeyOf = (pair: Pair, found: Found): PairJourney[] => {
    const known =
      made.get(found) ??
      earliestBetween(view, query, pair, -found.seconds, found.arriveSeconds, found.rides);
    made.set(found, known);
    return known;
  };

  return (arriveBySeconds) => {
    for (const home of homes) {
      home.range.searchTo(-arriveBySeconds, isOver);
      for (; home.read < home.range.departures.length; home.read++) {
        const departure = home.range.departures[home.read];
        if (departure) readDeparture(departure, home.ends, limits.latestSeconds);
      }
    }
    const journeys = all.flatMap(({ pair, found }) => {
      const inTime = found.journeys().filter((one) => one.arriveSeconds <= arriveBySeconds);
      if (inTime.length === 0) return [];
      const isQuicker = quickerThan(Math.min(walkSeconds(view, query, pair), spanSeconds + 1));
      return inTime
        .filter(({ seconds, arriveSeconds }) =>
          isQuicker({ departSeconds: 0 - seconds, arriveSeconds }),
        )
        .flatMap((one) => journeyOf(pair, one))
        .toSorted((a, b) => a.departSeconds - b.departSeconds || a.rides - b.rides);
    });
    return alike.expand(journeys);
  };
}

function endsAt(group: readonly Listed[], stopCount: number): EndsAt {
  const isEnd = new Uint8Array(stopCount);
  const byStop = new Map<number, EndAt[]>();
  for (const listed of group) {
    for (const { stop, seconds } of listed.pair.sources) {
      isEnd[stop] = 1;
      const known = byStop.get(stop);
      if (known) known.push({ listed, seconds });
      else byStop.set(stop, [{ listed, seconds }]);
    }
  }
  return { isEnd, byStop };
}

/** Adds what is better with so many rides: the best of its stops. */
function readDeparture(
  { seconds: started, rounds }: KeptDeparture,
  { isEnd, byStop }: EndsAt,
  latestSeconds: number,
): void {
  for (const [index, round] of rounds.entries()) {
    const best = new Map<Listed, number>();
    for (let at = 0; at < round.length; at += 2) {
      const stop = round[at] ?? 0;
      if (isEnd[stop] !== 1) continue;
      for (const { listed, seconds } of byStop.get(stop) ?? []) {
        const total = (round[at + 1] ?? 0) + seconds;
        if (total > latestSeconds || total >= (best.get(listed) ?? total + 1)) continue;
        if (listed.found.improves(index + 1, total)) best.set(listed, total);
      }
    }
    for (const [{ found }, seconds] of best) {
      const rides = index + 1;
      found.add({ seconds, arriveSeconds: 0 - started, rides }, rides, seconds);
    }
  }
}
