import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '#domain/time.ts';
import { addMinutes, compareMoments, parseMoment, toInstant } from '#domain/time.ts';
import { deadlineOf, registrationDeadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf, urgentCall } from '#domain/transport/booking-state.ts';
import { lastAnswered, lineSlotsOn, nextAnswered } from '#domain/transport/line-hours.ts';
import type { BookingNotice, BookingRule } from '#domain/transport/offer.ts';
import { bookingRule, lineHours } from '#tests/domain/transport/drawn.ts';

const at = (text: string): Moment => parseMoment(text.replace(' ', 'T'));
const text = (moment: Moment | null) =>
  moment === null
    ? null
    : `${moment.date} ${String(Math.floor(moment.minute / 60)).padStart(2, '0')}:${String(moment.minute % 60).padStart(2, '0')}`;

const drawnLine = lineHours([
  '9-12 14-17',
  '9-12 14-17',
  '9-12',
  '9-12 14-17',
  '9-12 14-16',
  '',
  '',
]);
const daysBefore = (days: number, businessDays: boolean, atMinute: number): BookingNotice => ({
  kind: 'days_before',
  days,
  businessDays,
  atMinute,
  opensDaysBefore: null,
});
const elapsed = (minMinutes: number): BookingNotice => ({
  kind: 'elapsed',
  minMinutes,
  maxMinutes: null,
});
const solve = (notice: BookingNotice, ride: string, change: Partial<BookingRule> = {}) => {
  const { opens, limit, answered } = deadlineOf(
    bookingRule({ notice, lineHours: drawnLine, ...change }),
    at(ride),
  );
  return { opens: text(opens), limit: text(limit), answered: text(answered) };
};

describe('the last moment to book', () => {
  it('counts two business days over Whit Monday', () => {
    expect(solve(daysBefore(2, true, 1020), '2026-05-26 10:00')).toEqual({
      opens: null,
      limit: '2026-05-21 17:00',
      answered: '2026-05-21 17:00',
    });
  });

  it('falls back to Friday when the eve is a Sunday and nobody answers', () => {
    expect(solve(daysBefore(1, false, 1020), '2026-05-18 09:00')).toEqual({
      opens: null,
      limit: '2026-05-17 17:00',
      answered: '2026-05-15 16:00',
    });
  });

  it('counts 48 elapsed hours over the change of clocks', () => {
    expect(solve(elapsed(2880), '2026-03-30 09:00')).toEqual({
      opens: null,
      limit: '2026-03-28 08:00',
      answered: '2026-03-27 16:00',
    });
  });

  it('ends at noon when the line closes at noon on Wednesday', () => {
    expect(solve(elapsed(120), '2026-05-13 15:00')).toEqual({
      opens: null,
      limit: '2026-05-13 13:00',
      answered: '2026-05-13 12:00',
    });
  });

  it('skips Ascension Day backwards', () => {
    expect(solve(daysBefore(1, true, 720), '2026-05-15 10:00')).toEqual({
      opens: null,
      limit: '2026-05-13 12:00',
      answered: '2026-05-13 12:00',
    });
  });

  it('is the limit itself online, and not known when the hours of the line are not', () => {
    const eve = daysBefore(1, false, 1020);
    expect(solve(eve, '2026-05-18 09:00', { channels: ['phone', 'online'] }).answered).toBe(
      '2026-05-17 17:00',
    );
    expect(solve(eve, '2026-05-18 09:00', { lineHours: null }).answered).toBeNull();
  });

  it('is the departure for a ride called on the spot, and opens 30 days before when so ruled', () => {
    expect(solve({ kind: 'real_time' }, '2026-05-12 10:30').limit).toBe('2026-05-12 10:30');
    expect(
      solve(
        { ...daysBefore(1, false, 1020), opensDaysBefore: 30 } as BookingNotice,
        '2026-05-12 10:30',
      ).opens,
    ).toBe('2026-04-12 00:00');
    expect(
      solve({ kind: 'elapsed', minMinutes: 120, maxMinutes: 43_200 }, '2026-05-12 10:30').opens,
    ).toBe('2026-04-12 10:30');
  });

  it('has no answered moment when the line opens only outside the bookable time', () => {
    const notice: BookingNotice = { kind: 'elapsed', minMinutes: 60, maxMinutes: 300 };
    expect(solve(notice, '2026-05-17 15:00')).toEqual({
      opens: '2026-05-17 10:00',
      limit: '2026-05-17 14:00',
      answered: null,
    });
  });

  it('reads a ride after midnight on the next day', () => {
    const rule = bookingRule({ notice: elapsed(60), lineHours: null });
    expect(text(deadlineOf(rule, { date: '2026-05-12', minute: 1470 }).limit)).toBe(
      '2026-05-12 23:30',
    );
  });
});

