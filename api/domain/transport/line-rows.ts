// Which trips does the timetable of a line give, on which days, under the names of GTFS?

import { SCHOOL_CALENDAR } from '#domain/calendar.ts';
import type { LonLat } from '#domain/geo.ts';
import { addDays, daysBetween, type LocalDate } from '#domain/time.ts';
import type { ServiceCalendar } from '#domain/transport/offer.ts';
import type { LineTimetable, LineTrip } from '#domain/transport/offer-document.ts';
import { isSuspendedOn, type Suspension } from '#domain/transport/offer-standing.ts';
import { runningOn } from '#domain/transport/runs-on.ts';

/** Days to come that are written out: after them, the days of the week are answered « à vérifier ». */
const HORIZON_DAYS = 365;
const ON_BOOKING = 2;
const REGULAR = 0;

export type LineRows = {
  validFrom: LocalDate;
  validTo: LocalDate;
  stops: readonly { stopId: string; number: number; name: string; point: LonLat }[];
  /** `shortName`: what is to be known of the trip, where a feed names it. */
  trips: readonly {
    tripId: string;
    serviceId: string;
    headsign: string;
    shortName: string | null;
    directionId: 0 | 1;
  }[];
  /** In the order of `trips`; stops by number, times in seconds of the service day. */
  calls: readonly {
    tripId: string;
    stops: readonly number[];
    seconds: readonly number[];
    /** Null: no call is on booking. */
    pickupTypes: readonly number[] | null;
  }[];
  /** Every day each service runs. */
  days: readonly { serviceId: string; date: LocalDate }[];
};

/** Days of an interruption have no trip. A day whose school calendar is not published is beyond `validTo`. */
export function lineRows(
  timetable: LineTimetable,
  today: LocalDate,
  suspension: Suspension | null,
): LineRows {
  const { stops, calendars, trips } = timetable;
  const validTo = lastDay(
    calendars.map(({ calendar }) => calendar),
    today,
  );
  const count = daysBetween(today, validTo) + 1;
  const dates = Array.from({ length: count }, (_, ahead) => addDays(today, ahead)).filter(
    (date) => suspension === null || !isSuspendedOn(suspension, date),
  );
  const numbers = new Map(stops.map(({ id }, number) => [id, number]));
  const usable = trips.filter((trip) => callsOf(timetable, trip, numbers).length >= 2);
  return {
    validFrom: today,
    validTo,
    stops: stops.map(({ id, name, point }, number) => ({ stopId: id, number, name, point })),
    trips: usable.map(({ id, calendar, direction, note }) => ({
      tripId: id,
      serviceId: calendar,
      headsign: timetable.directions[direction].headsign,
      shortName: note,
      directionId: direction,
    })),
    calls: usable.map((trip) => {
      const calls = callsOf(timetable, trip, numbers);
      const isBooked = calls.some(({ booked }) => booked);
      return {
        tripId: trip.id,
        stops: calls.map(({ stop }) => stop),
        seconds: calls.map(({ minute }) => minute * 60),
        pickupTypes: isBooked ? calls.map(({ booked }) => (booked ? ON_BOOKING : REGULAR)) : null,
      };
    }),
    days: calendars.flatMap(({ name, calendar }) =>
      dates
        .filter((date) => runningOn(calendar, date) === 'yes')
        .map((date) => ({ serviceId: name, date })),
    ),
  };
}

function callsOf(
  { directions }: LineTimetable,
  trip: LineTrip,
  numbers: ReadonlyMap<string, number>,
): { stop: number; minute: number; booked: boolean }[] {
  return directions[trip.direction].stopIds.flatMap((id, rank) => {
    const stop = numbers.get(id);
    const minute = trip.minutes[rank] ?? null;
    if (stop === undefined || minute === null) return [];
    return [{ stop, minute, booked: trip.booked?.[rank] === true }];
  });
}

function lastDay(calendars: readonly ServiceCalendar[], today: LocalDate): LocalDate {
  const horizon = addDays(today, HORIZON_DAYS);
  const asksSchool = calendars.some(({ school }) => school !== 'any');
  const known = SCHOOL_CALENDAR.to;
  return asksSchool && known > today && known < horizon ? known : horizon;
}
