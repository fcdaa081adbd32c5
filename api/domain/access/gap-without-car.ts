// How many consultations a year does somebody lose for want of a car, where the others drive?
//
// The layers of multimodal.ts when those without a car are few (Mao and Nekorchuk 2013): what a consultation room has
// for each inhabitant is shared among those who drive to it, and the person takes as much of it as their own way there
// is worth, by the same weights: a place reached on two of its five days counts for two fifths. Only ways open to all
// count. How many households have no car is not needed; where they are many, all of them have a little less.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { APL_PARAMETERS } from './apl-parameters.ts';
import { type DecayTable, decayTable } from './decay.ts';
import type { GroundSite } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import { daysIn } from './half-days.ts';
import { accessGround } from './measure-places.ts';
import type { SiteReached } from './no-car-week.ts';
import { type TravelPairs, toTenths } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

/** By INSEE code of the commune one leaves from. */
export type NoCarTimesOf = Readonly<Record<string, readonly SiteReached[] | undefined>>;

/** The same place of care in two lists: practices within a hundred metres are one in one of them. */
const SAME_PLACE_METERS = 500;

/** By place, acts a year; NaN where times without a car are not known. Never below 0. */
export function gapWithoutCar(
  places: readonly GroundPlace[],
  sites: readonly GroundSite[],
  pairs: TravelPairs,
  times: NoCarTimesOf,
): Float64Array {
  const table = decayTable(APL_PARAMETERS.gp.decay.value);
  const own = accessGround(places, sites, pairs, 'gp');
  const { access, siteRatio } = twoStep(own.pairs, table, own.demand, own.supply);
  const withoutCar = new Map<string, number>();
  return Float64Array.from(places, ({ insee }, place) => {
    const reached = times[insee];
    if (reached === undefined) return Number.NaN;
    const left = withoutCar.get(insee) ?? accessWithout(reached, sites, siteRatio, table);
    withoutCar.set(insee, left);
    return Math.max(0, (access[place] ?? 0) - left);
  });
}

function accessWithout(
  reached: readonly SiteReached[],
  sites: readonly GroundSite[],
  siteRatio: Float64Array,
  table: DecayTable,
): number {
  let sum = 0;
  for (const [number, { point }] of sites.entries()) {
    const ratio = siteRatio[number] ?? 0;
    if (ratio === 0) continue;
    const found = nearestOf(reached, point);
    if (found === null || found.forAllMinutes === null) continue;
    const share = daysIn(found.forAllMask) / daysIn(found.openMask);
    sum += ratio * share * (table[toTenths(found.forAllMinutes)] ?? 0);
  }
  return sum;
}

function nearestOf(reached: readonly SiteReached[], point: LonLat): SiteReached | null {
  let nearest: SiteReached | null = null;
  let least = SAME_PLACE_METERS;
  for (const each of reached) {
    const meters = distanceMeters(each.point, point);
    if (meters > least) continue;
    least = meters;
    nearest = each;
  }
  return nearest;
}
