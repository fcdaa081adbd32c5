// Does the offer run that day?

import { isFrenchHoliday, type SchoolZone, schoolVacation } from '#domain/calendar.ts';
import { type LocalDate, weekdayOf } from '#domain/time.ts';
import type { ServiceCalendar } from '#domain/transport/offer.ts';

/** Charente and Charente-Maritime, the zone of the académie de Poitiers: where nobody says whose holidays count. */
const DEFAULT_ZONE: SchoolZone = 'A';

/**
 * An exception wins over everything; then validity, public holidays, weekday (a holiday runs as a
 * Sunday when the calendar says so), rank in the month, school period. `unknown`: the school
 * calendar of that day is not published. `zone` null: one that has a school calendar of its own.
 */
export function runningOn(
  calendar: ServiceCalendar,
  date: LocalDate,
  zone: SchoolZone | null = DEFAULT_ZONE,
): 'yes' | 'no' | 'unknown' {
  const exception = calendar.exceptions.find((each) => each.date === date);
  if (exception !== undefined) return exception.runs ? 'yes' : 'no';
  if (calendar.startsOn !== null && date < calendar.startsOn) return 'no';
  if (calendar.endsOn !== null && date > calendar.endsOn) return 'no';
  const holiday = isFrenchHoliday(date);
  if (holiday && calendar.holidays === 'closed') return 'no';
  const weekday = holiday && calendar.holidays === 'as_sunday' ? 7 : weekdayOf(date);
  if (!calendar.weekdays.includes(weekday)) return 'no';
  if (calendar.nthOfMonth !== null && !isNthOfMonth(date, calendar.nthOfMonth)) return 'no';
  if (calendar.school === 'any') return 'yes';
  const schoolZone = calendar.schoolZone ?? zone;
  const vacation = schoolZone === null ? undefined : schoolVacation(date, schoolZone);
  if (vacation === undefined) return 'unknown';
  return (vacation === null) === (calendar.school === 'term') ? 'yes' : 'no';
}

/** True unless it is known not to run: unknown is to be asked on the phone, it is not « non ». */
export function runsOn(
  calendar: ServiceCalendar,
  date: LocalDate,
  zone?: SchoolZone | null,
): boolean {
  return runningOn(calendar, date, zone) !== 'no';
}

/** Ranks 1 to 5 count from the first such weekday of the month, -1 and below from the last. */
function isNthOfMonth(date: LocalDate, ranks: readonly number[]): boolean {
  const day = Number(date.slice(8, 10));
  const fromStart = Math.ceil(day / 7);
  const fromEnd = -Math.ceil((daysInMonth(date) - day + 1) / 7);
  return ranks.includes(fromStart) || ranks.includes(fromEnd);
}

function daysInMonth(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
