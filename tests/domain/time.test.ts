import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  compareMoments,
  dateOf,
  dayNumber,
  daysBetween,
  isDate,
  minutesBetween,
  momentAt,
  parseDate,
  parseMinute,
  parseMoment,
  toInstant,
  toMoment,
  weekdayOf,
} from '#domain/time.ts';

const parisClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});
const clockText = (epochMs: number) => {
  const { date, minute } = toMoment(epochMs);
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${date} ${hours}:${String(minute % 60).padStart(2, '0')}`;
};
const minuteOfYears1997To2099 = fc
  .integer({ min: Date.UTC(1997, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000);

describe('civil days', () => {
  it('agree with the calendar of the platform on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 400_000 }), (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOf(day)).toBe(text);
        expect(dayNumber(text)).toBe(day);
        expect(weekdayOf(text) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });

  it('count across a leap day and backwards', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(daysBetween('2026-12-31', '2026-11-24')).toBe(-37);
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('2026-11-22')).toBe(7);
  });
});

describe('Paris time', () => {
  it('is the clock of Europe/Paris at any instant', () => {
    fc.assert(
      fc.property(minuteOfYears1997To2099, (epochMs) => {
        expect(clockText(epochMs)).toBe(parisClock.format(epochMs));
      }),
      { numRuns: 400 },
    );
  });

  it('comes back to the same local moment from its instant, the skipped hour aside', () => {
    fc.assert(
      fc.property(minuteOfYears1997To2099, (epochMs) => {
        const moment = toMoment(epochMs);
        expect(toMoment(toInstant(moment))).toEqual(moment);
        expect(toInstant(moment)).toBeLessThanOrEqual(epochMs);
      }),
    );
  });

  it('changes at 01:00 UTC to the minute', () => {
    expect(clockText(Date.UTC(2026, 2, 29, 0, 59))).toBe('2026-03-29 01:59');
    expect(clockText(Date.UTC(2026, 2, 29, 1, 0))).toBe('2026-03-29 03:00');
    expect(clockText(Date.UTC(2026, 9, 25, 0, 59))).toBe('2026-10-25 02:59');
    expect(clockText(Date.UTC(2026, 9, 25, 1, 0))).toBe('2026-10-25 02:00');
  });

  it('moves the skipped hour of March one hour later', () => {
    const skipped = toInstant({ date: '2026-03-29', minute: 150 });
    expect(new Date(skipped).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(toMoment(skipped)).toEqual({ date: '2026-03-29', minute: 210 });
  });

  it('takes the first of the two hours of October', () => {
    const twice = toInstant({ date: '2026-10-25', minute: 150 });
    expect(new Date(twice).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(toMoment(twice + 3_600_000)).toEqual({ date: '2026-10-25', minute: 150 });
    expect(new Date(toInstant({ date: '2026-10-25', minute: 180 })).toISOString()).toBe(
      '2026-10-25T02:00:00.000Z',
    );
  });

  it('gives 23 hours to the last Sunday of March and 25 to that of October', () => {
    const hoursOf = (date: string) =>
      minutesBetween({ date, minute: 0 }, { date: addDays(date, 1), minute: 0 }) / 60;
    expect([hoursOf('2026-03-29'), hoursOf('2026-10-25'), hoursOf('2026-11-24')]).toEqual([
      23, 25, 24,
    ]);
  });
});

describe('moments', () => {
  it('count 48 elapsed hours across the change of March', () => {
    expect(addMinutes({ date: '2026-03-30', minute: 540 }, -2880)).toEqual({
      date: '2026-03-28',
      minute: 480,
    });
  });

  it('roll clock minutes over midnight both ways', () => {
    expect(momentAt('2026-11-24', 1500)).toEqual({ date: '2026-11-25', minute: 60 });
    expect(momentAt('2026-11-24', -1)).toEqual({ date: '2026-11-23', minute: 1439 });
    expect(momentAt('2026-11-24', 0)).toEqual({ date: '2026-11-24', minute: 0 });
  });

  it('are ordered by day, then by minute', () => {
    const noon = { date: '2026-11-24', minute: 720 };
    expect(compareMoments(noon, { date: '2026-11-25', minute: 0 })).toBeLessThan(0);
    expect(compareMoments(noon, { date: '2026-11-24', minute: 719 })).toBeGreaterThan(0);
    expect(compareMoments(noon, { ...noon })).toBe(0);
  });
});

describe('reading text', () => {
  it('accepts a day that exists and names the field of one that does not', () => {
    expect(parseDate('2028-02-29')).toBe('2028-02-29');
    expect(isDate('2027-02-29')).toBe(false);
    for (const text of ['2026-13-01', '2026-00-10', '24/11/2026', '2026-11-24T10:00', '']) {
      expect(() => parseDate(text, 'jour')).toThrowError(/^jour: expected a day that exists/);
    }
  });

  it('reads minutes and moments and refuses 24:00', () => {
    expect(parseMinute('00:00')).toBe(0);
    expect(parseMinute('23:59')).toBe(1439);
    expect(() => parseMinute('24:00', 'heure')).toThrowError(/^heure: expected a time of day/);
    expect(parseMoment('2026-11-24T10:30')).toEqual({ date: '2026-11-24', minute: 630 });
    expect(() => parseMoment('2026-11-24 10:30')).toThrowError(/YYYY-MM-DDTHH:MM/);
    expect(() => parseMoment('2026-11-24T10:30T')).toThrowError(/YYYY-MM-DDTHH:MM/);
  });

  it('keeps the fault for the problem answer, shortened', () => {
    try {
      parseDate('x'.repeat(200), 'jour');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'bad_request',
        details: [{ field: 'jour', received: `${'x'.repeat(40)}…` }],
      });
    }
  });
});
