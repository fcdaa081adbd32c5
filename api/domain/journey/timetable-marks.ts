// Which lines, trips and stops of the timetables in use are those organizations marked?

import { keepLast, numberOf } from '#domain/journey/keep-last.ts';
import {
  isSeat,
  type Timetable,
  type TimetableRoute,
  type TimetableTrip,
} from '#domain/journey/timetable.ts';
import type { LegMark, LineMark, OverlayTarget, TripSign } from '#domain/transport/line-overlay.ts';

/** A mark whose target is not in the timetables of now is in none of them. */
export type TimetableMarks = {
  all: readonly LegMark[];
  routes: ReadonlyMap<TimetableRoute, readonly LegMark[]>;
  trips: ReadonlyMap<TimetableTrip, readonly LegMark[]>;
  /** By number; what is said of a station holds at its stops. */
  stops: ReadonlyMap<number, readonly LegMark[]>;
};

const placed = keepLast<Timetable, TimetableMarks | null>(2);

/** Null when no mark is about these timetables: searches then cost what they cost without marks. */
export function marksOn(timetable: Timetable, marks: readonly LineMark[]): TimetableMarks | null {
  if (marks.length === 0) return null;
  return placed(timetable, `${numberOf(marks)}`, () => place(timetable, marks));
}

function place(timetable: Timetable, marks: readonly LineMark[]): TimetableMarks | null {
  const find = finder(marks);
  const all = new Set<LegMark>();
  const gather = <Key>(into: Map<Key, readonly LegMark[]>, key: Key, found: readonly LegMark[]) => {
    if (found.length === 0) return;
    into.set(key, [...(into.get(key) ?? []), ...found]);
    for (const mark of found) all.add(mark);
  };
  const routes = new Map<TimetableRoute, readonly LegMark[]>();
  for (const route of timetable.routes) gather(routes, route, find('route', route));
  const trips = new Map<TimetableTrip, readonly LegMark[]>();
  for (const trip of timetable.trips) gather(trips, trip, find('trip', trip));
  for (const [trip, found] of tripsRenamed(timetable, marks, find)) gather(trips, trip, found);
  const stops = new Map<number, readonly LegMark[]>();
  for (const [number, stop] of timetable.stops.entries()) {
    // Who stays in a vehicle neither gets on nor off there.
    if (isSeat(timetable, number)) continue;
    const station = timetable.stops[stop.station];
    const ofStation = station && station.id !== stop.id ? find('stop', station) : [];
    gather(stops, number, [...find('stop', stop), ...ofStation]);
  }
  return all.size === 0 ? null : { all: [...all], routes, trips, stops };
}

/** Trips marked in an edition that named them otherwise: of the same line and number, at the same second. */
function* tripsRenamed(
  timetable: Timetable,
  marks: readonly LineMark[],
  find: ReturnType<typeof finder>,
): Generator<[TimetableTrip, readonly LegMark[]]> {
  const known = new Set(timetable.trips.map(({ feedId, id }) => JSON.stringify([feedId, id])));
  const bySign = new Map<string, Set<string>>();
  for (const { feedId, targetId, trip } of marks) {
    if (!trip || known.has(JSON.stringify([feedId, targetId]))) continue;
    const sign = JSON.stringify([feedId, ...signOf(trip)]);
    bySign.set(sign, (bySign.get(sign) ?? new Set()).add(targetId));
  }
  if (bySign.size === 0) return;
  for (const [number, departSeconds] of firstDepartures(timetable)) {
    const trip = timetable.trips[number];
    const routeId = trip && timetable.routes[trip.route]?.id;
    if (!trip || routeId === undefined) continue;
    const { feedId, headsign, shortName } = trip;
    const sign = signOf({ routeId, headsign, shortName, departSeconds });
    const ids = bySign.get(JSON.stringify([feedId, ...sign])) ?? [];
    yield [trip, [...ids].flatMap((id) => find('trip', { feedId, id }))];
  }
}

function signOf({ routeId, headsign, shortName, departSeconds }: TripSign) {
  return [routeId, headsign, shortName, departSeconds];
}

/** By trip; of those told by a frequency, the first one. */
function firstDepartures(timetable: Timetable): Map<number, number> {
  const { runStarts, runTrips, runTimes, patternStarts, patternStops, departures } = timetable;
  const first = new Map<number, number>();
  for (let pattern = 0; pattern + 1 < runStarts.length; pattern++) {
    const start = patternStarts[pattern] ?? 0;
    let call = 0;
    while (isSeat(timetable, patternStops[start + call] ?? 0)) call++;
    for (let run = runStarts[pattern] ?? 0; run < (runStarts[pattern + 1] ?? 0); run++) {
      const trip = runTrips[run] ?? 0;
      const seconds = departures[(runTimes[run] ?? 0) + call] ?? 0;
      first.set(trip, Math.min(seconds, first.get(trip) ?? seconds));
    }
  }
  return first;
}

type Target = { feedId: string; id: string };

function finder(
  marks: readonly LineMark[],
): (target: OverlayTarget, about: Target) => readonly LegMark[] {
  const byTarget = new Map<string, LegMark[]>();
  const targets = new Set<OverlayTarget>();
  for (const { feedId, targetId, trip: _, ...mark } of marks) {
    const key = JSON.stringify([mark.target, feedId, targetId]);
    byTarget.set(key, [...(byTarget.get(key) ?? []), mark]);
    targets.add(mark.target);
  }
  return (target, { feedId, id }) =>
    targets.has(target) ? (byTarget.get(JSON.stringify([target, feedId, id])) ?? []) : [];
}

/** What an organization says of one trip stands in place of what it says of the line. */
export function marksOfTrip(
  { routes, trips }: Pick<TimetableMarks, 'routes' | 'trips'>,
  route: TimetableRoute,
  trip: TimetableTrip,
): readonly LegMark[] {
  const own = trips.get(trip) ?? [];
  const ofRoute = routes.get(route) ?? [];
  if (own.length === 0) return ofRoute;
  const decided = new Set(own.flatMap(({ kind, saidBy }) => (kind === 'note' ? [] : [saidBy])));
  return [...own, ...ofRoute.filter(({ kind, saidBy }) => kind === 'note' || !decided.has(saidBy))];
}
