// How can one end of the trip reach the stops of scheduled lines: on foot, by car, by which offer?

import { distanceMeters } from '#domain/geo.ts';
import { type DoorStop, doorStop, type StopWalks } from '#domain/journey/door-stop.ts';
import type { JourneyPoint, JourneyRequest, LegMode } from '#domain/journey/journey.ts';
import { hasTimetable } from '#domain/journey/line-offer.ts';
import { rideMinutes } from '#domain/journey/ride-time.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { TaggedStop } from '#domain/journey/transit-query.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { feederStops, mayFeed } from '#domain/transport/feeder-stops.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { areaCovers } from '#domain/transport/pattern-serves.ts';

/** Farther than this on foot or by road, a stop is not used. */
export const WALK_LIMIT_MINUTES = 30;
const EASY_WALK_MINUTES = 15;
/** To be on the platform before the train, not with it. */
const PLATFORM_MINUTES = 3;
export const RIDE_LIMIT_MINUTES = 45;
/** To park and reach the platform. */
const PARKING_MINUTES = 8;
/** A town network without a timetable: to wait for the bus. */
const UNKNOWN_TIMETABLE_WAIT_MINUTES = 10;
/** A stop lies in the commune of a station an offer names up to here. */
const SAME_STATION_METERS = 1_000;

/** Between the point and one stop. `marginSeconds`: the part of `seconds` kept for the change. */
export type StopReach = {
  seconds: number;
  meters: number;
  marginSeconds: number;
  estimate: boolean;
};

/** One way to reach stops (or leave them), with the time and metres to each. */
export type StopClass = {
  tag: string;
  mode: Extract<LegMode, 'walk' | 'car' | 'ride' | 'local_network'>;
  offer: Offer | null;
  pattern: TravelPattern | null;
  /** A ride that takes nobody home, or nobody there; absent: both ways. */
  only?: 'there' | 'back';
  /** Where one walks to or from, when the ride does not come to the door. */
  doorStop?: DoorStop;
  reach: ReadonlyMap<number, StopReach>;
};

/** By stop: how long on foot, and by car, between it and one end of the trip. */
export type StopRoads = {
  walk: ReadonlyMap<number, RoadTime>;
  car: ReadonlyMap<number, RoadTime>;
  stops: StopWalks;
};

type Feeder = { offer: Offer; pattern: TravelPattern; tag: string };

/**
 * Patterns that may bring somebody to a station, in order of the offers; the first keeps its offer's name.
 * What is found in the timetable is boarded by it.
 */
export function feedersOf(offers: readonly Offer[], timetable: Timetable | null): Feeder[] {
  const feeds = new Set(timetable?.feeds.map(({ id }) => id) ?? []);
  const isLine = (offer: Offer) =>
    hasTimetable(offer) && (offer.kind !== 'urban_network' || feeds.has(offer.feedId ?? ''));
  return offers
    .filter((offer) => servesHealth(offer) && !isLine(offer))
    .flatMap((offer) =>
      offer.patterns
        .filter((pattern) => mayFeed(offer, pattern))
        .map((pattern, index) => ({
          offer,
          pattern,
          tag: index === 0 ? offer.id : `${offer.id}/${pattern.id}`,
        })),
    );
}

/**
 * `end`: home is where a car may be left; at the place of care one is on foot or taken. Every offer that
 * reaches a stop, whatever the day: see `feeder-cut.ts` for those that are tried.
 */
export function stopClasses(
  point: JourneyPoint,
  end: 'home' | 'care',
  request: Pick<JourneyRequest, 'mode' | 'needs'>,
  offers: readonly Offer[],
  timetable: Timetable,
  roads: StopRoads,
): StopClass[] {
  const walk = onFoot(roads.walk);
  const byRoad = new Map([...roads.car].filter(([, { minutes }]) => minutes <= RIDE_LIMIT_MINUTES));
  if (request.needs.length === 0) forgetNearStops(byRoad, walk);
  const classes: StopClass[] = [walk];
  if (end === 'home' && request.mode !== 'no_car') {
    classes.push({
      tag: 'car',
      mode: 'car',
      offer: null,
      pattern: null,
      reach: mapReach(byRoad, (minutes) => minutes + PARKING_MINUTES),
    });
  }
  const stops = knownStops([...byRoad.keys()], timetable, offers);
  const insees = new Set(stops.flatMap(({ insee }) => insee ?? []));
  const fed = feedersOf(offers, timetable).flatMap(({ offer, pattern, tag }): StopClass[] => {
    const toDoor = (direction: 'to_stop' | 'from_stop') =>
      mayMatch(pattern, point, insees, direction)
        ? feederStops(pattern, point, stops, direction)
        : [];
    const [out, home] = [toDoor('to_stop'), toDoor('from_stop')];
    const [there, back] = end === 'home' ? [out, home] : [home, out];
    const served = there.length > 0 ? there : back;
    if (served.length === 0) return [];
    const isReturn = back.length > 0 || pattern.roundTrip !== 'forbidden';
    const only = there.length === 0 ? 'back' : isReturn ? null : 'there';
    const local = offer.kind === 'urban_network';
    const stop = doorStop(offer, pattern, point, roads.stops);
    const minutesMore =
      (local ? UNKNOWN_TIMETABLE_WAIT_MINUTES : 0) + (stop === null ? 0 : stop.walk.minutes);
    return [
      {
        tag,
        mode: local ? 'local_network' : 'ride',
        offer,
        pattern,
        ...(only === null ? {} : { only }),
        ...(stop === null ? {} : { doorStop: stop }),
        reach: mapReach(
          new Map(served.flatMap((each) => pairWith(each.stop, byRoad.get(each.stop)))),
          (minutes) => rideMinutes(pattern, minutes) + minutesMore,
          local ? 0 : pattern.transferMarginMinutes,
        ),
      },
    ];
  });
  return [...classes, ...fed].filter((each) => each.reach.size > 0);
}

