// What do organizations say of the ride one takes: of its line, its trip, the stops where one gets on and off?

import { marksOfTrip, type TimetableMarks } from '#domain/journey/timetable-marks.ts';
import type { TransitLeg } from '#domain/journey/transit-journey.ts';
import type { Trip } from '#domain/journey/trip.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import { conditionOf, type LegMark } from '#domain/transport/line-overlay.ts';

/** `booksPickup`, `booksDropOff`: one phones before getting on, or getting off, there. */
export type RideMarks = {
  marks: readonly LegMark[];
  booksPickup: boolean;
  booksDropOff: boolean;
};

const NOTHING: RideMarks = { marks: [], booksPickup: false, booksDropOff: false };

export function rideMarks(
  known: TimetableMarks | undefined,
  { route, trip, calls }: Extract<TransitLeg, { kind: 'ride' }>,
): RideMarks {
  if (!known) return NOTHING;
  const ofTrip = marksOfTrip(known, route, trip);
  const ofStop = (stop: number | undefined) =>
    stop === undefined ? [] : (known.stops.get(stop) ?? []);
  const [first, last] = [ofStop(calls[0]?.stop), ofStop(calls.at(-1)?.stop)];
  const marks = [...new Set([...ofTrip, ...first, ...last])];
  if (marks.length === 0) return NOTHING;
  return {
    marks,
    booksPickup: [...ofTrip, ...first].some(isBooked),
    booksDropOff: last.some(isBooked),
  };
}

/** In order of use, each once. */
export function marksOfTrips(trips: readonly (Trip | null)[]): LegMark[] {
  const marks = new Map<string, LegMark>();
  for (const leg of trips.flatMap((trip) => trip?.legs ?? [])) {
    for (const mark of leg.line?.marks ?? []) marks.set(mark.id, mark);
  }
  return [...marks.values()];
}

/** What reserved lines ask of who boards them. */
export function reservedFor(trips: readonly (Trip | null)[]): Eligibility[] {
  return marksOfTrips(trips).flatMap((mark) =>
    mark.kind === 'reserved' ? [conditionOf(mark)] : [],
  );
}

function isBooked({ kind }: LegMark): boolean {
  return kind === 'on_booking';
}
