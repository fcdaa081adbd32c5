// Which appointment to take as an example when the person gave no day?

import { isFrenchHoliday } from '#domain/calendar.ts';
import type { Appointment, Moment } from '#domain/journey/journey.ts';
import { addDays, weekdayOf } from '#domain/time.ts';

const EXAMPLE_MINUTE = 10 * 60;
const DAYS_AHEAD = 8;

/**
 * A working day far enough ahead for a first registration (seven days) to fit, at 10 h.
 * The interface says it is an example.
 */
export function defaultAppointment(now: Moment): Appointment {
  let date = addDays(now.date, DAYS_AHEAD);
  while (weekdayOf(date) > 5 || isFrenchHoliday(date)) date = addDays(date, 1);
  return { date, minute: EXAMPLE_MINUTE, durationMinutes: null };
}