export function taggedStops(classes: readonly StopClass[]): TaggedStop[] {
  return classes.flatMap(({ tag, reach }) =>
    [...reach].map(([stop, { seconds }]) => ({ stop, seconds, tag })),
  );
}

function onFoot(roads: ReadonlyMap<number, RoadTime>): StopClass {
  const reach = new Map<number, StopReach>();
  for (const [stop, { minutes, meters, estimate }] of roads) {
    if (minutes > WALK_LIMIT_MINUTES) continue;
    const seconds = (minutes + PLATFORM_MINUTES) * 60;
    reach.set(stop, { seconds, meters, marginSeconds: PLATFORM_MINUTES * 60, estimate });
  }
  return { tag: 'walk', mode: 'walk', offer: null, pattern: null, reach };
}

/** Nobody is driven to a stop around the corner, unless they need help to get there. */
function forgetNearStops(byRoad: Map<number, RoadTime>, walk: StopClass): void {
  for (const [stop, { seconds }] of walk.reach) {
    if (seconds <= EASY_WALK_MINUTES * 60) byRoad.delete(stop);
  }
}

/** Timetables do not say in which commune a stop lies: the offers that name a station there do. */
function knownStops(stops: readonly number[], timetable: Timetable, offers: readonly Offer[]) {
  const stations = offers.flatMap(({ places }) =>
    places.flatMap(({ point, insee }) => (point && insee ? [{ point, insee }] : [])),
  );
  return stops.flatMap((stop) => {
    const point = timetable.stops[stop]?.point;
    if (!point) return [];
    let insee: Insee | null = null;
    let nearest = SAME_STATION_METERS;
    for (const station of stations) {
      const meters = distanceMeters(station.point, point);
      if (meters > nearest || (meters === nearest && insee !== null)) continue;
      nearest = meters;
      insee = station.insee;
    }
    return [{ stop, point, insee }];
  });
}

/** False when the areas are sure to leave out the door, or every stop: so do most offers. */
function mayMatch(
  { rule, origin, destination, bothWays }: TravelPattern,
  door: JourneyPoint,
  stopInsees: ReadonlySet<Insee>,
  direction: 'to_stop' | 'from_stop',
): boolean {
  const isEnd = rule === 'ends_in' && destination === null;
  const areas = [isEnd ? null : origin, isEnd || rule === 'within' ? origin : destination] as const;
  const turned = [areas[1], areas[0]] as const;
  const both = bothWays || rule === 'starts_or_ends_in';
  const ways =
    direction === 'to_stop' ? [areas, both ? turned : areas] : [turned, both ? areas : turned];
  return ways.some(
    ([atDoor, atStop]) =>
      (atDoor === null || areaCovers(atDoor, door) !== 'no') &&
      (atStop?.kind !== 'communes' || atStop.insees.some((insee) => stopInsees.has(insee))),
  );
}

function pairWith<Value>(stop: number, value: Value | undefined): [number, Value][] {
  return value === undefined ? [] : [[stop, value]];
}

function mapReach(
  roads: ReadonlyMap<number, RoadTime>,
  minutesOf: (driveMinutes: number) => number,
  marginMinutes = 0,
): Map<number, StopReach> {
  return new Map(
    [...roads].map(([stop, { minutes, meters, estimate }]) => [
      stop,
      {
        seconds: (minutesOf(minutes) + marginMinutes) * 60,
        meters,
        marginSeconds: marginMinutes * 60,
        estimate,
      },
    ]),
  );
}
