// Which scheduled journeys arrive by a time, leave after a time, or leave between two times?
//
// A tag is a way to reach stops or to leave them (on foot, taken by a relative, fetched by a feeder…):
// each pair of a source tag and a target tag gets its own best journeys, none hides another's.
// Best: no other leaves later, arrives sooner and has fewer rides. Arriving by a time, the last departure
// is found first, then the earliest arrival from it; leaving after a time, the other way round: so nobody
// leaves too early to wait on a platform.

import { alikeTags } from '#domain/journey/alike-tags.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import { endGroups, fromOneEnd, origins } from '#domain/journey/one-end.ts';
import { ParetoList } from '#domain/journey/pareto-list.ts';
import { searchRange } from '#domain/journey/range-search.ts';
import { search } from '#domain/journey/raptor.ts';
import { NEVER } from '#domain/journey/raptor-labels.ts';
import { arrivalAt } from '#domain/journey/transit-journey.ts';
import {
  bestEnds,
  describe,
  type PairJourney,
  pairs,
  quickerThan,
  walkSeconds,
} from '#domain/journey/transit-pair.ts';
import { limitsOf, maxRidesOf, spanOf, type TransitQuery } from '#domain/journey/transit-query.ts';

export type TransitJourney = PairJourney;

/** A departure, with so many rides; its journey is searched when it is asked, null when walking is as quick. */
export type Departure = Pick<
  TransitJourney,
  'sourceTag' | 'targetTag' | 'rides' | 'departSeconds'
> & {
  journey: () => TransitJourney | null;
};

/** The last departures that arrive by a time: fewest rides first; each next one leaves later. */
export function departuresArriveBy(
  view: DayView,
  query: TransitQuery,
  arriveSeconds: number,
): Departure[] {
  const alike = alikeTags(query);
  const searches = Map.groupBy(pairs(alike.query), (pair) => pair.targets);
  const found = [...searches].flatMap(([near, group]) =>
    fromOneEnd(view, query, near, group, 'backward', -arriveSeconds).map(
      ({ pair, rides, seconds, journey }) => ({
        sourceTag: pair.sources[0]?.tag ?? '',
        targetTag: pair.targets[0]?.tag ?? '',
        rides,
        departSeconds: 0 - seconds,
        journey,
      }),
    ),
  );
  return alike.expandDepartures(found);
}

/** The journeys of these departures. */
export function journeysArriveBy(
  view: DayView,
  query: TransitQuery,
  arriveSeconds: number,
): TransitJourney[] {
  return departuresArriveBy(view, query, arriveSeconds).flatMap(({ journey }) => journey() ?? []);
}

/** Fewest rides first; each next one arrives sooner. */
export function journeysDepartAfter(
  view: DayView,
  query: TransitQuery,
  departSeconds: number,
): TransitJourney[] {
  const searches = Map.groupBy(pairs(query), (pair) => pair.sources);
  return [...searches].flatMap(([near, group]) =>
    fromOneEnd(view, query, near, group, 'forward', departSeconds).flatMap(
      ({ journey }) => journey() ?? [],
    ),
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
  const alike = alikeTags(query);
  const bySource = Map.groupBy(pairs(alike.query), (pair) => pair.sources);
  const found = [...bySource].flatMap(([near, group]) => {
    const lists = group.map((pair) => ({
      pair,
      found: new ParetoList<TransitJourney>(limits.maxRides),
    }));
    // What is left is looked up once one has ridden: never with all the rides still to come.
    const ends = endGroups(view, group, 'forward', limits.maxRides - 1);
    const start = { origins: near, ends, ...range, spanSeconds };
    searchRange(view.forward, start, limits, (rounds, groups) => {
      for (const { pair, found } of groups.flatMap((number) => lists[number] ?? [])) {
        for (const { rides, seconds, stop } of bestEnds(rounds, pair.targets)) {
          if (seconds > latestSeconds || !found.improves(rides, seconds)) continue;
          found.add(describe(view, pair, rounds, rides, stop, 'forward'), rides, seconds);
        }
      }
    });
    return lists.flatMap(({ pair, found }) => {
      const met = found.journeys();
      if (met.length === 0) return [];
      return (
        met
          // The last vehicles caught may be some that leave after the range.
          .filter((one) => one.departSeconds <= range.toSeconds)
          .filter(quickerThan(Math.min(walkSeconds(view, query, pair), spanSeconds + 1)))
          .toSorted((a, b) => a.departSeconds - b.departSeconds || a.rides - b.rides)
      );
    });
  });
  return alike.expand(found);
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
