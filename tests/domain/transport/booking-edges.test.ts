import { describe, expect, it } from 'vitest';
import { type Moment, parseMoment } from '#domain/time.ts';
import { deadlineOf, registrationDeadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf } from '#domain/transport/booking-state.ts';
import { lastAnswered, lineSlotsOn } from '#domain/transport/line-hours.ts';
import type { BookingNotice, BookingRule } from '#domain/transport/offer.ts';
import { bookingRule, lineHours, slots } from '#tests/domain/transport/drawn.ts';

const at = (text: string): Moment => parseMoment(text.replace(' ', 'T'));
const notice = (change: Partial<Extract<BookingNotice, { kind: 'days_before' }>> = {}) => ({
  kind: 'days_before' as const,
  days: 1,
  businessDays: true,
  atMinute: 960,
  opensDaysBefore: null,
  ...change,
});
const officeLine = lineHours(
  Array.from({ length: 7 }, (_, day) => (day < 5 ? '8:30-12 13-16' : '')),
);
const stateAt = (rule: BookingRule, ride: string, now: string, registered: boolean | null = true) =>
  bookingStateOf(rule, deadlineOf(rule, at(ride)), at(now), { registered, ride: at(ride) });

describe('the opening of bookings', () => {
  it('counts weeks in calendar days even when the notice counts business days', () => {
    const rule = bookingRule({
      notice: notice({ opensDaysBefore: 56, opensBusinessDays: false, opensAtMinute: 510 }),
      lineHours: officeLine,
    });
    // Whit Monday, 25 May 2026: the business day before Tuesday is Friday.
    expect(deadlineOf(rule, at('2026-05-26 10:00'))).toEqual({
      opens: at('2026-03-31 08:30'),
      limit: at('2026-05-22 16:00'),
      answered: at('2026-05-22 16:00'),
    });
    expect(stateAt(rule, '2026-05-26 10:00', '2026-03-31 08:29')).toBe('early');
    expect(stateAt(rule, '2026-05-26 10:00', '2026-03-31 08:30')).toBe('open');
  });

  it('counts business days with the notice when nothing else is said', () => {
    const rule = bookingRule({ notice: notice({ opensDaysBefore: 5 }) });
    expect(deadlineOf(rule, at('2026-05-26 10:00')).opens).toEqual(at('2026-05-18 00:00'));
  });

  it('of elapsed hours is the longest notice, or an hour some days before', () => {
    const longest = bookingRule({
      notice: { kind: 'elapsed', minMinutes: 120, maxMinutes: 1440, opensDaysBefore: 30 },
    });
    expect(deadlineOf(longest, at('2026-06-12 10:00')).opens).toEqual(at('2026-06-11 10:00'));
    const monthly = bookingRule({
      notice: {
        kind: 'elapsed',
        minMinutes: 120,
        maxMinutes: null,
        opensDaysBefore: 30,
        opensAtMinute: 420,
      },
    });
    expect(deadlineOf(monthly, at('2026-06-12 10:00')).opens).toEqual(at('2026-05-13 07:00'));
  });

  it('never lies after the limit: a line that answers only before it leaves nobody to call', () => {
    const rule = bookingRule({
      notice: { kind: 'elapsed', minMinutes: 60, maxMinutes: 600 },
      lineHours: officeLine,
    });
    const deadline = deadlineOf(rule, at('2026-05-25 15:00'));
    expect(deadline.answered).toBeNull();
    expect(stateAt(rule, '2026-05-25 15:00', '2026-05-25 06:00')).toBe('too_late');
  });

  it('asks a newcomer to register before it says that bookings are not open', () => {
    const rule = bookingRule({ notice: notice({ opensDaysBefore: 3 }), firstTripDays: 5 });
    expect(stateAt(rule, '2026-06-12 10:00', '2026-06-01 10:00', false)).toBe('registration');
    expect(stateAt(rule, '2026-06-12 10:00', '2026-06-01 10:00', true)).toBe('early');
  });
});

describe('a first registration', () => {
  const rule = bookingRule({
    notice: notice({ days: 2, atMinute: 1020 }),
    lineHours: officeLine,
    firstTripDays: 5,
  });

  it('is counted over Whit Monday in business days, as the notice is', () => {
    const ride = at('2026-05-29 09:00');
    expect(deadlineOf(rule, ride).limit).toEqual(at('2026-05-27 17:00'));
    expect(registrationDeadlineOf(rule, ride)?.answered).toEqual(at('2026-05-21 16:00'));
    expect(stateAt(rule, '2026-05-29 09:00', '2026-05-21 16:00', false)).toBe('registration');
    expect(stateAt(rule, '2026-05-29 09:00', '2026-05-21 16:01', false)).toBe('too_late');
    expect(stateAt(rule, '2026-05-29 09:00', '2026-05-21 16:01', true)).toBe('open');
  });

  it('never leaves more time than the booking itself', () => {
    const short = { ...rule, firstTripDays: 1 };
    const ride = at('2026-05-29 09:00');
    expect(registrationDeadlineOf(short, ride)?.answered).toEqual(deadlineOf(short, ride).answered);
  });
});

describe('a call over Whit Monday', () => {
  it('is on the Friday before, when nobody answers on the Monday', () => {
    const eve = bookingRule({
      notice: notice({ businessDays: false, atMinute: 1020 }),
      lineHours: officeLine,
    });
    expect(deadlineOf(eve, at('2026-05-26 09:00'))).toMatchObject({
      limit: at('2026-05-25 17:00'),
      answered: at('2026-05-22 16:00'),
    });
  });

  it('is on the Monday itself when the line answers that holiday', () => {
    const line = { ...officeLine, closedOnHolidays: false };
    const eve = bookingRule({ notice: notice({ businessDays: false }), lineHours: line });
    expect(deadlineOf(eve, at('2026-05-26 09:00')).answered).toEqual(at('2026-05-25 16:00'));
  });
});

describe('exceptional hours of a phone line', () => {
  const line = {
    ...officeLine,
    exceptions: [
      { date: '2026-12-24', slots: slots('8:30-11') },
      { date: '2026-12-23', slots: [] },
      { date: '2026-12-25', slots: slots('10-11') },
    ],
  };

  it('win over the week and over the holiday', () => {
    expect(lineSlotsOn(line, '2026-12-23')).toEqual([]);
    expect(lineSlotsOn(line, '2026-12-25')).toEqual(slots('10-11'));
    expect(lastAnswered(line, at('2026-12-24 16:00'))).toEqual(at('2026-12-24 11:00'));
    expect(lastAnswered(line, at('2026-12-24 08:00'))).toEqual(at('2026-12-22 16:00'));
  });
});
