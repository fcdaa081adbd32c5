// Which scheduled journeys arrive by a time, leave after a time, or leave between two times?
//
// A tag is a way to reach stops or to leave them (on foot, taken by a relative, fetched by a feeder…):
// each pair of a source tag and a target tag gets its own best journeys, none hides another's.
// Best: no other leaves later, arrives sooner and has fewer rides. Arriving by a time, the last departure
// is found first, then the earliest arrival from it; leaving after a time, the other way round: so nobody
// leaves too early to wait on a platform.

import type { DayView } from '#domain/journey/day-view.ts';
import { groupBy } from '#domain/journey/group-by.ts';
import { ParetoList } from '#domain/journey/pareto-list.ts';
import { searchRange } from '#domain/journey/range-search.ts';
import { search } from '#domain/journey/raptor.ts';
import { NEVER, type Round } from '#domain/journey/raptor-labels.ts';
import { arrivalAt } from '#domain/journey/transit-journey.ts';
import {
  bestEnds,
  describe,
  type Pair,
  type PairJourney,
  pairs,
  quickerThan,
  walkSeconds,
} from '#domain/journey/transit-pair.ts';
import { limitsOf, maxRidesOf, spanOf, type TransitQuery } from '#domain/journey/transit-query.ts';

export type TransitJourney = PairJourney;

/** Fewest rides first; each next one leaves later. */
export function journeysArriveBy(
  view: DayView,
  query: TransitQuery,
  arriveSeconds: number,
): TransitJourney[] {
  return pairs(query).flatMap((pair) =>
    bestOf(view, query, pair, 'backward', -arriveSeconds)
      .flatMap(({ rides, seconds }) =>
        lastOf(view, query, pair, 'forward', -seconds, arriveSeconds, rides),
      )
      .filter(quickerThan(walkSeconds(view, query, pair))),
  );
}

/** Fewest rides first; each next one arrives sooner. */
export function journeysDepartAfter(
  view: DayView,
  query: TransitQuery,
  departSeconds: number,
): TransitJourney[] {
  return pairs(query).flatMap((pair) =>
    bestOf(view, query, pair, 'forward', departSeconds)
      .flatMap(({ rides, seconds }) =>
        lastOf(view, query, pair, 'backward', -seconds, -departSeconds, rides),
      )
      .filter(quickerThan(walkSeconds(view, query, pair))),
  );
}

/** Departures between two times, both included; in order of departure, then of rides. */
export function journeysInRange(
  view: DayView,
  query: TransitQuery,
  range: { fromSeconds: number; toSeconds: number },
): TransitJourney[] {
  const limits = limitsOf(view, query, 0, maxRidesOf(query));
  const spanSeconds = spanOf(query);
  const bySource = groupBy(pairs(query), (pair) => pair.sources);
  return [...bySource].flatMap(([origins, group]) => {
    const lists = group.map((pair) => ({
      pair,
      found: new ParetoList<TransitJourney>(limits.maxRides),
    }));
    const start = { origins, ...range, spanSeconds };
    searchRange(view.forward, start, limits, (rounds, touched) => {
      for (const { pair, found } of lists) {
        const targets = pair.targets.filter(({ stop }) => touched.has(stop));
        if (targets.length === 0) continue;
        for (const { rides, seconds, stop } of bestEnds(rounds, targets)) {
          if (!found.improves(rides, seconds)) continue;
          found.add(describe(view, pair, rounds, rides, stop, 'forward'));
        }
      }
    });
    return lists.flatMap(({ pair, found }) =>
      found
        .journeys()
        // The last vehicles caught may be some that leave after the range.
        .filter((one) => one.departSeconds <= range.toSeconds)
        .filter(quickerThan(Math.min(walkSeconds(view, query, pair), spanSeconds + 1)))
        .toSorted((a, b) => a.departSeconds - b.departSeconds || a.rides - b.rides),
    );
  });
}

/**
 * By stop number: the last second one may stand there to reach a target in time, whatever the tags;
 * -Infinity where it is not possible. One search, to choose among feeder stops.
 */
export function latestDepartures(
  view: DayView,
  query: Omit<TransitQuery, 'sources'>,
  arriveSeconds: number,
): Float64Array {
  const origins = query.targets.map(({ stop, seconds }) => ({
    stop,
    seconds: seconds - arriveSeconds,
  }));
  const limits = limitsOf(view, query, -arriveSeconds, maxRidesOf(query));
  const latest = new Float64Array(view.timetable.stops.length).fill(Number.NEGATIVE_INFINITY);
  for (const round of search(view.backward, origins, limits).slice(1)) {
    for (let stop = 0; stop < latest.length; stop++) {
      const seconds = arrivalAt(round, stop);
      if (seconds !== NEVER) latest[stop] = Math.max(latest[stop] ?? 0, 0 - seconds);
    }
  }
  return latest;
}

type Best = { rides: number; seconds: number; stop: number; rounds: readonly Round[] };

/** Best times at the far end by number of rides, in the direction of the search. */
function bestOf(
  view: DayView,
  query: TransitQuery,
  pair: Pair,
  direction: 'forward' | 'backward',
  start: number,
  latestSeconds = start + spanOf(query),
  maxRides = maxRidesOf(query),
): Best[] {
  const [near, far] =
    direction === 'forward' ? [pair.sources, pair.targets] : [pair.targets, pair.sources];
  const origins = near.map(({ stop, seconds }) => ({ stop, seconds: start + seconds }));
  const limits = { ...limitsOf(view, query, start, maxRides), latestSeconds };
  const rounds = search(view[direction], origins, limits);
  return bestEnds(rounds, far)
    .filter(({ seconds }) => seconds <= latestSeconds)
    .map((best) => ({ ...best, rounds }));
}

/** The best journey with at most so many rides, if any. */
function lastOf(
  view: DayView,
  query: TransitQuery,
  pair: Pair,
  direction: 'forward' | 'backward',
  start: number,
  latestSeconds: number,
  maxRides: number,
): TransitJourney[] {
  const best = bestOf(view, query, pair, direction, start, latestSeconds, maxRides).at(-1);
  return best ? [describe(view, pair, best.rounds, best.rides, best.stop, direction)] : [];
}
