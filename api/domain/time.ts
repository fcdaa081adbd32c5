// Which day, which minute, and which instant: civil time of metropolitan France, by arithmetic only.
//
// The product speaks local civil time (Europe/Paris). Summer time follows directive 2000/84/EC: from
// the last Sunday of March to the last Sunday of October, both changes at 01:00 UTC. `Intl` is never
// used: it is slow in loops and depends on the machine. Civil days: Howard Hinnant's date algorithms.

import { AppError } from '#domain/error.ts';

/** 'YYYY-MM-DD', a day of the Gregorian calendar. */
export type LocalDate = string;

/** Local date and minute of that day, 0 to 1439. */
export type Moment = { date: LocalDate; minute: number };

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. The date must be well formed: see `parseDate` at the door. */
export function dayNumber(date: LocalDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const shifted = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** Inverse of `dayNumber`. */
export function dateOf(dayNumberSinceEpoch: number): LocalDate {
  const shifted = dayNumberSinceEpoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(dayNumber(date));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** From the first to the second: negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** A day and a count of minutes that may be negative or pass 1440, as one moment (clock minutes). */
export function momentAt(date: LocalDate, minute: number): Moment {
  const days = Math.floor(minute / MINUTES_PER_DAY);
  return days === 0
    ? { date, minute }
    : { date: addDays(date, days), minute: minute - days * MINUTES_PER_DAY };
}

/** Negative, zero or positive, in clock order. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1;
}

/**
 * Epoch milliseconds. In the hour skipped in March the clock is read as winter time (02:30 is 03:30
 * summer time); in the hour lived twice in October it is the first of the two.
 */
export function toInstant(moment: Moment): number {
  const asUtc = dayNumber(moment.date) * MS_PER_DAY + moment.minute * MS_PER_MINUTE;
  const inSummer = asUtc - 2 * MS_PER_HOUR;
  return isSummerTime(inSummer) ? inSummer : asUtc - MS_PER_HOUR;
}

/** Local moment of an instant, seconds dropped. */
export function toMoment(epochMs: number): Moment {
  const local = epochMs + (isSummerTime(epochMs) ? 2 : 1) * MS_PER_HOUR;
  const day = Math.floor(local / MS_PER_DAY);
  return {
    date: dateOf(day),
    minute: Math.floor((local - day * MS_PER_DAY) / MS_PER_MINUTE),
  };
}

/** Elapsed minutes: « 48 h before » crosses a clock change as a stopwatch would. */
export function addMinutes(moment: Moment, minutes: number): Moment {
  return toMoment(toInstant(moment) + minutes * MS_PER_MINUTE);
}

/** Elapsed minutes from the first to the second. */
export function minutesBetween(from: Moment, to: Moment): number {
  return (toInstant(to) - toInstant(from)) / MS_PER_MINUTE;
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayNumber(text)) === text;
}

/** Throws `bad_request` naming the field when the text is not a day that exists. */
export function parseDate(text: string, field = 'date'): LocalDate {
  if (isDate(text)) return text;
  throw badText(field, 'a day that exists, written YYYY-MM-DD', text);
}

/** Minute of the day of 'HH:MM', 00:00 to 23:59. */
export function parseMinute(text: string, field = 'time'): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match !== null) return Number(match[1]) * 60 + Number(match[2]);
  throw badText(field, 'a time of day written HH:MM, 00:00 to 23:59', text);
}

/** 'YYYY-MM-DDTHH:MM'. */
export function parseMoment(text: string, field = 'at'): Moment {
  const [date, time, ...rest] = text.split('T');
  if (date !== undefined && time !== undefined && rest.length === 0 && isDate(date)) {
    return { date, minute: parseMinute(time, field) };
  }
  throw badText(field, 'a local moment written YYYY-MM-DDTHH:MM', text);
}

function badText(field: string, expected: string, received: string): AppError {
  const shown = received.length > 40 ? `${received.slice(0, 40)}…` : received;
  return new AppError('bad_request', `${field}: expected ${expected}, received "${shown}".`, {
    details: [{ field, expected, received: shown }],
  });
}

function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function isSummerTime(epochMs: number): boolean {
  const year = Number(dateOf(Math.floor(epochMs / MS_PER_DAY)).slice(0, 4));
  return epochMs >= clockChange(year, 3) && epochMs < clockChange(year, 10);
}

/** 01:00 UTC on the last Sunday of March or October, both of 31 days. */
function clockChange(year: number, month: 3 | 10): number {
  const lastDay = dayNumber(`${pad(year, 4)}-${pad(month, 2)}-31`);
  return (lastDay - (weekdayOfDay(lastDay) % 7)) * MS_PER_DAY + MS_PER_HOUR;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
