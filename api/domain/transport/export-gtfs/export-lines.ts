// Which trips does the timetable of a line hold, stop by stop?

import { type TripRows, wheelchairOf } from '#domain/transport/export-gtfs/export-patterns.ts';
import type { Places } from '#domain/transport/export-gtfs/export-places.ts';
import type { LeftOut } from '#domain/transport/export-gtfs/feed-input.ts';
import { type Cell, feedTime } from '#domain/transport/export-gtfs/feed-table.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { LineTimetable, LineTrip } from '#domain/transport/offer-document.ts';

const BOOKED = 2;
const REGULAR = 0;

type Context = {
  places: Places;
  /** By name of calendar; absent: it runs on no day to come. */
  services: ReadonlyMap<string, string>;
  ruleId: string | null;
};

type Call = { stopId: string; minute: number; isBooked: boolean };

/** Trips a reader could not follow (one stop, times going back, no day) are left out and said to be. */
export function lineTrips(
  offer: Offer,
  timetable: LineTimetable,
  { places, services, ruleId }: Context,
): TripRows & { leftOut: LeftOut[] } {
  const trips: Cell[][] = [];
  const calls: Cell[][] = [];
  const leftOut: LeftOut[] = [];
  const stopIds = new Set(timetable.stops.map(({ id }) => id));
  const used = new Set<string>();
  for (const trip of timetable.trips) {
    const id = `${offer.id}:${trip.id}`;
    const serviceId = services.get(trip.calendar);
    const called = callsOf(timetable, trip).filter(({ stopId }) => stopIds.has(stopId));
    const isUsable = called.length > 1 && called.every(isAfter(called));
    if (serviceId === undefined || !isUsable) {
      leftOut.push({ offerId: offer.id, id, reason: isUsable ? 'no_day' : 'unusable_trip' });
      continue;
    }
    const { headsign } = timetable.directions[trip.direction];
    const wheelchair = wheelchairOf(offer);
    const named = [offer.id, serviceId, id, headsign, trip.note];
    trips.push([...named, trip.direction, wheelchair, null, null]);
    for (const [rank, { stopId, minute, isBooked }] of called.entries()) {
      used.add(stopId);
      const at = feedTime(minute);
      const access = isBooked ? BOOKED : REGULAR;
      const rule = isBooked ? ruleId : null;
      const stop = `${offer.id}:${stopId}`;
      calls.push([id, at, at, stop, null, null, rank + 1, null, null, access, access, rule, rule]);
    }
  }
  for (const { id, name, point } of timetable.stops) {
    if (used.has(id)) places.addStop([`${offer.id}:${id}`, name, point[1], point[0], 0, null]);
  }
  return { trips, calls, leftOut };
}

function callsOf({ directions }: LineTimetable, trip: LineTrip): Call[] {
  return directions[trip.direction].stopIds.flatMap((stopId, index) => {
    const minute = trip.minutes[index] ?? null;
    return minute === null ? [] : { stopId, minute, isBooked: trip.booked?.[index] === true };
  });
}

function isAfter(calls: readonly Call[]) {
  return ({ minute }: Call, index: number) => minute >= (calls[index - 1]?.minute ?? 0);
}
