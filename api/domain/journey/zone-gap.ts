// The offer stops short of here: how far is the zone it serves?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { mayTake } from '#domain/journey/compose-direct.ts';
import { composeWays, type PlanContext, planGround } from '#domain/journey/compose-ways.ts';
import { fitsPerson } from '#domain/journey/fits-person.ts';
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

/** Each is planned again: a few are enough. */
const PLANNED = 6;

type Found = { gap: Gap; offer: Offer; moved: JourneyRequest };

/**
 * Offers by which the trip would fit, planned again with one end in their zone, the nearest zones first.
 * Metres as the crow flies: to the edge of a drawn zone or around a named point, to the centre of the
 * nearest commune of the zone.
 */
export function zoneGaps(
  request: JourneyRequest,
  offers: readonly Offer[],
  context: Pick<PlanContext, 'now' | 'roads' | 'communeCentres'>,
): Gap[] {
  const { communeCentres: centres = new Map() } = context;
  const found = offers.flatMap((offer): Found[] => {
    if (!mayTake(offer, request)) return [];
    if (offer.patterns.some((each) => patternServes(each, request.from, request.to))) return [];
    return offer.patterns
      .flatMap((pattern) => patternGaps(request, offer, pattern, centres))
      .toSorted((a, b) => a.gap.meters - b.gap.meters)
      .slice(0, 1);
  });
  return found
    .toSorted((a, b) => a.gap.meters - b.gap.meters || (a.offer.id < b.offer.id ? -1 : 1))
    .slice(0, PLANNED)
    .filter(({ offer, moved }) => wouldFit(moved, offer, context))
    .slice(0, SHOWN)
    .map(({ gap }) => gap);
}

/** That day, at that hour, in time to book it, with what the person needs. */
function wouldFit(
  moved: JourneyRequest,
  offer: Offer,
  { now, roads }: Pick<PlanContext, 'now' | 'roads'>,
): boolean {
  const ground = planGround(moved, { offers: [offer], roads }, null);
  return composeWays(moved, { now, view: null }, ground).some(
    (option) => option.offerIds.includes(offer.id) && fitsPerson(option),
  );
}

function patternGaps(
  request: JourneyRequest,
  offer: Offer,
  pattern: TravelPattern,
  centres: ReadonlyMap<Insee, LonLat>,
): Found[] {
  if (pattern.feeder === 'only') return [];
  return (['home', 'care'] as const).flatMap((end): Found[] => {
    const here = end === 'home' ? request.from : request.to;
    const areas = [pattern.origin, pattern.destination];
    const reached = areas
      .flatMap((area) => doorsOf(area, here.point, centres))
      .map((door) => ({ door, meters: distanceMeters(here.point, door.point) - door.radiusMeters }))
      .filter(({ meters }) => meters > 0 && meters <= FARTHEST_METERS)
      .toSorted((a, b) => a.meters - b.meters)
      .find(({ door }) => wouldServe(request, offer, pattern, end, door));
    if (!reached) return [];
    const { door } = reached;
    const { id: offerId, name: offerName } = offer;
    const meters = Math.round(reached.meters);
    const measured = door.isCentre ? 'centre' : 'edge';
    return [
      {
        gap: { kind: 'outside_zone', offerId, offerName, end, meters, measured },
        offer,
        moved: movedTo(request, end, door),
      },
    ];
  });
}

function movedTo(request: JourneyRequest, end: Gap['end'], door: TripEnd): JourneyRequest {
  const { point, insee } = door;
  return end === 'home'
    ? { ...request, from: { ...request.from, point, insee } }
    : { ...request, to: { ...request.to, point, insee } };
}

/** The same trip with one end moved into the zone, for the same person living there. */
function wouldServe(
  request: JourneyRequest,
  offer: Offer,
  pattern: TravelPattern,
  end: Gap['end'],
  door: TripEnd,
): boolean {
  const moved = movedTo(request, end, door);
  if (!patternServes(pattern, moved.from, moved.to)) return false;
  const person = profileFor(knownProfile(moved), offer.id);
  return evaluateEligibility(offer.eligibility, person).value !== false;
}

/** `isCentre`: of a commune, whose edge may be nearer. */
type Door = TripEnd & { radiusMeters: number; isCentre?: true };

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
        return point ? [{ point, insee, radiusMeters: 0, isCentre: true }] : [];
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
