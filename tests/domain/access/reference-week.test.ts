import { describe, expect, test } from 'vitest';
import { referenceWeek, type ServiceDays } from '#domain/access/reference-week.ts';
import { dayNumber, weekdayOf } from '#domain/time.ts';

type Drawn = { id: string; from: string; to: string; runs: number; only?: [string, string] };

/** Feeds that run every day of their validity, or of the days `only`. */
function timetable(...feeds: Drawn[]): ServiceDays {
  return {
    feeds: feeds.map(({ id, from, to }) => ({ id, validity: { from, to } })),
    services: feeds.map(({ from, to, only = [from, to] }) => ({
      periods: [
        {
          weekdays: Array.from({ length: 7 }, () => true),
          firstDay: dayNumber(only[0]),
          lastDay: dayNumber(only[1]),
        },
      ],
      exceptions: new Map(),
    })),
    serviceFeeds: Int32Array.from(feeds.keys()),
    serviceRuns: Int32Array.from(feeds, ({ runs }) => runs),
  };
}

const TODAY = '2026-11-27';
const weekOf = (of: ServiceDays | null, today = TODAY, around = ['a', 'b']) =>
  referenceWeek(of, new Set(around), today, 'A');

describe('the week of reference', () => {
  test('is the coming one when the timetables cover it', () => {
    const found = weekOf(timetable({ id: 'a', from: '2026-09-01', to: '2027-06-30', runs: 9 }));
    expect(found).toEqual({ state: 'found', monday: '2026-11-30', feedIds: ['a'] });
    expect(weekdayOf('2026-11-30')).toBe(1);
  });

  test('is the last whole one of timetables that ended, holidays aside', () => {
    const found = weekOf(timetable({ id: 'a', from: '2025-01-22', to: '2025-04-22', runs: 9 }));
    // The week of Monday 21 is cut by the end and holds Easter Monday.
    expect(found).toMatchObject({ state: 'found', monday: '2025-04-14' });
  });

  test('has no public holiday and lies outside the school vacations that are known', () => {
    const year = timetable({ id: 'a', from: '2026-09-01', to: '2027-06-30', runs: 9 });
    // Christmas vacation from 19 December to 3 January, then New Year’s Day.
    expect(weekOf(year, '2026-12-18')).toMatchObject({ monday: '2026-12-07' });
    // 11 November is a Wednesday.
    expect(weekOf(year, '2026-11-10')).toMatchObject({ monday: '2026-11-16' });
  });

  test('is one that most timetables cover', () => {
    const found = weekOf(
      timetable(
        { id: 'a', from: '2026-09-01', to: '2027-06-30', runs: 9 },
        { id: 'b', from: '2027-01-04', to: '2027-02-07', runs: 1 },
      ),
    );
    expect(found).toEqual({ state: 'found', monday: '2027-01-04', feedIds: ['a', 'b'] });
  });

  test('has the usual number of runs: weeks of works are passed over', () => {
    const found = weekOf(
      timetable(
        { id: 'a', from: '2026-11-02', to: '2026-12-18', runs: 5 },
        // Four more a day, except from 30 November.
        {
          id: 'a',
          from: '2026-11-02',
          to: '2026-12-18',
          runs: 4,
          only: ['2026-11-02', '2026-11-29'],
        },
      ),
    );
    expect(found).toMatchObject({ state: 'found', monday: '2026-11-23' });
  });

  test('does not exist without a timetable, or when those there are call elsewhere', () => {
    expect(weekOf(null)).toEqual({ state: 'no_timetable' });
    const elsewhere = timetable({ id: 'z', from: '2026-09-01', to: '2027-06-30', runs: 9 });
    expect(weekOf(elsewhere)).toEqual({ state: 'no_timetable' });
  });

  test('does not exist when nothing runs in any whole week', () => {
    const idle = timetable({ id: 'a', from: '2026-09-01', to: '2027-06-30', runs: 0 });
    expect(weekOf(idle)).toEqual({ state: 'no_service' });
    const short = timetable({ id: 'a', from: '2026-11-24', to: '2026-11-29', runs: 3 });
    expect(weekOf(short)).toEqual({ state: 'no_service' });
  });
});
