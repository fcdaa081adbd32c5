// Where does a service stand when it comes, and how far from home is that?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import type { VisitPlace } from '#domain/journey/visit.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';

/** Farther stops of a round are left out when it also stands nearer. */
export const VISIT_NEAR_METERS = 15_000;

type Stop = { name: string; point: LonLat | null; insee: Insee | null };

export type PlacedPattern = { pattern: TravelPattern; place: VisitPlace | null };

/**
 * The patterns with their places; of a round, only the stops near the home, unless none is.
 * `centres`: where communes stand, for stops known to their commune only.
 */
export function nearPatterns(
  offer: Offer,
  patterns: readonly TravelPattern[],
  home: JourneyPoint,
  centres: ReadonlyMap<Insee, LonLat> = new Map(),
): PlacedPattern[] {
  const placed = patterns.map((pattern) => {
    const stop = offer.kind === 'home_visit' ? null : stopOf(offer, pattern);
    return { pattern, place: stop && placeFrom(home, stop, centres) };
  });
  const near = placed.filter(({ place }) => (place?.crowMeters ?? 0) <= VISIT_NEAR_METERS);
  return near.length > 0 ? near : placed;
}

/** The destination of the pattern, else the only place of the offer; null: it does not say. */
function stopOf({ places }: Offer, { destination }: TravelPattern): Stop | null {
  const [only, ...others] = places;
  switch (destination?.kind) {
    case 'points': {
      const [first] = destination.points;
      const known = places.find(({ name }) => name === first?.name);
      return first ? { name: first.name, point: first.point, insee: known?.insee ?? null } : null;
    }
    case 'communes': {
      const known = places.find(({ insee }) => insee && destination.insees.includes(insee));
      const [insee = null] = destination.insees;
      return known ?? { name: destination.label, point: null, insee };
    }
    default:
      return only && others.length === 0 ? only : null;
  }
}

function placeFrom(
  home: JourneyPoint,
  { name, point, insee }: Stop,
  centres: ReadonlyMap<Insee, LonLat>,
): VisitPlace {
  const at = point ?? (insee === null ? undefined : centres.get(insee));
  return {
    name,
    crowMeters: at === undefined ? null : Math.round(distanceMeters(home.point, at)),
    inHomeCommune: insee !== null && insee === home.insee,
  };
}
