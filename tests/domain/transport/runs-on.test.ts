import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFrenchHoliday } from '#domain/calendar.ts';
import { addDays, dateOf, weekdayOf } from '#domain/time.ts';
import { runningOn, runsOn } from '#domain/transport/runs-on.ts';
import { serviceCalendar } from '#tests/domain/transport/drawn.ts';

describe('a service calendar', () => {
  it('runs on its weekdays, and not on a holiday when closed then', () => {
    const calendar = serviceCalendar();
    expect(runsOn(calendar, '2026-11-24')).toBe(true);
    expect(runsOn(calendar, '2026-11-22')).toBe(false);
    expect(runsOn(calendar, '2026-11-11')).toBe(false);
    expect(runsOn({ ...calendar, holidays: 'runs' }, '2026-11-11')).toBe(true);
  });

  it('runs a holiday as a Sunday when it says so', () => {
    const sundays = serviceCalendar({ weekdays: [7], holidays: 'as_sunday' });
    expect(runsOn(sundays, '2026-11-11')).toBe(true);
    const wednesdays = serviceCalendar({ weekdays: [3], holidays: 'as_sunday' });
    expect(runsOn(wednesdays, '2026-11-11')).toBe(false);
    expect(runsOn(wednesdays, '2026-11-18')).toBe(true);
  });

  it('knows the first Tuesday of the month, and the last', () => {
    const first = serviceCalendar({ weekdays: [2], nthOfMonth: [1] });
    const last = serviceCalendar({ weekdays: [2], nthOfMonth: [-1] });
    const days = (calendar: typeof first, from: string, count: number) =>
      Array.from({ length: count }, (_, index) => addDays(from, index)).filter((date) =>
        runsOn(calendar, date),
      );
    expect(days(first, '2026-11-01', 61)).toEqual(['2026-11-03', '2026-12-01']);
    expect(days(last, '2026-11-01', 61)).toEqual(['2026-11-24', '2026-12-29']);
    expect(days(last, '2028-02-01', 29)).toEqual(['2028-02-29']);
  });

  it('runs in term or in vacation, by zone', () => {
    const term = serviceCalendar({ school: 'term' });
    const vacation = serviceCalendar({ school: 'vacation' });
    expect(runsOn(term, '2027-02-16', 'A')).toBe(false);
    expect(runsOn(term, '2027-02-24', 'C')).toBe(true);
    expect(runsOn(vacation, '2027-02-16', 'A')).toBe(true);
    expect(runsOn(vacation, '2027-03-02', 'A')).toBe(false);
  });

  it('is unknown, so still proposed, when the school calendar is not published', () => {
    const term = serviceCalendar({ school: 'term' });
    expect(runningOn(term, '2028-03-07')).toBe('unknown');
    expect(runsOn(term, '2028-03-07')).toBe(true);
    expect(runningOn(term, '2028-03-05')).toBe('no');
  });

  it('stops outside its validity, exceptions aside', () => {
    const calendar = serviceCalendar({
      startsOn: '2026-09-01',
      endsOn: '2026-12-18',
      exceptions: [
        { date: '2026-12-19', runs: true, label: 'marché de Noël' },
        { date: '2026-11-24', runs: false, label: 'inventaire' },
      ],
    });
    expect(runsOn(calendar, '2026-08-31')).toBe(false);
    expect(runsOn(calendar, '2026-09-01')).toBe(true);
    expect(runsOn(calendar, '2026-12-21')).toBe(false);
    expect(runsOn(calendar, '2026-12-19')).toBe(true);
    expect(runsOn(calendar, '2026-11-24')).toBe(false);
  });

  it('finds each weekday of a month at one rank from each end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 30_000 }), (day) => {
        const date = dateOf(day);
        fc.pre(!isFrenchHoliday(date));
        const ranksHit = (ranks: number[]) =>
          ranks.filter((rank) =>
            runsOn(serviceCalendar({ weekdays: [weekdayOf(date)], nthOfMonth: [rank] }), date),
          );
        expect(ranksHit([1, 2, 3, 4, 5])).toHaveLength(1);
        expect(ranksHit([-1, -2, -3, -4, -5])).toHaveLength(1);
        const sameMonth = (offset: number) =>
          addDays(date, offset).slice(0, 7) === date.slice(0, 7);
        expect(ranksHit([1]).length === 1).toBe(!sameMonth(-7));
        expect(ranksHit([-1]).length === 1).toBe(!sameMonth(7));
      }),
    );
  });
});
