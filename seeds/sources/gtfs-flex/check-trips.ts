// Do the calls of one trip stand on areas that overlap at the same hours, so that nobody knows which applies?

import type { FlexCall, FlexTrip } from '#domain/transport/flex-feed.ts';
import type { GtfsReject } from '#seeds/sources/gtfs/notice.ts';

/** `crossing`: pairs of areas that share some surface, « one other » in order; `lines` by trip. */
export function overlappingCalls(
  trips: readonly FlexTrip[],
  crossing: ReadonlySet<string>,
  lines: ReadonlyMap<string, number>,
): GtfsReject[] {
  return trips.flatMap(({ id, calls }) => {
    const pair = calls
      .flatMap((one, index) => calls.slice(index + 1).map((other) => [one, other] as const))
      .find(([one, other]) => isAmbiguous(one, other, crossing));
    if (pair === undefined) return [];
    const [one, other] = pair;
    return {
      code: 'overlapping_zone_and_pickup_drop_off_window',
      file: 'stop_times.txt',
      line: lines.get(id) ?? 1,
      column: 'location_id',
      value: `${one.placeId}, ${other.placeId}`,
      reason: `course ${id} : deux zones qui se recouvrent, aux mêmes heures`,
    };
  });
}

/** One to board, the other to alight: nothing is ambiguous. */
function isAmbiguous(one: FlexCall, other: FlexCall, crossing: ReadonlySet<string>): boolean {
  if (one.pickup !== other.pickup && one.dropOff !== other.dropOff) return false;
  if (one.fromSeconds >= other.toSeconds || other.fromSeconds >= one.toSeconds) return false;
  return crossing.has([one.placeId, other.placeId].sort().join(' '));
}
