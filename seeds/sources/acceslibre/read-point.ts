// Two texts as a point of France, or what is wrong with them.

import type { LonLat } from '#domain/geo.ts';
import { judgePoint } from '#domain/territory/france.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

export type Fault = Omit<Reject, 'line' | 'file'>;

export function isFault(value: object | null): value is Fault {
  return value !== null && 'reason' in value;
}

/** Null when nothing is written. */
export function readPoint(longitude: string, latitude: string): LonLat | Fault | null {
  if (longitude === '' && latitude === '') return null;
  const [lon, lat] = [Number(longitude), Number(latitude)];
  const value = `${longitude}, ${latitude}`;
  if (longitude === '' || latitude === '' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    return { column: 'longitude, latitude', value, reason: 'Deux nombres attendus, en degrés.' };
  }
  const verdict = judgePoint([lon, lat]);
  if (verdict === 'in_france') return [lon, lat];
  return {
    column: 'longitude, latitude',
    value,
    reason: verdict === 'swapped' ? 'Longitude et latitude inversées.' : 'Point hors de France.',
  };
}
