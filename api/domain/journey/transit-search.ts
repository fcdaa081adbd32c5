// Which scheduled journeys arrive by a time, leave after a time, or leave between two times?
//
// A tag is a way to reach stops or to leave them (on foot, taken by a relative, fetched by a feeder…):
// each pair of a source tag and a target tag gets its own best journeys, none hides another's.
// Best: no other leaves later, arrives sooner and has fewer rides. Arriving by a time, the last departure
// is found first, then the earliest arrival from it; leaving after a time, the other way round: so nobody
// leaves too early to wait on a platform.

import type { DayView } from '#domain/journey/day-view.ts';
import { type LowerBounds, lowerBounds } from '#domain/journey/lower-bounds.ts';
import { ParetoList } from '#domain/journey/pareto-list.ts';
import { searchRange } from '#domain/journey/range-search.ts';
import { type Origin, search } from '#domain/journey/raptor.ts';
import type { EndGroup } from '#domain/journey/raptor-ends.ts';
import { NEVER } from '#domain/journey/raptor-labels.ts';
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
import {
  limitsOf,
  maxRidesOf,
  spanOf,
  type TaggedStop,
  type TransitQuery,
} from '#domain/journey/transit-query.ts';

export type TransitJourney = PairJourney;

/** Fewest rides first; each next one leaves later. */
export function journeysArriveBy(
  view: DayView,
  query: TransitQuery,
  arriveSeconds: number,
): TransitJourney[] {
  const searches = Map.groupBy(pairs(query), (pair) => pair.targets);
  return [...searches].flatMap(([near, group]) =>
    fromOneEnd(view, query, near, group, 'backward', -arriveSeconds),
  );
}

/** Fewest rides first; each next one arrives sooner. */
export function journeysDepartAfter(
  view: DayView,
  query: TransitQuery,
  departSeconds: number,
): TransitJourney[] {
  const searches = Map.groupBy(pairs(query), (pair) => pair.sources);
  return [...searches].flatMap(([near, group]) =>
    fromOneEnd(view, query, near, group, 'forward', departSeconds),
  );
}

/** `arriveBySeconds`: no arrival after; the sooner, the less there is to search. */
export type DepartureRange = {
  fromSeconds: number;
  toSeconds: number;
  arriveBySeconds?: number;
};

