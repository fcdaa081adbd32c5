// Do the calls of one trip stand on areas that overlap at the same hours, so that nobody knows which applies?

import type { FlexCall, FlexTrip } from '#domain/transport/flex-feed.ts';

/** `crossing`: pairs of areas that share some surface, « one other » in order. At most one pair a trip. */
export function overlappingCalls(
  trips: readonly FlexTrip[],
  crossing: ReadonlySet<string>,
): { trip: FlexTrip; one: FlexCall; other: FlexCall }[] {
  return trips.flatMap((trip) => {
    const pair = trip.calls
      .flatMap((one, index) => trip.calls.slice(index + 1).map((other) => ({ one, other })))
      .find(({ one, other }) => isAmbiguous(one, other, crossing));
    return pair === undefined ? [] : { trip, ...pair };
  });
}

/** One to board, the other to alight: nothing is ambiguous. */
function isAmbiguous(one: FlexCall, other: FlexCall, crossing: ReadonlySet<string>): boolean {
  if (one.pickup !== other.pickup && one.dropOff !== other.dropOff) return false;
  if (one.fromSeconds >= other.toSeconds || other.fromSeconds >= one.toSeconds) return false;
  return crossing.has([one.placeId, other.placeId].sort().join(' '));
}
