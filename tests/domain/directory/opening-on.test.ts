import { describe, expect, test } from 'vitest';
import type { HoursBlock, Notice } from '#domain/directory/directory.ts';
import { mayReceiveAt, openingOn } from '#domain/directory/opening-on.ts';

const MORNING = { from: 540, to: 720 };
const AFTERNOON = { from: 840, to: 1080 };
const WEEKDAYS = [...Array.from({ length: 5 }, () => [MORNING, AFTERNOON]), [MORNING], []];
const NEVER = Array.from({ length: 7 }, () => []);
const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const SUNDAY = '2026-11-29';

const block = (changes: Partial<HoursBlock> = {}): HoursBlock => ({
  kind: 'public',
  week: WEEKDAYS,
  closedOnHolidays: true,
  byAppointment: true,
  note: null,
  ...changes,
});

describe('an appointment at a place', () => {
  test('is asked for within its known hours only, the minute it closes not being one', () => {
    const friday = openingOn([block()], FRIDAY);
    expect(friday).toEqual({ state: 'open', stretches: [MORNING, AFTERNOON] });
    const asked = [0, 539, 540, 719, 720, 839, 840, 1079, 1080];
    expect(asked.filter((minute) => mayReceiveAt(friday, minute, null))).toEqual([
      540, 719, 840, 1079,
    ]);
    expect(mayReceiveAt(openingOn([block()], SATURDAY), 900, null)).toBe(false);
  });

  test('is never asked for on a day it is known to be closed', () => {
    const sunday = openingOn([block()], SUNDAY);
    expect(sunday).toEqual({ state: 'closed', stretches: [] });
    expect(mayReceiveAt(sunday, 600, null)).toBe(false);
    expect(openingOn([block()], '2026-12-25').state).toBe('closed');
    expect(openingOn([block({ closedOnHolidays: false })], '2026-12-25').state).toBe('open');
  });

  test('may be asked for at any hour when hours are not known, or some are to be agreed', () => {
    const unknown = [
      openingOn([], SUNDAY),
      openingOn([block({ kind: 'phone' }), block({ kind: 'home_visit' })], SUNDAY),
      openingOn([block({ week: NEVER })], SUNDAY),
      openingOn([block({ kind: 'walk_in' }), block({ week: NEVER })], SUNDAY),
    ];
    expect(unknown.map(({ state }) => state)).toEqual(Array(4).fill('unknown'));
    expect(unknown.every((day) => mayReceiveAt(day, 600, 60))).toBe(true);
  });

  test('ends before the place closes, unless it is longer than the place is ever open', () => {
    const friday = openingOn([block()], FRIDAY);
    const may = (minute: number, duration: number) => mayReceiveAt(friday, minute, duration);
    // Until noon, then until 18:00.
    expect([may(660, 60), may(661, 60), may(1020, 60), may(1050, 60)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([may(600, 600), may(780, 600)], 'a stay of ten hours').toEqual([true, false]);
    const night = { state: 'open' as const, stretches: [{ from: 0, to: 1440 }] };
    expect(mayReceiveAt(night, 1410, 120), 'goes on after midnight').toBe(true);
  });

  test('counts free hours and booked ones together', () => {
    const walkIn = block({ kind: 'walk_in', week: [...NEVER.slice(0, 6), [MORNING]] });
    expect(openingOn([block(), walkIn], SUNDAY)).toEqual({ state: 'open', stretches: [MORNING] });
  });

  test('is not asked for while a notice says it is closed, even with hours that are not known', () => {
    const notice: Notice = {
      kind: 'closure',
      text: 'Congés',
      startsOn: FRIDAY,
      endsOn: SATURDAY,
    };
    expect(openingOn([block()], FRIDAY, [notice]).state).toBe('closed');
    expect(openingOn([], SATURDAY, [notice]).state).toBe('closed');
    expect(openingOn([], SUNDAY, [notice]).state).toBe('unknown');
    expect(openingOn([], FRIDAY, [{ ...notice, kind: 'message' }]).state).toBe('unknown');
  });
});
