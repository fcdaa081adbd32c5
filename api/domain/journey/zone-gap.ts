// The offer stops short of here: how far is the zone it serves?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { mayTake } from '#domain/journey/compose-direct.ts';
import type { JourneyChange, JourneyRequest } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import type { Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { patternServes, type TripEnd } from '#domain/transport/pattern-serves.ts';
import { profileFor } from '#domain/transport/person.ts';

/** Farther, the zone is another country: nobody walks or is driven to its edge. */
const FARTHEST_METERS = 15_000;
const SHOWN = 2;
/** About a metre. */
const STEP_DEGREES = 1e-5;

type Gap = Extract<JourneyChange, { kind: 'outside_zone' }>;

/**
 * Offers that would serve the trip if one end stood in their zone, the nearest zones first. Metres as
 * the crow flies: to the edge of a drawn zone or around a named point, to the centre of the nearest commune of the zone.
 */
export function zoneGaps(
  request: JourneyRequest,
  offers: readonly Offer[],
  centres: ReadonlyMap<Insee, LonLat>,
): Gap[] {
  const gaps = offers.flatMap((offer): Gap[] => {
    if (!mayTake(offer, request)) return [];
    if (offer.patterns.some((each) => patternServes(each, request.from, request.to))) return [];
    const found = offer.patterns.flatMap((pattern) =>
      patternGaps(request, offer, pattern, centres),
    );
    return found.toSorted((a, b) => a.meters - b.meters).slice(0, 1);
  });
  return gaps
    .toSorted((a, b) => a.meters - b.meters || (a.offerId < b.offerId ? -1 : 1))
    .slice(0, SHOWN);
}

function patternGaps(
  request: JourneyRequest,
  offer: Offer,
  pattern: TravelPattern,
  centres: ReadonlyMap<Insee, LonLat>,
): Gap[] {
  if (pattern.feeder === 'only') return [];
  return (['home', 'care'] as const).flatMap((end): Gap[] => {
    const here = end === 'home' ? request.from : request.to;
    const areas = [pattern.origin, pattern.destination];
    const reached = areas
      .flatMap((area) => doorsOf(area, here.point, centres))
      .map((door) => ({ door, meters: distanceMeters(here.point, door.point) - door.radiusMeters }))
      .filter(({ meters }) => meters > 0 && meters <= FARTHEST_METERS)
      .toSorted((a, b) => a.meters - b.meters)
      .find(({ door }) => wouldServe(request, offer, pattern, end, door));
    if (!reached) return [];
    const { id: offerId, name: offerName } = offer;
    return [{ kind: 'outside_zone', offerId, offerName, end, meters: Math.round(reached.meters) }];
  });
}

/** The same trip with one end moved into the zone, for the same person living there. */
function wouldServe(
  request: JourneyRequest,
  offer: Offer,
  pattern: TravelPattern,
  end: Gap['end'],
  door: TripEnd,
): boolean {
  const moved = { name: '', point: door.point, insee: door.insee };
  const [from, to] = end === 'home' ? [moved, request.to] : [request.from, moved];
  if (!patternServes(pattern, from, to)) return false;
  const person = profileFor(knownProfile({ ...request, from }), offer.id);
  return evaluateEligibility(offer.eligibility, person).value !== false;
}

type Door = TripEnd & { radiusMeters: number };

function doorsOf(
  area: ServiceArea | null,
  here: LonLat,
  centres: ReadonlyMap<Insee, LonLat>,
): Door[] {
  switch (area?.kind) {
    case 'points':
      return area.points.map(({ point, radiusMeters }) => ({ point, insee: null, radiusMeters }));
    case 'communes':
      return area.insees.flatMap((insee) => {
        const point = centres.get(insee);
        return point ? [{ point, insee, radiusMeters: 0 }] : [];
      });
    case 'polygon':
      return area.polygons.flatMap(([outline]) => {
        const point = outline && justInside(outline, here);
        return point ? [{ point, insee: null, radiusMeters: 0 }] : [];
      });
    default:
      return [];
  }
}

/** Straight on from here through the nearest point of the outline, a step further. */
function justInside(outline: readonly LonLat[], [lon, lat]: LonLat): LonLat | null {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let nearest: { x: number; y: number; squared: number } | null = null;
  for (const [index, end] of outline.entries()) {
    const start = outline[index - 1];
    if (!start) continue;
    const [ax, ay] = [(start[0] - lon) * narrow, start[1] - lat];
    const [dx, dy] = [(end[0] - start[0]) * narrow, end[1] - start[1]];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    const [x, y] = [ax + along * dx, ay + along * dy];
    const squared = x * x + y * y;
    if (nearest === null || squared < nearest.squared) nearest = { x, y, squared };
  }
  if (nearest === null || nearest.squared === 0) return null;
  const further = 1 + STEP_DEGREES / Math.sqrt(nearest.squared);
  return [lon + (nearest.x * further) / narrow, lat + nearest.y * further];
}
