// Which trips go on as which, where a feed only says that one vehicle runs them all (its block)?
//
// The next trip of the block that day, when it begins where the one before ends. A vehicle that only turns
// round is left: it brings its riders back to where they were.

import type { LonLat } from '#domain/geo.ts';
import type { TripLink } from '#domain/journey/linked-trips.ts';
import type { Run } from '#domain/journey/pack-patterns.ts';
import type { TripTimes } from '#domain/journey/trip-times.ts';

/** A trip begins where another ends up to here. */
const SAME_END_METERS = 10;
/** Two stops this near are the two sides of one street. */
const SAME_PLACE_METERS = 150;
const METERS_PER_DEGREE = 111_195;

/** `isWhole`: whenever both run. `isChange`: who gets off catches it as well. */
export type BlockLink = TripLink & {
  days: ReadonlySet<number>;
  isWhole: boolean;
  isChange: boolean;
};

type Ask = {
  /** Trips of each block, by number. */
  blocks: readonly (readonly number[])[];
  /** Runs by trip. */
  runs: ReadonlyMap<number, Run>;
  daysOf: (service: number) => ReadonlySet<number>;
  points: readonly LonLat[];
  longestStaySeconds: number;
  /** Time enough to change from a stop to another; null: it depends on the vehicles. */
  changeSeconds: (from: number, to: number) => number | null;
};

export function blockLinks({
  blocks,
  runs,
  daysOf,
  points,
  longestStaySeconds,
  changeSeconds,
}: Ask): BlockLink[] {
  return blocks.flatMap((trips) => {
    const ordered = trips
      .flatMap((trip) => runs.get(trip) ?? [])
      .toSorted((a, b) => startOf(a) - startOf(b) || a.trip - b.trip);
    return ordered.flatMap((run, index): BlockLink[] => {
      const end = run.times.arrivals.at(-1) ?? 0;
      const links: BlockLink[] = [];
      const all = daysOf(run.service);
      let left = [...all];
      for (const next of ordered.slice(index + 1)) {
        if (left.length === 0 || startOf(next) - end > longestStaySeconds) break;
        if (startOf(next) < end) continue;
        const nextDays = daysOf(next.service);
        const days = new Set(left.filter((day) => nextDays.has(day)));
        left = left.filter((day) => !nextDays.has(day));
        if (days.size === 0 || !leadsOn(run.times, next.times, points)) continue;
        const isWhole = [...all].every((day) => days.has(day) || !nextDays.has(day));
        const isChange = mayChange(run.times, next.times, changeSeconds);
        links.push({ from: run.trip, to: next.trip, days, isWhole, isChange });
      }
      return links;
    });
  });
}

function startOf({ times }: Run): number {
  return times.departures[0] ?? 0;
}

function mayChange(
  first: TripTimes,
  second: TripTimes,
  changeSeconds: Ask['changeSeconds'],
): boolean {
  const [end, start] = [first.stops.at(-1) ?? 0, second.stops[0] ?? 0];
  const seconds = changeSeconds(end, start);
  const stay = (second.departures[0] ?? 0) - (first.arrivals.at(-1) ?? 0);
  const isOpen = first.dropOffs.at(-1) === 0 && second.pickups[0] === 0;
  return isOpen && seconds !== null && stay >= seconds;
}

function leadsOn(first: TripTimes, second: TripTimes, points: readonly LonLat[]): boolean {
  const isNear = (a: number | undefined, b: number | undefined, meters: number) => {
    const [from, to] = [points[a ?? -1], points[b ?? -1]];
    if (!from || !to) return false;
    const north = (to[1] - from[1]) * METERS_PER_DEGREE;
    if (Math.abs(north) > meters) return false;
    const east = (to[0] - from[0]) * METERS_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180);
    return north * north + east * east <= meters * meters;
  };
  if (!isNear(first.stops.at(-1), second.stops[0], SAME_END_METERS)) return false;
  return second.stops.some((stop) =>
    first.stops.every((before) => !isNear(before, stop, SAME_PLACE_METERS)),
  );
}
