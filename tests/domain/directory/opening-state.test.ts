import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HoursBlock, Notice } from '#domain/directory/directory.ts';
import { openingStateAt, stretchesOn } from '#domain/directory/opening-state.ts';
import { addMinutes, parseMoment } from '#domain/time.ts';
import { slots } from '#tests/domain/transport/drawn.ts';

const block = (days: readonly string[], change: Partial<HoursBlock> = {}): HoursBlock => ({
  kind: 'public',
  week: days.map(slots),
  closedOnHolidays: true,
  byAppointment: false,
  note: null,
  ...change,
});
const workdays = (text: string, change: Partial<HoursBlock> = {}) =>
  block([text, text, text, text, text, '', ''], change);
const practice = workdays('9-12 14-18:30');
const stateAt = (hours: readonly HoursBlock[], text: string, notices: readonly Notice[] = []) =>
  openingStateAt(hours, parseMoment(text), notices);
const closure = (startsOn: string, endsOn: string | null): Notice => ({
  kind: 'closure',
  startsOn,
  endsOn,
  text: 'Congés',
});

describe('a place with hours', () => {
  it('is open until the end of the stretch, and closed from that minute on', () => {
    expect(stateAt([practice], '2026-11-24T09:00')).toEqual({ state: 'open', untilMinute: 720 });
    expect(stateAt([practice], '2026-11-24T11:59')).toEqual({ state: 'open', untilMinute: 720 });
    expect(stateAt([practice], '2026-11-24T12:00')).toEqual({
      state: 'closed',
      nextDate: '2026-11-24',
      nextMinute: 840,
    });
  });

  it('opens next on Monday after a Friday evening, on Thursday over a holiday', () => {
    expect(stateAt([practice], '2026-11-20T18:30')).toMatchObject({
      nextDate: '2026-11-23',
      nextMinute: 540,
    });
    expect(stateAt([practice], '2026-11-11T10:00')).toMatchObject({ nextDate: '2026-11-12' });
    expect(stateAt([{ ...practice, closedOnHolidays: false }], '2026-11-11T10:00').state).toBe(
      'open',
    );
  });

  it('joins its blocks where they touch or overlap', () => {
    const both = [workdays('8-12'), workdays('11:30-14 17-19', { kind: 'walk_in' })];
    expect(stretchesOn(both, '2026-11-24')).toEqual([
      { from: 480, to: 840 },
      { from: 1020, to: 1140 },
    ]);
    expect(stateAt(both, '2026-11-24T09:00')).toEqual({ state: 'open', untilMinute: 840 });
  });

  it('is not closed for no time between two stretches that touch', () => {
    const touching = [workdays('8-12'), workdays('12-14', { kind: 'walk_in' })];
    expect(stateAt(touching, '2026-11-24T09:00')).toEqual({ state: 'open', untilMinute: 840 });
  });

  it('stays open past midnight until the clock of the next day', () => {
    const night = block(['20-24', '0-2', '', '', '', '', '']);
    expect(stateAt([night], '2026-11-23T22:00')).toEqual({ state: 'open', untilMinute: 120 });
    expect(stateAt([block(['20-24', '', '', '', '', '', ''])], '2026-11-23T22:00')).toEqual({
      state: 'open',
      untilMinute: 1440,
    });
  });

  it('is open round the clock when the next day is open whole', () => {
    const emergency = block(Array(7).fill('0-24'), { closedOnHolidays: false });
    expect(stateAt([emergency], '2026-12-25T03:00')).toEqual({
      state: 'open',
      untilMinute: 1440,
      roundTheClock: true,
    });
  });

  it('is closed on the days of a closure notice, and opens after it', () => {
    const notices = [closure('2026-11-23', '2026-11-27')];
    expect(stateAt([practice], '2026-11-24T10:00', notices)).toEqual({
      state: 'closed',
      nextDate: '2026-11-30',
      nextMinute: 540,
    });
    expect(stateAt([practice], '2026-11-24T10:00', [closure('2026-11-01', null)])).toEqual({
      state: 'closed',
      nextDate: null,
      nextMinute: null,
    });
    const message: Notice = { ...closure('2026-11-23', '2026-11-27'), kind: 'message' };
    expect(stateAt([practice], '2026-11-24T10:00', [message]).state).toBe('open');
  });
});

describe('a place without hours to come in', () => {
  it('is closed on the days of a closure notice', () => {
    const notices = [closure('2026-11-23', '2026-11-27')];
    for (const hours of [[], [workdays('9-12', { byAppointment: true })]]) {
      expect(stateAt(hours, '2026-11-24T10:00', notices)).toMatchObject({ state: 'closed' });
      expect(stateAt(hours, '2026-11-28T10:00', notices).state).not.toBe('closed');
    }
  });

  it('is unknown, never closed', () => {
    expect(stateAt([], '2026-11-24T10:00')).toEqual({ state: 'unknown' });
    expect(stateAt([workdays('')], '2026-11-24T10:00')).toEqual({ state: 'unknown' });
    expect(stateAt([workdays('9-12', { kind: 'phone' })], '2026-11-24T10:00')).toEqual({
      state: 'unknown',
    });
  });

  it('is by appointment when it sees people so, or at home', () => {
    expect(stateAt([workdays('9-18', { byAppointment: true })], '2026-11-22T10:00')).toEqual({
      state: 'by_appointment',
    });
    expect(stateAt([workdays('8-20', { kind: 'home_visit' })], '2026-11-24T10:00')).toEqual({
      state: 'by_appointment',
    });
  });

  it('is by appointment outside its open hours while appointments are given', () => {
    const hours = [
      workdays('8:30-10', { kind: 'walk_in' }),
      workdays('10-18', { byAppointment: true }),
    ];
    expect(stateAt(hours, '2026-11-24T09:00')).toEqual({ state: 'open', untilMinute: 600 });
    expect(stateAt(hours, '2026-11-24T15:00')).toEqual({ state: 'by_appointment' });
    expect(stateAt(hours, '2026-11-24T19:00')).toMatchObject({
      state: 'closed',
      nextDate: '2026-11-25',
    });
  });
});

describe('any hours', () => {
  const anyDay = fc.constantFrom('', '9-12', '9-12 14-18', '0-24', '20-24', '0-6 8-9');
  it('are open at the announced opening, and no sooner', () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 200 * 1440 }),
        (days, minutes) => {
          const hours = [block(days)];
          const now = addMinutes({ date: '2026-01-01', minute: 0 }, minutes);
          const state = openingStateAt(hours, now);
          if (state.state !== 'closed' || state.nextDate === null || state.nextMinute === null)
            return;
          const next = { date: state.nextDate, minute: state.nextMinute };
          expect(openingStateAt(hours, next).state).toBe('open');
          const before = addMinutes(next, -1);
          expect(openingStateAt(hours, before)).toEqual(state);
        },
      ),
    );
  });
});
