import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDaysBefore,
  easterSunday,
  holidayName,
  holidaysOfYear,
  isBusinessDay,
  isFrenchHoliday,
  SCHOOL_CALENDAR,
  SCHOOL_YEARS,
  schoolVacation,
  schoolZoneOf,
} from '#domain/calendar.ts';
import { addDays, dateOf, weekdayOf } from '#domain/time.ts';

describe('public holidays', () => {
  it('are the eleven of 2026, in order', () => {
    expect(holidaysOfYear(2026).map(({ date }) => date.slice(5))).toEqual([
      '01-01',
      '04-06',
      '05-01',
      '05-08',
      '05-14',
      '05-25',
      '07-14',
      '08-15',
      '11-01',
      '11-11',
      '12-25',
    ]);
  });

  it('have their French and English names', () => {
    expect(holidayName('2026-05-25')).toBe('lundi de Pentecôte');
    expect(holidayName('2026-05-14', 'en')).toBe('Ascension Day');
    expect(holidayName('2026-05-26')).toBeNull();
  });

  it('put Easter where published tables put it, on a Sunday between 22 March and 25 April', () => {
    const published = [
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2027-03-28',
      '2038-04-25',
    ];
    for (const date of published) expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });

  it('are one day when two fall together: 1 May 2008 is both Labour Day and Ascension', () => {
    expect(holidaysOfYear(2008)).toHaveLength(10);
  });
});

describe('school vacations', () => {
  it('start and stop on the published days of the zone', () => {
    expect(schoolVacation('2027-02-12', 'A')).toBeNull();
    expect(schoolVacation('2027-02-13', 'A')).toBe('winter');
    expect(schoolVacation('2027-02-28', 'A')).toBe('winter');
    expect(schoolVacation('2027-03-01', 'A')).toBeNull();
    expect(schoolVacation('2027-02-13', 'C')).toBe('winter');
    expect(schoolVacation('2027-02-24', 'C')).toBeNull();
    expect(schoolVacation('2026-12-24', 'B')).toBe('christmas');
  });

  it('are unknown, which is not term, outside the published years', () => {
    expect(schoolVacation('2027-09-01', 'A')).toBeUndefined();
    expect(schoolVacation('2025-07-04', 'A')).toBeUndefined();
    expect(schoolVacation(SCHOOL_CALENDAR.from, 'A')).toBe('summer');
    expect(schoolVacation(SCHOOL_CALENDAR.to, 'C')).toBe('summer');
  });

  it('resume on a weekday and last at least sixteen days, the Ascension bridge aside', () => {
    for (const zone of ['A', 'B', 'C'] as const) {
      let length = 0;
      let name: string | null | undefined = null;
      for (let date: string = SCHOOL_CALENDAR.from; date <= SCHOOL_CALENDAR.to; ) {
        const today = schoolVacation(date, zone);
        if (today !== name) {
          if (name !== null) {
            expect(weekdayOf(date)).toBeLessThanOrEqual(5);
            expect(length).toBeGreaterThanOrEqual(name === 'ascension' ? 4 : 16);
          }
          length = 0;
          name = today;
        }
        length += 1;
        date = addDays(date, 1);
      }
    }
  });

  it('are dated facts: each year known has its source, its day of reading and no gap before it', () => {
    expect(SCHOOL_YEARS[0]?.from).toBe(SCHOOL_CALENDAR.from);
    expect(SCHOOL_YEARS.at(-1)?.to).toBe(SCHOOL_CALENDAR.to);
    for (const [index, year] of SCHOOL_YEARS.entries()) {
      const next = SCHOOL_YEARS[index + 1];
      if (next !== undefined) expect(addDays(year.to, 1)).toBe(next.from);
      expect(year.source).not.toBe('');
      expect(year.readOn > '2026').toBe(true);
    }
  });

  it('start a week apart in the three zones, in winter and in spring of each year', () => {
    const start = (zone: 'A' | 'B' | 'C', name: string, from: string) => {
      let date = from;
      while (schoolVacation(date, zone) !== name) date = addDays(date, 1);
      return date;
    };
    for (const year of ['2026', '2027']) {
      for (const name of ['winter', 'spring']) {
        const starts = (['A', 'B', 'C'] as const)
          .map((zone) => start(zone, name, `${year}-01-10`))
          .toSorted();
        expect(starts.map(weekdayOf)).toEqual([6, 6, 6]);
        expect([addDays(starts[0] ?? '', 7), addDays(starts[0] ?? '', 14)]).toEqual(
          starts.slice(1),
        );
      }
    }
  });

  it('give each territory its zone', () => {
    expect(['16', '17', '34', '44', '75', '2A', '974'].map(schoolZoneOf)).toEqual([
      'A',
      'A',
      'C',
      'B',
      'C',
      null,
      null,
    ]);
  });

  it('share the 94 mainland départements between 32, 41 and 21', () => {
    const zones = Array.from({ length: 95 }, (_, index) =>
      schoolZoneOf(String(index + 1).padStart(2, '0')),
    );
    const count = (zone: string | null) => zones.filter((each) => each === zone).length;
    expect([count('A'), count('B'), count('C'), count(null)]).toEqual([32, 41, 21, 1]);
  });
});

describe('business days', () => {
  it('skip weekends and holidays backwards', () => {
    expect(businessDaysBefore('2026-05-26', 2)).toBe('2026-05-21');
    expect(businessDaysBefore('2026-05-15', 1)).toBe('2026-05-13');
    expect(businessDaysBefore('2026-11-24', 0)).toBe('2026-11-24');
  });

  it('land on a business day, with exactly the asked count from there on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_000, max: 40_000 }),
        fc.integer({ min: 1, max: 15 }),
        (day, count) => {
          const date = dateOf(day);
          const before = businessDaysBefore(date, count);
          expect(isBusinessDay(before)).toBe(true);
          let seen = 0;
          for (let each = before; each < date; each = addDays(each, 1)) {
            if (weekdayOf(each) < 6 && !isFrenchHoliday(each)) seen += 1;
          }
          expect(seen).toBe(count);
        },
      ),
    );
  });
});
