// How long does it take to each site with a transport on demand that does not exist yet?
//
// As GTFS-Flex reckons: a wait, then a factor on the direct drive, from the zone, on the half-days when it runs
// and the site receives people; the quicker of that and what there was. Booking is assumed possible: whoever
// knows the day before is on time.

import { type HalfDayMask, hasDay } from './half-days.ts';
import type { LayerName } from './scenario-ground.ts';
import type { SiteRow } from './travel-pairs.ts';
import { toTenths, UNREACHABLE_TENTHS } from './travel-pairs.ts';

export type OnDemand = {
  /** By place of one layer: 1 inside the zone. */
  zone: Uint8Array;
  /** When it runs and the site is open. */
  halfDays: HalfDayMask;
  waitMinutes: number;
  durationFactor: number;
};

/** `rows` of one destination, a layer each; `drive`: the times by car to it. */
export function onDemandRows(
  service: OnDemand,
  layers: readonly LayerName[],
  rows: readonly SiteRow[],
  drive: SiteRow,
): SiteRow[] {
  return layers.map((layer, i) => {
    const row = rows[i] ?? { places: new Uint32Array(0), tenths: new Uint16Array(0) };
    const runs = layer.mode === 'no_car' && hasDay(service.halfDays, layer.weekday);
    return runs ? quickerOf(row, ridesOf(service, drive)) : row;
  });
}

function ridesOf({ zone, waitMinutes, durationFactor }: OnDemand, drive: SiteRow): SiteRow {
  const times = drive.tenths.map((tenths, k) =>
    zone[drive.places[k] ?? 0] === 1
      ? toTenths(waitMinutes + (durationFactor * tenths) / 10)
      : UNREACHABLE_TENTHS,
  );
  return {
    places: drive.places.filter((_, k) => times[k] !== UNREACHABLE_TENTHS),
    tenths: times.filter((time) => time !== UNREACHABLE_TENTHS),
  };
}

function quickerOf(one: SiteRow, other: SiteRow): SiteRow {
  const best = new Map<number, number>();
  for (const { places, tenths } of [one, other]) {
    for (const [k, place] of places.entries()) {
      best.set(place, Math.min(best.get(place) ?? UNREACHABLE_TENTHS, tenths[k] ?? 0));
    }
  }
  const places = Uint32Array.from(best.keys()).sort();
  return { places, tenths: Uint16Array.from(places, (place) => best.get(place) ?? 0) };
}
