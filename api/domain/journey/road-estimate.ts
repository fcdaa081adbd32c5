// How long is the road between two points, and how many minutes by car or on foot, without a road graph?
//
// Car: two power laws of the great-circle distance, fitted by weighted least absolute relative error
// (trips under 30 km count three times) on 11 168 commune-to-commune trips of Corrèze computed by OSRM
// on OpenStreetMap (ODbL); pairs with the same point at both ends are left out.
//   minutes = 1 + 2.60 × km^0.83    meters = 1480 × km^0.99
// Error on trips set aside: `ESTIMATE_ERROR`. Hilly country: plains are a little faster.
// The constant minute is starting up and parking: what a very short trip costs whatever its length.
// On foot: 1.3 × the great circle at 4.5 km/h, an elderly person's usual pace.

import { distanceMeters, type LonLat } from '#domain/geo.ts';

/** Starting up and parking. */
export const DRIVE_ACCESS_MINUTES = 1;
const DRIVE_MINUTES_AT_ONE_KM = 2.6;
const DRIVE_MINUTES_EXPONENT = 0.83;
const ROAD_METERS_AT_ONE_KM = 1480;
const ROAD_METERS_EXPONENT = 0.99;

const WALK_DETOUR = 1.3;
const WALK_METERS_PER_MINUTE = 4500 / 60;

/**
 * Error of a drive on trips set aside while fitting, by blocks of communes of departure: what the method
 * page shows. Absolute minutes; shares of the true value; `short`: trips of half an hour at most.
 */
export const ESTIMATE_ERROR = {
  rows: 11_168,
  origins: 45,
  medianAbsoluteMinutes: 5.1,
  p90AbsoluteMinutes: 16,
  shortMedianAbsoluteMinutes: 2.2,
  medianMinutesShare: 0.11,
  medianMetersShare: 0.07,
  rankCorrelation: 0.94,
} as const;

/** Whole minutes and metres. Always to be shown as an estimate. */
export type RoadEstimate = { minutes: number; meters: number };

/** At least one minute, even from a door to itself. */
export function estimateDrive(from: LonLat, to: LonLat): RoadEstimate {
  const crowKm = distanceMeters(from, to) / 1000;
  const meters = ROAD_METERS_AT_ONE_KM * crowKm ** ROAD_METERS_EXPONENT;
  return { minutes: Math.round(driveMinutes(crowKm)), meters: Math.round(meters) };
}

/** Not rounded, over a known great-circle distance. */
export function driveMinutes(crowKm: number): number {
  return DRIVE_ACCESS_MINUTES + DRIVE_MINUTES_AT_ONE_KM * crowKm ** DRIVE_MINUTES_EXPONENT;
}

/** Not rounded, over a known great-circle distance. */
export function walkMinutes(crowKm: number): number {
  return (crowKm * 1000 * WALK_DETOUR) / WALK_METERS_PER_MINUTE;
}

/** Minutes are rounded up: nobody misses a train for a second. */
export function estimateWalk(from: LonLat, to: LonLat): RoadEstimate {
  return walkOf(distanceMeters(from, to));
}

/** Walk over a known great-circle distance. */
export function walkOf(crowMeters: number): RoadEstimate {
  const meters = crowMeters * WALK_DETOUR;
  return { minutes: Math.ceil(meters / WALK_METERS_PER_MINUTE), meters: Math.round(meters) };
}