const anyMoment = fc
  .record({ day: fc.integer({ min: 0, max: 900 }), minute: fc.integer({ min: 0, max: 1439 }) })
  .map(({ day, minute }) => addMinutes({ date: '2026-01-01', minute }, day * 1440));
const anyDay = fc
  .uniqueArray(fc.integer({ min: 8, max: 48 }), { maxLength: 4 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((edge, index) =>
      index % 2 === 1 ? [{ from: (edges[index - 1] ?? 0) * 30, to: edge * 30 }] : [],
    ),
  );
const anyLine = fc.record({
  week: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
  closedOnHolidays: fc.boolean(),
});

describe('a phone line, whatever its hours', () => {
  it('leaves no time to call at its opening minute, nor at its closing minute', () => {
    expect(text(lastAnswered(drawnLine, at('2026-05-12 14:00')))).toBe('2026-05-12 12:00');
    expect(text(lastAnswered(drawnLine, at('2026-05-12 14:01')))).toBe('2026-05-12 14:01');
    expect(text(nextAnswered(drawnLine, at('2026-05-12 12:00')))).toBe('2026-05-12 14:00');
    expect(text(nextAnswered(drawnLine, at('2026-05-12 11:59')))).toBe('2026-05-12 11:59');
  });

  it('was answered at the moment found, and not between it and the limit', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, (line, limit) => {
        const answering = (moment: Moment) =>
          lineSlotsOn(line, moment.date).some(
            (slot) => slot.from <= moment.minute && moment.minute < slot.to,
          );
        const found = lastAnswered(line, limit);
        let brute: Moment | null = null;
        for (let back = 1; back <= 5 * 1440 && brute === null; back += 1) {
          const moment = addMinutes(limit, -back);
          if (answering(moment)) brute = addMinutes(moment, 1);
        }
        if (brute !== null) expect(found).toEqual(brute);
        else if (found !== null)
          expect(compareMoments(found, addMinutes(limit, -5 * 1440))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('answers next at the first answering minute', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, (line, now) => {
        const found = nextAnswered(line, now);
        let brute: Moment | null = null;
        for (let ahead = 0; ahead <= 4 * 1440 && brute === null; ahead += 1) {
          const moment = addMinutes(now, ahead);
          const slots = lineSlotsOn(line, moment.date);
          if (slots.some((slot) => slot.from <= moment.minute && moment.minute < slot.to)) {
            brute = moment;
          }
        }
        if (brute !== null) expect(found).toEqual(brute);
      }),
      { numRuns: 60 },
    );
  });

  it('never asks to call after the limit, nor later for an earlier ride', () => {
    fc.assert(
      fc.property(anyLine, anyMoment, fc.integer({ min: 0, max: 5000 }), (line, ride, earlier) => {
        const rule = bookingRule({ notice: elapsed(90), lineHours: line });
        const late = deadlineOf(rule, ride);
        const soon = deadlineOf(rule, addMinutes(ride, -earlier));
        expect(toInstant(soon.limit)).toBeLessThanOrEqual(toInstant(late.limit));
        if (late.answered !== null) {
          expect(compareMoments(late.answered, late.limit)).toBeLessThanOrEqual(0);
          if (soon.answered !== null) {
            expect(compareMoments(soon.answered, late.answered)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });
});

describe('the solidarity transport of Sud Charente', () => {
  const rule = bookingRule({
    notice: daysBefore(3, false, 1050),
    channels: ['phone', 'email'],
    lineHours: lineHours(Array.from({ length: 7 }, (_, day) => (day < 5 ? '9-12 14-17:30' : ''))),
    firstTripDays: 7,
    urgentPossible: true,
  });
  const ride = at('2026-12-01 09:30');
  const stateAt = (now: string, registered: boolean | null) =>
    bookingStateOf(rule, deadlineOf(rule, ride), at(now), { registered, ride });

  it('asks to call on the Friday before a Tuesday, a week before for a first trip', () => {
    expect(text(deadlineOf(rule, ride).limit)).toBe('2026-11-28 17:30');
    expect(text(deadlineOf(rule, ride).answered)).toBe('2026-11-27 17:30');
    expect(text(registrationDeadlineOf(rule, ride)?.answered ?? null)).toBe('2026-11-24 17:30');
  });

  it('is open to a member, hurried on the last day, too late after it', () => {
    expect(stateAt('2026-11-23 10:00', true)).toBe('open');
    expect(stateAt('2026-11-27 09:00', true)).toBe('open');
    expect(stateAt('2026-11-27 09:01', true)).toBe('soon');
    expect(stateAt('2026-11-27 17:30', true)).toBe('soon');
    expect(stateAt('2026-11-27 17:31', true)).toBe('too_late');
  });

  it('asks a newcomer to register first, and says when that is no longer possible', () => {
    expect(stateAt('2026-11-23 10:00', false)).toBe('registration');
    expect(stateAt('2026-11-24 17:31', false)).toBe('too_late');
    expect(stateAt('2026-11-25 10:00', null)).toBe('registration');
    expect(stateAt('2026-11-27 18:00', null)).toBe('too_late');
  });

  it('names the next answered moment for an urgent request before the ride, or none', () => {
    expect(text(urgentCall(rule, ride, at('2026-11-28 10:00')))).toBe('2026-11-30 09:00');
    expect(text(urgentCall(rule, ride, at('2026-11-30 10:15')))).toBe('2026-11-30 10:15');
    expect(urgentCall(rule, ride, at('2026-12-01 09:30'))).toBeNull();
    expect(urgentCall({ ...rule, urgentPossible: false }, ride, at('2026-11-28 10:00'))).toBeNull();
  });
});

describe('the state of a booking', () => {
  const ride = at('2026-12-01 09:30');
  const stateOf = (rule: BookingRule | null, now: string) =>
    bookingStateOf(rule, rule && deadlineOf(rule, ride), at(now), { registered: null, ride });

  it('is unknown without a rule or a channel, not needed when the rule says none', () => {
    expect(stateOf(null, '2026-11-23 10:00')).toBe('unknown');
    expect(stateOf(bookingRule({ channels: [] }), '2026-11-23 10:00')).toBe('unknown');
    expect(stateOf(bookingRule({ channels: ['none'] }), '2026-11-23 10:00')).toBe('not_needed');
    expect(
      bookingStateOf(bookingRule(), null, at('2026-11-23 10:00'), { registered: null, ride }),
    ).toBe('unknown');
  });

  it('is early before bookings open', () => {
    const rule = bookingRule({
      notice: {
        kind: 'days_before',
        days: 1,
        businessDays: false,
        atMinute: 1020,
        opensDaysBefore: 3,
      },
    });
    expect(stateOf(rule, '2026-11-27 23:59')).toBe('early');
    expect(stateOf(rule, '2026-11-28 00:00')).toBe('open');
  });

  it('hurries in the last 24 hours online or when the hours of the line are not known', () => {
    expect(stateOf(bookingRule(), '2026-11-29 17:00')).toBe('open');
    expect(stateOf(bookingRule(), '2026-11-29 17:01')).toBe('soon');
    expect(stateOf(bookingRule(), '2026-11-30 17:00')).toBe('soon');
    expect(stateOf(bookingRule(), '2026-11-30 17:01')).toBe('too_late');
  });

  it('is too late when a line with known hours answers no more before the limit', () => {
    const rule = bookingRule({ lineHours: lineHours(['', '', '', '', '9-12', '', '']) });
    expect(stateOf(rule, '2026-11-27 12:00')).toBe('soon');
    expect(stateOf(rule, '2026-11-28 10:00')).toBe('too_late');
    const closed = bookingRule({ lineHours: lineHours(['', '', '', '', '', '', '']) });
    expect(stateOf(closed, '2026-11-20 10:00')).toBe('too_late');
  });
});
