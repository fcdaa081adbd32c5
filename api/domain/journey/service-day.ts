// Which clock time is a second of a service day, and how far apart do two service days start?
//
// GTFS counts from noon minus 12 hours: midnight, except on the two days the clock changes, when it is
// one hour off. So 10:00 of a timetable reads 10:00 on the wall on every day of the year.

import { addDays, type Moment, toInstant, toMoment } from '#domain/time.ts';

/** Seconds from noon minus 12 h of a service date; negative the day before, may pass 86 400. */
export type ServiceSeconds = number;

const HALF_DAY_MS = 12 * 3_600_000;

/** Epoch milliseconds of second 0 of the service day. */
function serviceDayStart(date: string): number {
  return toInstant({ date, minute: 720 }) - HALF_DAY_MS;
}

/** Seconds between the start of `date` and that of the day `days` later: 86 400 but for clock changes. */
export function serviceDayShift(date: string, days: number): number {
  return (serviceDayStart(addDays(date, days)) - serviceDayStart(date)) / 1000;
}

/** Second of the service day `date` at which the wall clock reads `moment`. */
export function serviceSecondsOf(date: string, moment: Moment): ServiceSeconds {
  return (toInstant(moment) - serviceDayStart(date)) / 1000;
}

/** What the wall clock reads at a second of the service day, seconds dropped. */
export function wallMoment(date: string, seconds: ServiceSeconds): Moment {
  return toMoment(serviceDayStart(date) + seconds * 1000);
}
