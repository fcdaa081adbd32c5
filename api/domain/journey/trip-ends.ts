// How far are home and care from each other and from the stops around? Asked once, whatever the hour.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
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
import type { Offer } from '#domain/transport/offer.ts';

const WALK_RADIUS_METERS = 2_000;
/** Tried one after the other until enough stops are found. */
const RIDE_RADII_METERS = [5_000, 15_000, 35_000];
/** Nearest stops a feeder is tried to: enough for a region, small enough to stay quick. */
const MAX_RIDE_STOPS = 60;
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
};

export type EndsRequest = Pick<JourneyRequest, 'from' | 'to' | 'mode' | 'needs'>;

/** Four searches of the roads at most, two from home and two to care. */
export function tripEnds(
  request: EndsRequest,
  { offers, roads }: { offers: readonly Offer[]; roads: RoadTimes },
  timetable: Timetable | null,
): TripEnds {
  const { from, to, mode } = request;
  const hasFeeders = feedersOf(offers, timetable).length > 0;
  const homeStops = near(timetable, from.point, hasFeeders || mode !== 'no_car');
  const careStops = near(timetable, to.point, hasFeeders);
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
    ...(isWalkable ? [to.point] : []),
  ]);
  const carToCare = toCare(
    'car',
    careStops.car.map(({ at }) => at),
  );
  const walkToCare = toCare(
    'walk',
    careStops.walk.map(({ at }) => at),
  );
  const classes = (end: 'home' | 'care', stopRoads: StopRoads) =>
    timetable
      ? stopClasses(end === 'home' ? from : to, end, request, offers, timetable, stopRoads)
      : [];
  return {
    car: car ?? estimateBetween(from.point, to.point),
    walk: isWalkable ? (walks[homeStops.walk.length] ?? null) : null,
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

/** Nearest first. Stops are only driven to when somebody may drive there. */
function near(timetable: Timetable | null, point: LonLat, byCar: boolean) {
  const around = (radiusMeters: number): StopAt[] =>
    timetable === null
      ? []
      : stopsAround(timetable.grid, point, radiusMeters).flatMap(({ stop }) => {
          const at = timetable.stops[stop]?.point;
          return at ? [{ stop, at }] : [];
        });
  return {
    walk: around(WALK_RADIUS_METERS),
    car: byCar ? nearest(around) : [],
  };
}

function nearest(around: (radiusMeters: number) => StopAt[]): StopAt[] {
  let found: StopAt[] = [];
  for (const radius of RIDE_RADII_METERS) {
    found = around(radius);
    if (found.length >= MAX_RIDE_STOPS) break;
  }
  return found.slice(0, MAX_RIDE_STOPS);
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
