// At which stop does a ride that goes from stop to stop take the person, and how far on foot is it?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import { estimateRoads, type RoadTime } from '#domain/journey/road-times.ts';
import type { Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { isNear } from '#domain/transport/pattern-serves.ts';

/** Where the zone names no stop, those the offer names count this near to the door. */
const NEAR_DOOR_METERS = 2_000;
/** A stop this near is the door: nobody is told to walk there. */
const AT_DOOR_METERS = 50;

type Place = Pick<JourneyPoint, 'name' | 'point'>;

/** On foot between one end of the trip and stops near it, by the key of their point. */
export type StopWalks = ReadonlyMap<string, RoadTime>;

export type DoorStop = { point: JourneyPoint; walk: RoadTime };

/** Null: the ride comes to the door, or stops before it, or where it stops is not known. */
export function doorStop(
  offer: Pick<Offer, 'places'>,
  pattern: TravelPattern,
  door: JourneyPoint,
  walks: StopWalks,
): DoorStop | null {
  const place = nearestStop(offer, pattern, door);
  if (place === null || distanceMeters(place.point, door.point) <= AT_DOOR_METERS) return null;
  const [estimate] = estimateRoads.fromOne('walk', door.point, [place.point]);
  const walk = walks.get(keyOfPoint(place.point)) ?? estimate;
  if (!walk) return null;
  return { point: { name: place.name, point: place.point, insee: door.insee }, walk };
}

/** The nearest of the stops the pattern names that count for this door, else of those of the offer. */
export function nearestStop(
  { places }: Pick<Offer, 'places'>,
  pattern: TravelPattern,
  door: Pick<JourneyPoint, 'point'>,
): Place | null {
  if (pattern.pickup !== 'stop') return null;
  const named = areasOf(pattern).flatMap((area) => (area.kind === 'points' ? area.points : []));
  const near: Place[] =
    named.length > 0
      ? named.filter((each) => isNear(each, door.point))
      : places.flatMap(({ name, point }) =>
          point && distanceMeters(point, door.point) <= NEAR_DOOR_METERS ? [{ name, point }] : [],
        );
  let nearest: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of near) {
    const meters = distanceMeters(place.point, door.point);
    if (meters >= least) continue;
    [nearest, least] = [place, meters];
  }
  return nearest;
}

/** It goes from stop to stop, and neither its zone nor its places say which: to be asked on the phone. */
export function isStopUnknown(
  offer: Pick<Offer, 'places'>,
  pattern: TravelPattern,
  { from, to }: { from: JourneyPoint; to: JourneyPoint },
): boolean {
  const isKnown = [from, to].some((door) => nearestStop(offer, pattern, door) !== null);
  return pattern.pickup === 'stop' && !isKnown;
}

export function keyOfPoint([lon, lat]: LonLat): string {
  return `${lon},${lat}`;
}

function areasOf({ origin, destination }: TravelPattern): ServiceArea[] {
  return destination === null ? [origin] : [origin, destination];
}
