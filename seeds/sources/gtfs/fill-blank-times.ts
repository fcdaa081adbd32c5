// Which times does a trip keep where the feed leaves them blank but measures its shape?
//
// Shapes are not stored, so what they say about blank times is worked out at the import. Blank times
// without a measure stay blank: they are shared out when the timetable is built.

import type { GtfsFeed, GtfsStopTime } from '#domain/journey/gtfs.ts';

export function fillBlankTimes(feed: GtfsFeed): GtfsStopTime[] {
  return [...Map.groupBy(feed.stopTimes, (call) => call.tripId).values()].flatMap((calls) =>
    calls.some(isBlank) ? fillTrip(calls) : calls,
  );
}

function fillTrip(rows: readonly GtfsStopTime[]): GtfsStopTime[] {
  const calls = rows.toSorted((a, b) => a.sequence - b.sequence);
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

function isBlank(call: GtfsStopTime): boolean {
  return call.arrivalSeconds === null && call.departureSeconds === null;
}
