// How dates, hours, prices, distances and lengths of time are said, by the conventions of a language.

import type { PartialDate } from '#domain/provenance.ts';
import type { Conventions } from '#web/i18n/conventions.ts';

/** A space a line never breaks at. */
const NBSP = '\u00a0';

export type Format = ReturnType<typeof createFormat>;

export function createFormat(language: Conventions) {
  const { tag } = language;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const longDate = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const longDateYear = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const dayMonth = dates({ day: 'numeric', month: 'long' });
  const dayMonthYear = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const monthYear = dates({ month: 'long', year: 'numeric' });
  const weekdayName = dates({ weekday: 'long' });
  const decimals = (digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = decimals(0);
  const oneDecimal = decimals(1);
  const twoDecimals = decimals(2);

  /** `2026-11-24` → « mardi 24 novembre »; the year is said when it is not the one given. */
  function date(isoDate: string, currentYear?: number): string {
    const value = toUtc(isoDate);
    const withYear = currentYear !== undefined && value.getUTCFullYear() !== currentYear;
    return language.date((withYear ? longDateYear : longDate).format(value));
  }

  /** `2026-11-03` → « 3 novembre 2026 »; `2025-03` → « mars 2025 »; `2025` → « 2025 ». */
  function factDate(partial: PartialDate, currentYear?: number): string {
    if (partial.length === 4) return partial;
    if (partial.length === 7) return monthYear.format(toUtc(`${partial}-01`));
    const value = toUtc(partial);
    const sameYear = currentYear !== undefined && value.getUTCFullYear() === currentYear;
    return language.date((sameYear ? dayMonth : dayMonthYear).format(value));
  }

  /** Minutes of a day → « 10 h 30 », « 18 h »; of the day before or after: « 23 h 50 la veille ». */
  function hour(minuteOfDay: number): string {
    const rounded = Math.round(minuteOfDay);
    const minutes = ((rounded % 1440) + 1440) % 1440;
    const clock = language.clock(Math.floor(minutes / 60), minutes % 60);
    if (rounded < 0) return language.dayBefore(clock);
    return rounded < 1440 ? clock : language.dayAfter(clock);
  }

  /** Whole euros lose their cents only when `short`. */
  function euros(cents: number): string {
    return language.euros(twoDecimals.format(cents / 100));
  }

  function euroRange(minCents: number, maxCents: number): string {
    if (minCents === maxCents) return euros(minCents);
    return language.range(euros(minCents), euros(maxCents));
  }

  /** « 350 m », « 2,4 km », « 38 km »: as exact as the figure deserves. */
  function distance(meters: number): string {
    if (meters < 950) return `${whole.format(Math.max(50, Math.round(meters / 50) * 50))}${NBSP}m`;
    const km = meters / 1000;
    return `${km < 9.95 ? oneDecimal.format(km) : whole.format(km)}${NBSP}km`;
  }

  /** « 25 min », « 1 h 05 », « 2 h ». */
  function duration(minutes: number): string {
    const total = Math.max(1, Math.round(minutes));
    if (total < 60) return `${total}${NBSP}min`;
    const hours = Math.floor(total / 60);
    const rest = total % 60;
    return rest === 0 ? `${hours}${NBSP}h` : language.hoursAndMinutes(hours, rest);
  }

  function number(value: number): string {
    return whole.format(value);
  }

  /** ISO weekday 1 (Monday) … 7 (Sunday) → « lundi » … « dimanche ». */
  function weekday(isoWeekday: number): string {
    return weekdayName.format(new Date(Date.UTC(2024, 0, isoWeekday)));
  }

  /** « lundi, mardi et jeudi ». */
  function list(items: readonly string[]): string {
    return new Intl.ListFormat(tag, { type: 'conjunction' }).format(items);
  }

  return {
    date,
    factDate,
    hour,
    euros,
    euroRange,
    distance,
    duration,
    number,
    weekday,
    list,
  };
}

/** Paris local date and minute of an instant: what « aujourd'hui » and « maintenant » mean here. */
export function localMoment(epochMs: number): { date: string; minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs);
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? '0';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** « 10:30 » → 630; null when it is not an hour of the day. */
export function parseMinute(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}

/** 630 → « 10:30 », the value of a time field and of an address. */
export function timeValue(minuteOfDay: number): string {
  const minutes = ((minuteOfDay % 1440) + 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** True for a real calendar day written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const value = toUtc(text);
  return !Number.isNaN(value.getTime()) && value.toISOString().startsWith(text);
}

function toUtc(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`);
}
