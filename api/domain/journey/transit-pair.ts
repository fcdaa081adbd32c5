// Which ways in and out are searched together, and what is a journey between one of each?

import type { DayView } from '#domain/journey/day-view.ts';
import { search } from '#domain/journey/raptor.ts';
import { NEVER, type Round } from '#domain/journey/raptor-labels.ts';
import { arrivalAt, readJourney, type TransitLeg } from '#domain/journey/transit-journey.ts';
import { limitsOf, type TaggedStop, type TransitQuery } from '#domain/journey/transit-query.ts';

/** Stops of one source tag and of one target tag. */
export type Pair = { sources: readonly TaggedStop[]; targets: readonly TaggedStop[] };

/** Seconds of the view's service day, access and egress included. */
export type PairJourney = {
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

/** One for each source tag and target tag; pairs of one source tag share its list. */
export function pairs({ sources, targets }: TransitQuery): Pair[] {
  const byTarget = [...Map.groupBy(targets, (stop) => stop.tag).values()];
  return [...Map.groupBy(sources, (stop) => stop.tag).values()].flatMap((from) =>
    byTarget.map((to) => ({ sources: from, targets: to })),
  );
}

/** Leaving aside journeys that take as long as walking from stop to stop, with no vehicle at all. */
export function quickerThan(
  walk: number,
): (journey: Pick<PairJourney, 'departSeconds' | 'arriveSeconds'>) => boolean {
  return ({ departSeconds, arriveSeconds }) => arriveSeconds - departSeconds < walk;
}

export function walkSeconds(
  view: DayView,
  query: TransitQuery,
  { sources, targets }: Pair,
): number {
  const limits = { ...limitsOf(view, query, 0), latestSeconds: NEVER - 1 };
  return search(view.forward, sources, [], limits, ([onFoot]) =>
    targets.reduce((least, { stop, seconds }) => {
      const arrival = onFoot ? arrivalAt(onFoot, stop) : NEVER;
      return arrival === NEVER ? least : Math.min(least, arrival + seconds);
    }, NEVER),
  );
}

/** Best time at the end by number of rides, each better than with fewer rides. */
export function bestEnds(
  rounds: readonly Round[],
  ends: readonly TaggedStop[],
): { rides: number; seconds: number; stop: number }[] {
  const best: { rides: number; seconds: number; stop: number }[] = [];
  let earliest = NEVER;
  for (const [rides, round] of rounds.entries()) {
    let end = -1;
    for (const { stop, seconds } of rides === 0 ? [] : ends) {
      const arrival = arrivalAt(round, stop);
      if (arrival === NEVER || arrival + seconds >= earliest) continue;
      earliest = arrival + seconds;
      end = stop;
    }
    if (end !== -1) best.push({ rides, seconds: earliest, stop: end });
  }
  return best;
}

export function describe(
  view: DayView,
  pair: Pair,
  rounds: readonly Round[],
  rides: number,
  end: number,
  direction: 'forward' | 'backward',
): PairJourney {
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
