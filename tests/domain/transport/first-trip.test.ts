import { expect, test } from 'vitest';
import { type Moment, parseMoment } from '#domain/time.ts';
import { firstTripOf, isBookable } from '#domain/transport/first-trip.ts';
import { bookingRule, lineHours } from '#tests/domain/transport/drawn.ts';

const at = (text: string): Moment => parseMoment(text.replace(' ', 'T'));
/** Three days before at 17:30 by phone, Monday to Friday; a week for those who register first. */
const rule = bookingRule({
  notice: {
    kind: 'days_before',
    days: 3,
    businessDays: false,
    atMinute: 1050,
    opensDaysBefore: null,
  },
  channels: ['phone'],
  lineHours: lineHours(Array.from({ length: 7 }, (_, day) => (day < 5 ? '9-12 14-17:30' : ''))),
  firstTripDays: 7,
});
const ride = at('2026-12-01 09:30');

test('a first trip is registered for until somebody last answers, a week before', () => {
  expect(firstTripOf(rule, ride, at('2026-11-24 17:30'))).toEqual({
    before: at('2026-11-24 17:30'),
  });
});

test('a minute later it is too late, and the next day may still be a first trip', () => {
  const now = at('2026-11-24 17:31');
  expect(isBookable(rule, ride, now)).toBe(true);
  expect(firstTripOf(rule, ride, now)).toEqual({ before: null, nextDate: '2026-12-02' });
});

test('the first day is one somebody still answers in time for', () => {
  // Friday evening: nobody answers before Monday, a week before Monday 7 December.
  expect(firstTripOf(rule, ride, at('2026-11-27 18:00'))).toEqual({
    before: null,
    nextDate: '2026-12-07',
  });
});

test('a line nobody answers gives no day for a first trip', () => {
  const silent = { ...rule, lineHours: lineHours(Array.from({ length: 7 }, () => '')) };
  expect(firstTripOf(silent, ride, at('2026-11-01 10:00'))).toEqual({
    before: null,
    nextDate: null,
  });
});

test('an offer that asks for no registration has no first trip to speak of', () => {
  expect(firstTripOf({ ...rule, firstTripDays: null }, ride, at('2026-11-27 18:00'))).toBeNull();
});

test('a ride past midnight is one of the day after', () => {
  const late = { date: '2026-11-30', minute: 1440 + 570 };
  expect(firstTripOf(rule, late, at('2026-11-24 17:31'))).toEqual({
    before: null,
    nextDate: '2026-12-02',
  });
});
