// Does the offer take people from here to there?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { NamedPoint, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { isInPolygon } from '#domain/transport/polygon.ts';

/** What an area rule needs to know of an end of the trip. */
export type TripEnd = { point: LonLat; insee: Insee | null };

/** `unknown` is to be asked on the phone: the area is not documented, or the commune is not known. */
export type Coverage = 'yes' | 'no' | 'unknown';

/** Which end must lie in which area. */
type AreaDemand = { end: 'from' | 'to'; area: ServiceArea };

/** No road is more than this many times the crow's way, but for a river without a bridge. */
const LONGEST_DETOUR = 2;

/**
 * The rule of the area, tried backwards too when the pattern works both ways, and the shortest and
 * longest trip allowed. Without a known road a refusal stays sure: no road is shorter than the crow.
 */
export function patternCoverage(
  pattern: TravelPattern,
  from: TripEnd,
  to: TripEnd,
  roadMeters: number | null = null,
): Coverage {
  const within = distanceCoverage(pattern, distanceMeters(from.point, to.point), roadMeters);
  if (within === 'no') return 'no';
  const alternatives = areaDemands(pattern).map((demands) =>
    all(demands.map(({ end, area }) => areaCovers(area, end === 'from' ? from : to))),
  );
  return all([within, any(alternatives)]);
}

/** True when the trip is known to be served; unknown coverage is not proposed as a way to travel. */
export function patternServes(
  pattern: TravelPattern,
  from: TripEnd,
  to: TripEnd,
  roadMeters: number | null = null,
): boolean {
  return patternCoverage(pattern, from, to, roadMeters) === 'yes';
}

export function areaCovers(area: ServiceArea, end: TripEnd): Coverage {
  switch (area.kind) {
    case 'everywhere':
      return 'yes';
    case 'unknown':
      return 'unknown';
    case 'communes':
      if (end.insee === null) return 'unknown';
      return area.insees.includes(end.insee) ? 'yes' : 'no';
    case 'points':
      return area.points.some((each) => isNear(each, end.point)) ? 'yes' : 'no';
    case 'polygon':
      return area.polygons.some((rings) => isInPolygon(rings, end.point)) ? 'yes' : 'no';
  }
}

export function isNear(place: NamedPoint, point: LonLat): boolean {
  return distanceMeters(place.point, point) <= place.radiusMeters;
}

/**
 * What each end must meet, one list a direction: served when one list is met whole. Without a
 * destination area the other end of the trip may be anywhere.
 */
function areaDemands(pattern: TravelPattern): AreaDemand[][] {
  const { rule, origin, destination } = pattern;
  const there: AreaDemand[] =
    rule === 'within'
      ? demands(origin, origin)
      : rule === 'ends_in' && destination === null
        ? demands(null, origin)
        : demands(origin, destination);
  const bothDirections = pattern.bothWays || rule === 'starts_or_ends_in';
  return bothDirections ? [there, there.map(reversed)] : [there];
}

function demands(from: ServiceArea | null, to: ServiceArea | null): AreaDemand[] {
  return [
    ...(from === null ? [] : [{ end: 'from' as const, area: from }]),
    ...(to === null ? [] : [{ end: 'to' as const, area: to }]),
  ];
}

function reversed({ end, area }: AreaDemand): AreaDemand {
  return { end: end === 'from' ? 'to' : 'from', area };
}

function distanceCoverage(
  { minKm = 0, maxKm }: TravelPattern,
  crowMeters: number,
  roadMeters: number | null,
): Coverage {
  if (maxKm !== null && (roadMeters ?? crowMeters) > maxKm * 1000) return 'no';
  const longest = roadMeters ?? crowMeters * LONGEST_DETOUR;
  if (longest < minKm * 1000) return 'no';
  return (roadMeters ?? crowMeters) >= minKm * 1000 ? 'yes' : 'unknown';
}

function all(parts: readonly Coverage[]): Coverage {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function any(parts: readonly Coverage[]): Coverage {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}