/** Departures between two times, both included; in order of departure, then of rides. */
export function journeysInRange(
  view: DayView,
  query: TransitQuery,
  range: DepartureRange,
): TransitJourney[] {
  const latestSeconds = range.arriveBySeconds ?? NEVER - 1;
  const limits = { ...limitsOf(view, query, maxRidesOf(query)), latestSeconds };
  const spanSeconds = spanOf(query);
  const bySource = Map.groupBy(pairs(query), (pair) => pair.sources);
  return [...bySource].flatMap(([near, group]) => {
    const lists = group.map((pair) => ({
      pair,
      found: new ParetoList<TransitJourney>(limits.maxRides),
    }));
    const ends = endGroups(view, group, 'forward', limits.maxRides);
    const start = { origins: near, ends, ...range, spanSeconds };
    searchRange(view.forward, start, limits, (rounds, groups) => {
      for (const { pair, found } of groups.flatMap((number) => lists[number] ?? [])) {
        for (const { rides, seconds, stop } of bestEnds(rounds, pair.targets)) {
          if (seconds > latestSeconds || !found.improves(rides, seconds)) continue;
          found.add(describe(view, pair, rounds, rides, stop, 'forward'), rides, seconds);
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
  const latestSeconds = spanOf(query) - arriveSeconds;
  const limits = { ...limitsOf(view, query, maxRidesOf(query)), latestSeconds };
  const latest = new Float64Array(view.timetable.stops.length).fill(Number.NEGATIVE_INFINITY);
  search(view.backward, origins(query.targets, -arriveSeconds), [], limits, (rounds) => {
    for (const round of rounds.slice(1)) {
      for (let stop = 0; stop < latest.length; stop++) {
        const seconds = arrivalAt(round, stop);
        if (seconds !== NEVER) latest[stop] = Math.max(latest[stop] ?? 0, 0 - seconds);
      }
    }
  });
  return latest;
}

/** By stop number: the earliest one may stand there, whatever the tags; Infinity where one cannot. */
export function earliestArrivals(
  view: DayView,
  query: Omit<TransitQuery, 'targets'>,
  departSeconds: number,
): Float64Array {
  const latestSeconds = departSeconds + spanOf(query);
  const limits = { ...limitsOf(view, query, maxRidesOf(query)), latestSeconds };
  const earliest = new Float64Array(view.timetable.stops.length).fill(Number.POSITIVE_INFINITY);
  search(view.forward, origins(query.sources, departSeconds), [], limits, (rounds) => {
    for (const round of rounds) {
      for (let stop = 0; stop < earliest.length; stop++) {
        const seconds = arrivalAt(round, stop);
        if (seconds !== NEVER) earliest[stop] = Math.min(earliest[stop] ?? 0, seconds);
      }
    }
  });
  return earliest;
}

type Direction = 'forward' | 'backward';

/** One search for all pairs that share an end, then one from the other end of what each pair finds. */
function fromOneEnd(
  view: DayView,
  query: TransitQuery,
  near: readonly TaggedStop[],
  group: readonly Pair[],
  direction: Direction,
  start: number,
): TransitJourney[] {
  const latestSeconds = start + spanOf(query);
  const limits = { ...limitsOf(view, query, maxRidesOf(query)), latestSeconds };
  const opposite = direction === 'forward' ? 'backward' : 'forward';
  const ends = endGroups(view, group, direction, limits.maxRides);
  const found = search(view[direction], origins(near, start), ends, limits, (rounds) =>
    group.map((pair) =>
      bestEnds(rounds, endsOf(pair, direction)).filter(({ seconds }) => seconds <= latestSeconds),
    ),
  );
  return group.flatMap((pair, index) => {
    const journeys = (found[index] ?? []).flatMap(({ rides, seconds }) =>
      lastOf(view, query, pair, opposite, -seconds, -start, rides),
    );
    return journeys.length === 0
      ? []
      : journeys.filter(quickerThan(walkSeconds(view, query, pair)));
  });
}

/** The soonest journey that leaves from a time on with at most so many rides, if it arrives in time. */
export function earliestBetween(
  view: DayView,
  query: Omit<TransitQuery, 'sources' | 'targets'>,
  pair: Pair,
  departSeconds: number,
  arriveSeconds: number,
  maxRides: number,
): TransitJourney[] {
  const left = lowerBounds(view.forward, pair.targets, maxRidesOf(query));
  return lastOf(view, query, pair, 'forward', departSeconds, arriveSeconds, maxRides, left);
}

/** The best journey between two times with at most so many rides, if any. */
function lastOf(
  view: DayView,
  query: Omit<TransitQuery, 'sources' | 'targets'>,
  pair: Pair,
  direction: Direction,
  start: number,
  latestSeconds: number,
  maxRides: number,
  left: LowerBounds | null = null,
): TransitJourney[] {
  const near = direction === 'forward' ? pair.sources : pair.targets;
  const limits = { ...limitsOf(view, query, maxRides), latestSeconds };
  const ends = endsOf(pair, direction);
  const groups = [{ ends, left }];
  return search(view[direction], origins(near, start), groups, limits, (rounds) => {
    const best = bestEnds(rounds, ends).at(-1);
    if (!best || best.seconds > latestSeconds) return [];
    return [describe(view, pair, rounds, best.rides, best.stop, direction)];
  });
}

/** One group for each pair, with the least time there is left from each stop. */
function endGroups(
  view: DayView,
  group: readonly Pair[],
  direction: Direction,
  maxRides: number,
): EndGroup[] {
  return group.map((pair) => {
    const ends = endsOf(pair, direction);
    return { ends, left: lowerBounds(view[direction], ends, maxRides) };
  });
}

function origins(stops: readonly TaggedStop[], start: number): Origin[] {
  return stops.map(({ stop, seconds }) => ({ stop, seconds: start + seconds }));
}

function endsOf({ sources, targets }: Pair, direction: Direction): readonly TaggedStop[] {
  return direction === 'forward' ? targets : sources;
}
