// How far are home and care from each other and from the stops around? Asked once, whatever the hour.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { keyOfPoint, nearestStop, type StopWalks } from '#domain/journey/door-stop.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { LONGEST_RIDE_METERS, nearStops } from '#domain/journey/near-stops.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { estimateRoads, type RoadTime, type RoadTimes } from '#domain/journey/road-times.ts';
import {
  feedersOf,
  RIDE_LIMIT_MINUTES,
  type StopClass,
  type StopRoads,
  stopClasses,
  WALK_LIMIT_MINUTES,
} from '#domain/journey/stop-class.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { NamedPoint, Offer } from '#domain/transport/offer.ts';

/** Nobody walks farther than this to the door: the walk is not asked. */
const WALK_ASKED_METERS = 5_000;

export type TripEnds = {
  /** Door to door. Where the roads say nothing, the model of roads does, and says so. */
  car: RoadTime;
  /** Null: too far, or no way on foot. */
  walk: RoadTime | null;
  /** Ways to reach the stops of the timetable; none without a timetable. */
  home: readonly StopClass[];
  care: readonly StopClass[];
  /** On foot to the stops of the rides booked from stop to stop. */
  stops: { home: StopWalks; care: StopWalks };
};

export type EndsRequest = Pick<JourneyRequest, 'from' | 'to' | 'mode' | 'needs'>;

/** Four searches of the roads at most, two from home and two to care. */
export function tripEnds(
  request: EndsRequest,
  { offers, roads }: { offers: readonly Offer[]; roads: RoadTimes },
  timetable: Timetable | null,
): TripEnds {
  const { from, to, mode } = request;
  const feeders = feedersOf(offers, timetable);
  const chosen = feeders.flatMap(({ pattern }) => pattern.feederStops ?? []);
  const hasFeeders = feeders.length > 0;
  const homeStops = near(timetable, from.point, hasFeeders || mode !== 'no_car', chosen);
  const careStops = near(timetable, to.point, hasFeeders, chosen);
  const homeDoors = doorStops(offers, from);
  const careDoors = doorStops(offers, to);
  const fromHome = (how: RoadMode, points: readonly Asked[]) =>
    known(points, (at, most, by = roads) => by.fromOne(how, from.point, at, most));
  const toCare = (how: RoadMode, points: readonly Asked[]) =>
    known(points, (at, most, by = roads) => by.toOne(how, at, to.point, most));
  const stopsOf = (found: readonly StopAt[], most: number) =>
    found.map(({ at }): Asked => ({ at, most }));
  const doorsOf = (points: readonly LonLat[]) => points.map((at): Asked => ({ at, most: null }));

  const [car, ...carFromHome] = fromHome('car', [
    ...doorsOf([to.point]),
    ...stopsOf(homeStops.car, RIDE_LIMIT_MINUTES),
  ]);
  const isWalkable = distanceMeters(from.point, to.point) <= WALK_ASKED_METERS;
  const walks = fromHome('walk', [
    ...stopsOf(homeStops.walk, WALK_LIMIT_MINUTES),
    ...doorsOf(homeDoors),
    ...doorsOf(isWalkable ? [to.point] : []),
  ]);
  const carToCare = toCare('car', stopsOf(careStops.car, RIDE_LIMIT_MINUTES));
  const walkToCare = toCare('walk', [
    ...stopsOf(careStops.walk, WALK_LIMIT_MINUTES),
    ...doorsOf(careDoors),
  ]);
  const stops = {
    home: byPoint(homeDoors, walks.slice(homeStops.walk.length)),
    care: byPoint(careDoors, walkToCare.slice(careStops.walk.length)),
  };
  const classes = (end: 'home' | 'care', stopRoads: Omit<StopRoads, 'stops'>) =>
    timetable
      ? stopClasses(end === 'home' ? from : to, end, request, offers, timetable, {
          ...stopRoads,
          stops: stops[end],
        })
      : [];
  return {
    stops,
    car: car ?? estimateBetween(from.point, to.point),
    walk: isWalkable ? (walks[homeStops.walk.length + homeDoors.length] ?? null) : null,
    home: classes('home', {
      walk: byStop(homeStops.walk, walks),
      car: byStop(homeStops.car, carFromHome),
    }),
    care: classes('care', {
      walk: byStop(careStops.walk, walkToCare),
      car: byStop(careStops.car, carToCare),
    }),
  };
}

type StopAt = { stop: number; at: LonLat };

/** Nearest first. Stops are only driven to when somebody may drive there, or be driven. */
function near(
  timetable: Timetable | null,
  point: LonLat,
  byCar: boolean,
  chosen: readonly NamedPoint[],
) {
  if (timetable === null) return { walk: [], car: [] };
  const { walk, car } = nearStops(timetable, point, byCar);
  const located = (stops: Iterable<number>) =>
    [...stops].flatMap((stop): StopAt[] => {
      const at = timetable.stops[stop]?.point;
      return at ? [{ stop, at }] : [];
    });
  // Those a manager chose for connections are never too many, and may lie beyond all others.
  const fed = (byCar ? chosen : [])
    .filter((place) => distanceMeters(place.point, point) <= LONGEST_RIDE_METERS)
    .flatMap((place) => stopsAround(timetable.grid, place.point, place.radiusMeters));
  return { walk: located(walk), car: located(new Set([...car, ...fed.map(({ stop }) => stop)])) };
}

/** Of each way of working that goes from stop to stop, the stop for this door. */
function doorStops(offers: readonly Offer[], door: JourneyPoint): LonLat[] {
  const points = offers.flatMap((offer) =>
    offer.patterns.flatMap((pattern) => {
      const stop = nearestStop(offer, pattern, door);
      return stop ? [stop.point] : [];
    }),
  );
  return [...new Map(points.map((point) => [keyOfPoint(point), point])).values()];
}

function byPoint(
  points: readonly LonLat[],
  times: readonly (RoadTime | null)[],
): Map<string, RoadTime> {
  return new Map(
    points.flatMap((point, index) => {
      const time = times[index];
      return time ? [[keyOfPoint(point), time] as const] : [];
    }),
  );
}

/** `most`: in minutes, what is of use; null: any time is. */
type Asked = { at: LonLat; most: number | null };
type Ask = (
  points: readonly LonLat[],
  mostMinutes?: readonly number[],
  roads?: RoadTimes,
) => readonly (RoadTime | null)[];

/** A point far from every road known gets estimates, never silence. */
function known(asked: readonly Asked[], ask: Ask): readonly (RoadTime | null)[] {
  if (asked.length === 0) return [];
  const points = asked.map(({ at }) => at);
  const times = ask(
    points,
    asked.map(({ most }) => most ?? Number.POSITIVE_INFINITY),
  );
  const isSilent = (all: readonly (RoadTime | null)[]) => all.every((each) => each === null);
  if (!isSilent(times)) return times;
  // All too far to be of use, or none on a road: only the second is a silence.
  const whole = ask(points);
  return isSilent(whole) ? ask(points, [], estimateRoads) : whole;
}

function estimateBetween(from: LonLat, to: LonLat): RoadTime {
  const [estimate] = estimateRoads.fromOne('car', from, [to]);
  return estimate ?? { minutes: 0, meters: 0, estimate: true };
}

function byStop(
  stops: readonly StopAt[],
  times: readonly (RoadTime | null)[],
): Map<number, RoadTime> {
  return new Map(
    stops.flatMap(({ stop }, index) => {
      const time = times[index];
      return time ? [[stop, time] as const] : [];
    }),
  );
}
