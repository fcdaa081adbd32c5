// Does the offer take people from here to there?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { ServiceArea, TravelPattern } from '#domain/transport/offer.ts';

/** What an area rule needs to know of an end of the trip. */
export type TripEnd = { point: LonLat; insee: Insee | null };

/** `unknown` is to be asked on the phone: the area is not documented, or the commune is not known. */
export type Coverage = 'yes' | 'no' | 'unknown';

/**
 * The rule of the area, tried backwards too when the pattern works both ways, and the longest trip
 * allowed (as the crow flies: a road is never shorter, so a refusal is sure).
 */
export function patternCoverage(pattern: TravelPattern, from: TripEnd, to: TripEnd): Coverage {
  if (pattern.maxKm !== null && distanceMeters(from.point, to.point) > pattern.maxKm * 1000) {
    return 'no';
  }
  const there = ruleCoverage(pattern, from, to);
  return pattern.bothWays ? either(there, ruleCoverage(pattern, to, from)) : there;
}

/** True when the trip is known to be served; unknown coverage is not proposed as a way to travel. */
export function patternServes(pattern: TravelPattern, from: TripEnd, to: TripEnd): boolean {
  return patternCoverage(pattern, from, to) === 'yes';
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
      return area.points.some((each) => distanceMeters(each.point, end.point) <= each.radiusMeters)
        ? 'yes'
        : 'no';
  }
}

/** Without a destination area the other end of the trip may be anywhere. */
function ruleCoverage(pattern: TravelPattern, from: TripEnd, to: TripEnd): Coverage {
  const inOrigin = (end: TripEnd) => areaCovers(pattern.origin, end);
  const inDestination = (end: TripEnd) =>
    pattern.destination === null ? 'yes' : areaCovers(pattern.destination, end);
  switch (pattern.rule) {
    case 'within':
      return both(inOrigin(from), inOrigin(to));
    case 'from_to':
    case 'starts_in':
      return both(inOrigin(from), inDestination(to));
    case 'ends_in':
      return pattern.destination === null ? inOrigin(to) : both(inOrigin(from), inDestination(to));
    case 'starts_or_ends_in':
      return either(
        both(inOrigin(from), inDestination(to)),
        both(inOrigin(to), inDestination(from)),
      );
  }
}

function both(a: Coverage, b: Coverage): Coverage {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

function either(a: Coverage, b: Coverage): Coverage {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}
