// Is one trip fit to be ridden, and which of its blank times does its shape tell?

import type { LonLat } from '#domain/geo.ts';
import { type TripFault, tripTimes } from '#domain/journey/trip-times.ts';
import type { ReadCall } from '#seeds/sources/gtfs/map-trips.ts';
import type { NoticeCode } from '#seeds/sources/gtfs/notice.ts';

/** Null: no vehicle can be caught there. */
export type PointOfStop = (stop: number) => LonLat | null;

export const TRIP_FAULTS: Readonly<Record<TripFault, { code: NoticeCode; reason: string }>> = {
  one_stop: { code: 'unusable_trip', reason: 'un seul arrêt utilisable' },
  first_or_last_time_missing: {
    code: 'missing_trip_edge',
    reason: 'heure absente au premier ou au dernier arrêt',
  },
  times_go_back: {
    code: 'stop_time_with_arrival_before_previous_departure_time',
    reason: 'heures qui reculent',
  },
};

/** `calls` in order of sequence. Null: nothing to say against it. */
export function faultOfTrip(calls: readonly ReadCall[], pointOf: PointOfStop): TripFault | null {
  if (isPlainlySound(calls, pointOf)) return null;
  const rows = calls.map((call) => ({ ...call, tripId: '', stopId: String(call.stop) }));
  const times = tripTimes(
    rows,
    (id) => (pointOf(Number(id)) === null ? undefined : Number(id)),
    (stop) => pointOf(stop) ?? [0, 0],
  );
  return typeof times === 'string' ? times : null;
}

/** Most trips: every time known and never going back, every stop usable. */
function isPlainlySound(calls: readonly ReadCall[], pointOf: PointOfStop): boolean {
  let latest = 0;
  for (const { stop, arrivalSeconds, departureSeconds } of calls) {
    if (arrivalSeconds === null || departureSeconds === null) return false;
    if (arrivalSeconds < latest || pointOf(stop) === null) return false;
    latest = departureSeconds;
  }
  return calls.length >= 2;
}

/**
 * Shapes are not stored, so what they say about blank times is worked out at the import. Blank times
 * without a measure stay blank: they are shared out when the timetable is built.
 */
export function fillBlankTimes<Call extends ShapedCall>(calls: readonly Call[]): readonly Call[] {
  if (!calls.some(isBlank)) return calls;
  return calls.map((call, index) => {
    if (!isBlank(call) || call.shapeDistance === null) return call;
    const before = calls.slice(0, index).findLast((one) => !isBlank(one));
    const after = calls.slice(index + 1).find((one) => !isBlank(one));
    const from = before?.shapeDistance ?? null;
    const to = after?.shapeDistance ?? null;
    if (from === null || to === null || !(from <= call.shapeDistance && call.shapeDistance <= to)) {
      return call;
    }
    const start = before?.departureSeconds ?? before?.arrivalSeconds ?? 0;
    const end = after?.arrivalSeconds ?? after?.departureSeconds ?? 0;
    const share = to === from ? 0 : (call.shapeDistance - from) / (to - from);
    const seconds = Math.round(start + (end - start) * share);
    return { ...call, arrivalSeconds: seconds, departureSeconds: seconds };
  });
}

type ShapedCall = Pick<ReadCall, 'arrivalSeconds' | 'departureSeconds' | 'shapeDistance'>;

function isBlank(call: ShapedCall): boolean {
  return call.arrivalSeconds === null && call.departureSeconds === null;
}
