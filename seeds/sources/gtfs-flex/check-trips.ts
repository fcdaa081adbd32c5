// Which trips of a feed stand on areas that overlap at the same hours, as refusals with their line?

import type { FlexTrip } from '#domain/transport/flex-feed.ts';
import { overlappingCalls as findOverlaps } from '#domain/transport/overlapping-calls.ts';
import type { GtfsReject } from '#seeds/sources/gtfs/notice.ts';

/** `crossing`: pairs of areas that share some surface, « one other » in order; `lines` by trip. */
export function overlappingCalls(
  trips: readonly FlexTrip[],
  crossing: ReadonlySet<string>,
  lines: ReadonlyMap<string, number>,
): GtfsReject[] {
  return findOverlaps(trips, crossing).map(({ trip, one, other }) => ({
    code: 'overlapping_zone_and_pickup_drop_off_window',
    file: 'stop_times.txt',
    line: lines.get(trip.id) ?? 1,
    column: 'location_id',
    value: `${one.placeId}, ${other.placeId}`,
    reason: `course ${trip.id} : deux zones qui se recouvrent, aux mêmes heures`,
  }));
}
