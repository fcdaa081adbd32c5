// Short forms the seed tables are written in, and what they stand for.

import type { ContactPoint, HoursBlock, Phone } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import { AppError } from '#domain/error.ts';
import type { Confidence, PartialDate, Provenance } from '#domain/provenance.ts';

/** A fact read in `sourceId`, of that date; no person has confirmed any seed yet. */
export function fact(
  sourceId: string,
  asOf: PartialDate | null,
  confidence: Confidence,
): Provenance {
  return { sourceId, asOf, confirmedOn: null, confidence };
}

function minuteOf(clock: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  if (match === null || hours > 24 || minutes > 59) {
    throw new AppError('bad_import', `Heure attendue sous la forme 9:30, reçu « ${clock} ».`);
  }
  return hours * 60 + minutes;
}

/** '9:00-12:00 14:00-17:30' → two stretches; '' → closed. */
export function dayHours(text: string): DayHours[] {
  return text
    .split(' ')
    .filter((stretch) => stretch !== '')
    .map((stretch) => {
      const [from, to] = stretch.split('-');
      return { from: minuteOf(from ?? ''), to: minuteOf(to ?? '') };
    });
}

/** Seven days from Monday, separated by '|'; missing days are closed. */
export function week(text: string): DayHours[][] {
  const days = text.split('|').map((day) => dayHours(day.trim()));
  while (days.length < 7) days.push([]);
  return days;
}

/** The same hours from Monday to Friday. */
export function weekdays(text: string): DayHours[][] {
  return week(Array.from({ length: 5 }, () => text).join('|'));
}

export function hoursBlock(
  days: HoursBlock['week'],
  options: Partial<Omit<HoursBlock, 'week'>> = {},
): HoursBlock {
  return {
    kind: 'public',
    week: days,
    closedOnHolidays: true,
    byAppointment: false,
    note: null,
    ...options,
  };
}

/** A number of the seed tables is always one: anything else is a mistake in them. */
function phoneOfSeed(text: string, kind: Phone['kind']): Phone {
  const phone = phoneOf(text, kind);
  if (phone === null) throw new AppError('bad_import', `Numéro attendu, reçu « ${text} ».`);
  return phone;
}

export function phoneContact(
  display: string,
  label: string | null = null,
  kind: Phone['kind'] = 'main',
): ContactPoint {
  return { kind: 'phone', label, value: display, phone: phoneOfSeed(display, kind) };
}

export function emailContact(value: string): ContactPoint {
  return { kind: 'email', label: null, value, phone: null };
}

export function webContact(value: string): ContactPoint {
  return { kind: 'website', label: null, value, phone: null };
}
