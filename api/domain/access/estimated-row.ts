// How long does it take to a point from each place, when no road graph is loaded?
//
// The labelled estimate of journey/road-estimate.ts, always said to be one.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { driveMinutes } from '#domain/journey/road-estimate.ts';
import { type SiteRow, toTenths } from './travel-pairs.ts';

/** Places within `reachMinutes` by car, in their order. */
export function estimatedRow(
  places: readonly { point: LonLat }[],
  to: LonLat,
  reachMinutes: number,
): SiteRow {
  const numbers: number[] = [];
  const tenths: number[] = [];
  for (const [number, { point }] of places.entries()) {
    const minutes = driveMinutes(distanceMeters(point, to) / 1000);
    if (minutes > reachMinutes) continue;
    numbers.push(number);
    tenths.push(toTenths(minutes));
  }
  return { places: Uint32Array.from(numbers), tenths: Uint16Array.from(tenths) };
}
