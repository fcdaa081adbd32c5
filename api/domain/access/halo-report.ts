// Is enough known around a territory for its edges to be right?
//
// Neighbours who are missing make border communes look better served than they are, care that is missing
// makes them look worse. The sea has no neighbours either: what is said is where nobody is known.

import type { LonLat } from '#domain/geo.ts';
import type { HaloGap, HaloReport } from './figures.ts';
import type { Ground, GroundCommune } from './ground.ts';
import { SUPPLY_KINDS, type SupplyKind } from './supply.ts';

/** Kinds whose absence around changes the indicators of access. */
const NEEDED: readonly SupplyKind[] = SUPPLY_KINDS.filter((kind) => kind !== 'emergency');
/** Looked at this far from the edge: where twenty minutes lead. */
const RING_KM = 20;
/** A commune of the countryside is nearer than this to any of its people. */
const FAR_KM = 8;
const BEARINGS = 16;
const KM_A_DEGREE = 111.195;

export function haloReport({ communes, counted }: Ground): HaloReport {
  const around = communes.filter(({ isInside }) => !isInside);
  const names = (missing: readonly GroundCommune[]) => missing.map(({ name }) => name);
  const missing: HaloGap[] = [];
  const nobody = around.filter(({ population }) => population <= 0);
  if (nobody.length > 0) missing.push({ what: 'population', communes: names(nobody) });
  for (const kind of NEEDED) {
    const uncounted = communes.filter(({ insee }) => !counted[kind].has(insee));
    if (uncounted.length > 0) missing.push({ what: 'supply', kind, communes: names(uncounted) });
  }
  const bearings = emptyBearings(communes);
  if (bearings.length > 0) missing.push({ what: 'ground', bearings });
  return { isComplete: missing.length === 0, communeCount: around.length, missing };
}

/** Degrees from north, clockwise, in which no commune is known where twenty minutes lead. */
function emptyBearings(communes: readonly GroundCommune[]): number[] {
  const inside = communes.filter(({ isInside }) => isInside);
  const empty: number[] = [];
  for (let step = 0; step < BEARINGS; step++) {
    const degrees = (step * 360) / BEARINGS;
    const points = inside
      .map(({ point }) => moved(point, degrees, RING_KM))
      .filter((point) => !isNear(point, inside));
    const alone = points.filter((point) => !isNear(point, communes));
    if (alone.length * 2 > points.length) empty.push(degrees);
  }
  return empty;
}

function moved([lon, lat]: LonLat, degrees: number, km: number): LonLat {
  const angle = (degrees * Math.PI) / 180;
  const north = (km * Math.cos(angle)) / KM_A_DEGREE;
  const east = (km * Math.sin(angle)) / (KM_A_DEGREE * Math.cos((lat * Math.PI) / 180));
  return [lon + east, lat + north];
}

function isNear([lon, lat]: LonLat, communes: readonly GroundCommune[]): boolean {
  const kmEast = KM_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  return communes.some(
    ({ point }) =>
      ((point[0] - lon) * kmEast) ** 2 + ((point[1] - lat) * KM_A_DEGREE) ** 2 < FAR_KM ** 2,
  );
}
