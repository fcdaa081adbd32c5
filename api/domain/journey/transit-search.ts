// Which scheduled journeys arrive by a time, leave after a time, or leave between two times?
//
// A tag is a way to reach stops or to leave them (on foot, taken by a relative, fetched by a feeder…):
// each pair of a source tag and a target tag gets its own best journeys, none hides another's.
// Best: no other leaves later, arrives sooner and has fewer rides. Arriving by a time, the last departure
// is found first, then the earliest arrival from it; leaving after a time, the other way round: so nobody
// leaves too early to wait on a platform.

import type { DayView } from '#domain/journey/day-view.ts';
import { groupBy } from '#domain/journey/group-by.ts';
import { NEVER, type Origin, type Round, search } from '#domain/journey/raptor.ts';
import { arrivalAt, readJourney, type TransitLeg } from '#domain/journey/transit-journey.ts';
import {
  limitsOf,
  maxRidesOf,
  spanOf,
  type TaggedStop,
  type TransitQuery,
} from '#domain/journey/transit-query.ts';

/** Seconds of the view's service day, access and egress included. */
export type TransitJourney = {
  sourceTag: string;
  targetTag: string;
  departSeconds: number;
  arriveSeconds: number;
  accessSeconds: number;
  egressSeconds: number;
  firstStop: number;
  lastStop: number;
  rides: number;
  legs: readonly TransitLeg[];
};

/** Fewest rides first; each next one leaves later. */
export function journeysArriveBy(
  view: DayView,
  query: TransitQuery,
  arriveSeconds: number,
): TransitJourney[] {
  return pairs(query).flatMap((pair) =>
    bestOf(view, query, pair, 'backward', -arriveSeconds)
      .flatMap(({ rides, seconds }) => lastOf(view, query, pair, 'forward', -seconds, rides))
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
    departAfter(view, query, pair, departSeconds).filter(
      quickerThan(walkSeconds(view, query, pair)),
    ),
  );
}

/** Departures between two times, both included; in order of departure, then of rides. */
export function journeysInRange(
  view: DayView,
  query: TransitQuery,
  range: { fromSeconds: number; toSeconds: number },
): TransitJourney[] {
  const span = spanOf(query);
  // Seen from the start of the range, a journey that leaves at its end is that much longer.
  const wide = { ...query, spanSeconds: span + range.toSeconds - range.fromSeconds };
  return pairs(query).flatMap((pair) => {
    const found: TransitJourney[] = [];
    let from = range.fromSeconds;
    while (from <= range.toSeconds) {
      const journeys = departAfter(view, wide, pair, from);
      if (journeys.length === 0) break;
      for (const journey of journeys) {
        if (
          journey.departSeconds <= range.toSeconds &&
          !found.some((one) => covers(one, journey))
        ) {
          found.push(journey);
        }
      }
      // Nothing changes until the first of them has left.
      from = Math.max(from, Math.min(...journeys.map((journey) => journey.departSeconds))) + 1;
    }
    const best = found
      .filter((one) => !found.some((two) => two !== one && covers(two, one)))
      .filter(quickerThan(Math.min(walkSeconds(view, query, pair), span + 1)));
    return best.sort((a, b) => a.departSeconds - b.departSeconds || a.rides - b.rides);
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

type Pair = { sources: readonly TaggedStop[]; targets: readonly TaggedStop[] };
type Best = { rides: number; seconds: number; journey: () => TransitJourney };

function pairs({ sources, targets }: TransitQuery): Pair[] {
  const byTarget = [...groupBy(targets, (stop) => stop.tag).values()];
  return [...groupBy(sources, (stop) => stop.tag).values()].flatMap((from) =>
    byTarget.map((to) => ({ sources: from, targets: to })),
  );
}

function departAfter(view: DayView, query: TransitQuery, pair: Pair, start: number) {
  return bestOf(view, query, pair, 'forward', start).flatMap(({ rides, seconds }) =>
    lastOf(view, query, pair, 'backward', -seconds, rides),
  );
}

/** The best journey with at most so many rides, if any. */
function lastOf(
  view: DayView,
  query: TransitQuery,
  pair: Pair,
  direction: 'forward' | 'backward',
  start: number,
  maxRides: number,
): TransitJourney[] {
  const best = bestOf(view, query, pair, direction, start, maxRides).at(-1);
  return best ? [best.journey()] : [];
}

/** Leaving aside journeys that take as long as walking from stop to stop, with no vehicle at all. */
function quickerThan(walk: number): (journey: TransitJourney) => boolean {
  return ({ departSeconds, arriveSeconds }) => arriveSeconds - departSeconds < walk;
}

function walkSeconds(view: DayView, query: TransitQuery, { sources, targets }: Pair): number {
  const limits = { ...limitsOf(view, query, 0, 0), latestSeconds: NEVER - 1 };
  const [onFoot] = search(view.forward, sources, limits);
  if (!onFoot) return NEVER;
  return Math.min(
    ...targets.map(({ stop, seconds }) => {
      const arrival = arrivalAt(onFoot, stop);
      return arrival === NEVER ? NEVER : arrival + seconds;
    }),
  );
}

/** Best time at the far end by number of rides, each better than with fewer rides. */
function bestOf(
  view: DayView,
  query: TransitQuery,
  pair: Pair,
  direction: 'forward' | 'backward',
  start: number,
  maxRides = maxRidesOf(query),
): Best[] {
  const [near, far] =
    direction === 'forward' ? [pair.sources, pair.targets] : [pair.targets, pair.sources];
  const origins: Origin[] = near.map(({ stop, seconds }) => ({ stop, seconds: start + seconds }));
  const limits = limitsOf(view, query, start, maxRides);
  const rounds = search(view[direction], origins, limits);
  const best: Best[] = [];
  let earliest = limits.latestSeconds + 1;
  for (const [rides, round] of rounds.entries()) {
    if (rides === 0) continue;
    let end = -1;
    for (const { stop, seconds } of far) {
      const arrival = arrivalAt(round, stop);
      if (arrival === NEVER || arrival + seconds >= earliest) continue;
      earliest = arrival + seconds;
      end = stop;
    }
    if (end === -1) continue;
    const journey = () => describe(view, pair, rounds, rides, end, direction);
    best.push({ rides, seconds: earliest, journey });
  }
  return best;
}

function describe(
  view: DayView,
  pair: Pair,
  rounds: readonly Round[],
  rides: number,
  end: number,
  direction: 'forward' | 'backward',
): TransitJourney {
  const found = readJourney(view, rounds, rides, end, direction);
  const source = nearest(pair.sources, found.firstStop);
  const target = nearest(pair.targets, found.lastStop);
  return {
    ...found,
    sourceTag: source.tag,
    targetTag: target.tag,
    departSeconds: (found.legs[0]?.departSeconds ?? 0) - source.seconds,
    arriveSeconds: (found.legs.at(-1)?.arriveSeconds ?? 0) + target.seconds,
    accessSeconds: source.seconds,
    egressSeconds: target.seconds,
    rides,
  };
}

function nearest(stops: readonly TaggedStop[], stop: number): TaggedStop {
  const [first] = stops
    .filter((one) => one.stop === stop)
    .toSorted((a, b) => a.seconds - b.seconds);
  if (!first) throw new RangeError(`Stop ${stop} is neither a source nor a target.`);
  return first;
}

function covers(one: TransitJourney, other: TransitJourney): boolean {
  return (
    one.departSeconds >= other.departSeconds &&
    one.arriveSeconds <= other.arriveSeconds &&
    one.rides <= other.rides
  );
}
