// From one end of many pairs at a time, when does one come to the other ends, and by which journey?

import type { DayView } from '#domain/journey/day-view.ts';
import { type LowerBounds, lowerBounds } from '#domain/journey/lower-bounds.ts';
import { once } from '#domain/journey/once.ts';
import { type Origin, search } from '#domain/journey/raptor.ts';
import type { EndGroup } from '#domain/journey/raptor-ends.ts';
import { stopWhenOver } from '#domain/journey/search-cut.ts';
import {
  bestEnds,
  describe,
  type Pair,
  type PairJourney,
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

type Direction = 'forward' | 'backward';

/** `seconds`: of the network, at the other end. */
type Reached = {
  pair: Pair;
  rides: number;
  seconds: number;
  journey: () => PairJourney | null;
};

/** One search for all pairs that share an end; then, when asked, one from the other end of what each finds. */
export function fromOneEnd(
  view: DayView,
  query: TransitQuery,
  near: readonly TaggedStop[],
  group: readonly Pair[],
  direction: Direction,
  start: number,
): Reached[] {
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
    const walk = once(() => walkSeconds(view, query, pair));
    return (found[index] ?? []).map(({ rides, seconds }) => {
      const journey = once(() => {
        const [last] = lastOf(view, query, pair, opposite, -seconds, -start, rides);
        return last && quickerThan(walk())(last) ? last : null;
      });
      return { pair, rides, seconds, journey };
    });
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
): PairJourney[] {
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
): PairJourney[] {
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
export function endGroups(
  view: DayView,
  group: readonly Pair[],
  direction: Direction,
  maxRides: number,
): EndGroup[] {
  return group.map((pair) => {
    stopWhenOver(view.isOver);
    const ends = endsOf(pair, direction);
    return { ends, left: lowerBounds(view[direction], ends, maxRides) };
  });
}

export function origins(stops: readonly TaggedStop[], start: number): Origin[] {
  return stops.map(({ stop, seconds }) => ({ stop, seconds: start + seconds }));
}

function endsOf({ sources, targets }: Pair, direction: Direction): readonly TaggedStop[] {
  return direction === 'forward' ? targets : sources;
}
