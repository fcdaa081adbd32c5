// How can one end of the trip reach the stops of scheduled lines: on foot, by car, by which offer?

import type { JourneyPoint, JourneyRequest, LegMode } from '#domain/journey/journey.ts';
import { rideMinutes } from '#domain/journey/ride-time.ts';
import { estimateDrive, estimateWalk } from '#domain/journey/road-estimate.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import type { TaggedStop } from '#domain/journey/transit-query.ts';
import { feederStops, mayFeed } from '#domain/transport/feeder-stops.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';

const WALK_RADIUS_METERS = 2_000;
const WALK_LIMIT_MINUTES = 30;
const EASY_WALK_MINUTES = 15;
/** To be on the platform before the train, not with it. */
const PLATFORM_MINUTES = 3;
const RIDE_RADIUS_METERS = 35_000;
const RIDE_LIMIT_MINUTES = 45;
/** Nearest stops a feeder is tried to: enough for a region, small enough to stay quick. */
const MAX_STOPS = 60;
/** To park and reach the platform. */
const PARKING_MINUTES = 8;
/** A town network without a timetable: to wait for the bus. */
const UNKNOWN_TIMETABLE_WAIT_MINUTES = 10;

/** Between the point and one stop. `marginSeconds`: the part of `seconds` kept for the change. */
export type StopReach = { seconds: number; meters: number; marginSeconds: number };

/** One way to reach stops (or leave them), with the time and metres to each. */
export type StopClass = {
  tag: string;
  mode: Extract<LegMode, 'walk' | 'car' | 'ride' | 'local_network'>;
  offer: Offer | null;
  pattern: TravelPattern | null;
  reach: ReadonlyMap<number, StopReach>;
};

/** `end`: home is where a car may be left; at the place of care one is on foot or taken. */
export function stopClasses(
  point: JourneyPoint,
  end: 'home' | 'care',
  request: JourneyRequest,
  offers: readonly Offer[],
  timetable: Timetable,
): StopClass[] {
  const walk = onFoot(point, timetable);
  const classes: StopClass[] = [walk];
  const byRoad = roadReach(point, timetable);
  if (request.needs.length === 0) forgetNearStops(byRoad, walk);
  if (end === 'home' && request.mode !== 'no_car') {
    classes.push({
      tag: 'car',
      mode: 'car',
      offer: null,
      pattern: null,
      reach: mapReach(byRoad, (minutes) => minutes + PARKING_MINUTES),
    });
  }
  for (const offer of offers) {
    if (!servesHealth(offer)) continue;
    const local = offer.kind === 'urban_network';
    const pattern = offer.patterns.find((each) => mayFeed(offer, each));
    if (!pattern) continue;
    const stops = [...byRoad.keys()].map((stop) => ({
      stop,
      point: timetable.stops[stop]?.point ?? point.point,
      insee: null,
    }));
    const served = feederStops(pattern, point, stops, end === 'home' ? 'to_stop' : 'from_stop');
    classes.push({
      tag: offer.id,
      mode: local ? 'local_network' : 'ride',
      offer,
      pattern,
      reach: mapReach(
        new Map(served.map(({ stop }) => [stop, byRoad.get(stop) ?? { minutes: 0, meters: 0 }])),
        (minutes) => rideMinutes(pattern, minutes) + (local ? UNKNOWN_TIMETABLE_WAIT_MINUTES : 0),
        local ? 0 : pattern.transferMarginMinutes,
      ),
    });
  }
  return classes.filter((each) => each.reach.size > 0);
}

export function taggedStops(classes: readonly StopClass[]): TaggedStop[] {
  return classes.flatMap(({ tag, reach }) =>
    [...reach].map(([stop, { seconds }]) => ({ stop, seconds, tag })),
  );
}

type Road = { minutes: number; meters: number };

function onFoot(point: JourneyPoint, timetable: Timetable): StopClass {
  const reach = new Map<number, StopReach>();
  for (const { stop } of stopsAround(timetable.grid, point.point, WALK_RADIUS_METERS)) {
    const at = timetable.stops[stop]?.point;
    if (!at) continue;
    const walk = estimateWalk(point.point, at);
    if (walk.minutes <= WALK_LIMIT_MINUTES) {
      reach.set(stop, {
        seconds: (walk.minutes + PLATFORM_MINUTES) * 60,
        meters: walk.meters,
        marginSeconds: PLATFORM_MINUTES * 60,
      });
    }
  }
  return { tag: 'walk', mode: 'walk', offer: null, pattern: null, reach };
}

/** Nobody is driven to a stop around the corner, unless they need help to get there. */
function forgetNearStops(byRoad: Map<number, Road>, walk: StopClass): void {
  for (const [stop, { seconds }] of walk.reach) {
    if (seconds <= EASY_WALK_MINUTES * 60) byRoad.delete(stop);
  }
}

function roadReach(point: JourneyPoint, timetable: Timetable): Map<number, Road> {
  const reach = new Map<number, Road>();
  for (const { stop } of stopsAround(timetable.grid, point.point, RIDE_RADIUS_METERS)) {
    if (reach.size >= MAX_STOPS) break;
    const at = timetable.stops[stop]?.point;
    if (!at) continue;
    const drive = estimateDrive(point.point, at);
    if (drive.minutes <= RIDE_LIMIT_MINUTES) reach.set(stop, drive);
  }
  return reach;
}

function mapReach(
  roads: ReadonlyMap<number, Road>,
  minutesOf: (driveMinutes: number) => number,
  marginMinutes = 0,
): Map<number, StopReach> {
  return new Map(
    [...roads].map(([stop, road]) => [
      stop,
      {
        seconds: (minutesOf(road.minutes) + marginMinutes) * 60,
        meters: road.meters,
        marginSeconds: marginMinutes * 60,
      },
    ]),
  );
}
