// Points on the ground and distances between them.

/** WGS84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

const EARTH_RADIUS_METERS = 6_371_008.8;

/** Great-circle distance in metres (haversine). */
export function distanceMeters(from: LonLat, to: LonLat): number {
  const toRadians = Math.PI / 180;
  const dLat = (to[1] - from[1]) * toRadians;
  const dLon = (to[0] - from[0]) * toRadians;
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(from[1] * toRadians) * Math.cos(to[1] * toRadians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
}
