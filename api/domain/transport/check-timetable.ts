// Can the trips of a line be driven as they are written, and by whom are they read?

import { distanceMeters } from '#domain/geo.ts';
import type { LineTimetable, LineTrip, OfferDocument } from '#domain/transport/offer-document.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';

/** Between two stops, in a straight line: no coach of ours is quicker. */
const MOST_KM_PER_HOUR = 110;
const MINUTES_ROUNDED = 1;

export function checkTimetable({ offer, timetable }: OfferDocument): OfferNotice[] {
  if (timetable === null) {
    const isLine = offer.kind === 'scheduled_line';
    const isKnown = offer.feedId !== null || offer.patterns.length > 0;
    return isLine && !isKnown ? [noticeAt('timetable', 'no_timetable', 'error')] : [];
  }
  return [
    ...checkDirections(timetable),
    ...timetable.trips.flatMap((trip, rank) => checkTrip(timetable, trip, rank)),
  ];
}

function checkDirections({ stops, directions }: LineTimetable): OfferNotice[] {
  const known = new Set(stops.map(({ id }) => id));
  return directions.flatMap(({ stopIds }, direction) =>
    stopIds.flatMap((id, rank) =>
      known.has(id)
        ? []
        : [
            noticeAt(
              `timetable.directions.${direction}.stopIds.${rank}`,
              'foreign_key_violation',
              'error',
              { name: id },
            ),
          ],
    ),
  );
}

type Call = { rank: number; name: string; minute: number; point: readonly [number, number] };

function checkTrip(timetable: LineTimetable, trip: LineTrip, rank: number): OfferNotice[] {
  const field = `timetable.trips.${rank}`;
  const calendars = timetable.calendars.map(({ name }) => name);
  const calls = callsOf(timetable, trip);
  const named = namesOf(timetable, trip);
  return [
    ...(calendars.includes(trip.calendar)
      ? []
      : [noticeAt(`${field}.calendar`, 'foreign_key_violation', 'error', { name: trip.calendar })]),
    ...(calls.length >= 2 ? [] : [noticeAt(field, 'unusable_trip', 'error', named)]),
    ...calls.flatMap((call, order) => {
      const last = calls[order - 1];
      if (last === undefined) return [];
      return checkLeg(last, call, named, `${field}.minutes.${call.rank}`);
    }),
  ];
}

/** As the grid of its direction numbers it. */
function namesOf({ trips }: LineTimetable, trip: LineTrip): OfferNotice['values'] {
  const { direction } = trip;
  const others = trips.filter((each) => each.direction === direction);
  return { trip: others.indexOf(trip) + 1, direction };
}

function callsOf({ stops, directions }: LineTimetable, trip: LineTrip): Call[] {
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  return directions[trip.direction].stopIds.flatMap((id, rank) => {
    const minute = trip.minutes[rank] ?? null;
    const stop = byId.get(id);
    if (minute === null || stop === undefined) return [];
    return [{ rank, name: stop.name, minute, point: stop.point }];
  });
}

function checkLeg(
  from: Call,
  to: Call,
  named: OfferNotice['values'],
  field: string,
): OfferNotice[] {
  const values = { ...named, from: from.name, to: to.name };
  if (to.minute < from.minute) {
    const code = 'stop_time_with_arrival_before_previous_departure_time';
    return [noticeAt(field, code, 'error', { ...values, minute: to.minute, before: from.minute })];
  }
  const km = distanceMeters(from.point, to.point) / 1000;
  const hours = (to.minute - from.minute + MINUTES_ROUNDED) / 60;
  const kmPerHour = Math.round(km / hours);
  if (kmPerHour <= MOST_KM_PER_HOUR) return [];
  const code = 'fast_travel_between_consecutive_stops';
  return [noticeAt(field, code, 'warning', { ...values, kmPerHour })];
}
