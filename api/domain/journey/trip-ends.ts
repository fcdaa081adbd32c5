// How far are home and care from each other and from the stops around? Asked once, whatever the hour.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { keyOfPoint, nearestStop, type StopWalks } from '#domain/journey/door-stop.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { estimateRoads, type RoadTime, type RoadTimes } from '#domain/journey/road-times.ts';
import {
  feedersOf,
  type StopClass,
  type StopRoads,
  stopClasses,
} from '#domain/journey/stop-class.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { NamedPoint, Offer } from '#domain/transport/offer.ts';

const WALK_RADIUS_METERS = 2_000;
/** Tried one after the other until enough stops are found. */
const RIDE_RADII_METERS = [5_000, 15_000, 35_000];
/** Nearest stops a feeder is tried to: enough for a region, small enough to stay quick. */
const MAX_RIDE_STOPS = 60;
/** Of each feed, whatever the others hold: the quays of a town never hide the station beside it. */
const LEAST_FEED_STOPS = 20;
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
  const fromHome = (how: RoadMode, points: readonly LonLat[]) =>
    known(roads.fromOne(how, from.point, points), () =>
      estimateRoads.fromOne(how, from.point, points),
    );
  const toCare = (how: RoadMode, points: readonly LonLat[]) =>
    known(roads.toOne(how, points, to.point), () => estimateRoads.toOne(how, points, to.point));

  const [car, ...carFromHome] = fromHome('car', [to.point, ...homeStops.car.map(({ at }) => at)]);
  const isWalkable = distanceMeters(from.point, to.point) <= WALK_ASKED_METERS;
  const walks = fromHome('walk', [
    ...homeStops.walk.map(({ at }) => at),
    ...homeDoors,
    ...(isWalkable ? [to.point] : []),
  ]);
  const carToCare = toCare(
    'car',
    careStops.car.map(({ at }) => at),
  );
  const walkToCare = toCare('walk', [...careStops.walk.map(({ at }) => at), ...careDoors]);
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
  const around = (center: LonLat, radiusMeters: number): StopAt[] =>
    stopsAround(timetable.grid, center, radiusMeters).flatMap(({ stop }) => {
      const at = timetable.stops[stop]?.point;
      return at ? [{ stop, at }] : [];
    });
  const walk = around(point, WALK_RADIUS_METERS);
  if (!byCar) return { walk, car: [] };
  const car = nearest(timetable, (radius) => around(point, radius));
  // Those a manager chose for connections are never too many, and may lie beyond all others.
  const longest = RIDE_RADII_METERS.at(-1) ?? 0;
  for (const place of chosen) {
    if (distanceMeters(place.point, point) > longest) continue;
    for (const each of around(place.point, place.radiusMeters)) car.set(each.stop, each);
  }
  return { walk, car: [...car.values()] };
}

/** The nearest of all, and of each feed the nearest of its own. */
function nearest(
  { stops, feeds }: Timetable,
  around: (radiusMeters: number) => StopAt[],
): Map<number, StopAt> {
  let found: StopAt[] = [];
  for (const radius of RIDE_RADII_METERS) {
    found = around(radius);
    if (found.length >= MAX_RIDE_STOPS) break;
  }
  const kept = new Map(found.slice(0, MAX_RIDE_STOPS).map((each) => [each.stop, each]));
  if (feeds.length < 2 || found.length < MAX_RIDE_STOPS) return kept;
  const counts = new Map<string, number>();
  for (const each of around(RIDE_RADII_METERS.at(-1) ?? 0)) {
    const feed = stops[each.stop]?.feedId ?? '';
    const count = counts.get(feed) ?? 0;
    if (count >= LEAST_FEED_STOPS) continue;
    counts.set(feed, count + 1);
    kept.set(each.stop, each);
  }
  return kept;
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

/** A point far from every road known gets estimates, never silence. */
function known(
  times: readonly (RoadTime | null)[],
  estimate: () => readonly (RoadTime | null)[],
): readonly (RoadTime | null)[] {
  return times.length > 0 && times.every((each) => each === null) ? estimate() : times;
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
