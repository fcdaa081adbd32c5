import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import { referenceDay } from '#domain/journey/reference-day.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { weekdayOf } from '#domain/time.ts';
import { at, baseFiles, between, type Files, timetableOf, trips } from './tiny-feed.ts';

/** Trip t1 on the dates listed, t2 on top of it on the others. */
function filesOn(dates: Record<string, string[]>): Files {
  const base = baseFiles();
  const services = Object.entries(dates).flatMap(([id, days]) =>
    days.map((day) => `${id},${day.replaceAll('-', '')},1`),
  );
  const calls = Object.keys(dates).flatMap((id) => [
    `${id},08:00:00,08:00:00,S1,1`,
    `${id},08:40:00,08:40:00,S3,2`,
  ]);
  const { 'calendar.txt': _, ...rest } = base;
  return {
    ...rest,
    'calendar_dates.txt': ['service_id,date,exception_type', ...services].join('\n'),
    'trips.txt': trips(...Object.keys(dates).map((id) => `R,${id},${id}`)),
    'stop_times.txt': ['trip_id,arrival_time,departure_time,stop_id,stop_sequence', ...calls].join(
      '\n',
    ),
  };
}

describe('referenceDay', () => {
  const tuesdays = ['2026-05-05', '2026-05-12', '2026-05-19', '2026-05-26'];

  test('a day the feed covers stands for itself, even when nothing runs', () => {
    const timetable = timetableOf(baseFiles());
    expect(referenceDay(timetable, '2026-05-12')).toEqual({ date: '2026-05-12', exact: true });
    expect(referenceDay(timetable, '2026-05-14')).toEqual({ date: '2026-05-14', exact: true });
  });

  test('otherwise the same weekday with the usual number of trips, the latest of them', () => {
    const timetable = timetableOf(
      filesOn({ a: tuesdays, b: ['2026-05-05', '2026-05-12', '2026-05-19'], c: ['2026-05-12'] }),
    );
    // 2, 3, 2 and 1 trips: two is usual, and 19 May is the last such Tuesday.
    expect(referenceDay(timetable, '2027-03-02')).toEqual({ date: '2026-05-19', exact: false });
    expect(referenceDay(timetable, '2025-03-04')).toEqual({ date: '2026-05-19', exact: false });
  });

  test('when no number of trips repeats, the median one', () => {
    const timetable = timetableOf(
      filesOn({ a: tuesdays.slice(0, 3), b: tuesdays.slice(0, 2), c: tuesdays.slice(0, 1) }),
    );
    expect(referenceDay(timetable, '2027-03-02')?.date).toBe('2026-05-12');
  });

  test('a public holiday is read as a Sunday, and never stands for another day', () => {
    const timetable = timetableOf({
      ...baseFiles(),
      'calendar_dates.txt': 'service_id,date,exception_type\n',
    });
    // 14 July 2027 is a Wednesday; 1 and 8 May 2026, Ascension and 25 May are holidays of that year.
    const holiday = referenceDay(timetable, '2027-07-14');
    expect(weekdayOf(holiday?.date ?? '')).toBe(7);
    const friday = referenceDay(timetable, '2027-04-30');
    expect(weekdayOf(friday?.date ?? '')).toBe(5);
    // 25 December 2026 is a Friday and the feed runs that day, but it is a holiday.
    expect(friday?.date).toBe('2026-12-18');
  });

  test('each feed has its own day, and the view says which', () => {
    const view = dayView(timetableOf(baseFiles(), 'car'), '2027-05-11');
    expect(view.feedDays).toMatchObject([
      { feedId: 'car', exact: false, validFrom: '2026-01-01', validTo: '2026-12-31' },
    ]);
    const query = between(view, 'S1', 'S3');
    expect(journeysDepartAfter(view, query, at('07:30'))[0]?.arriveSeconds).toBe(at('08:40'));
    const strict = dayView(view.timetable, '2027-05-11', { referenceDays: false });
    expect(strict.feedDays).toEqual([]);
    expect(journeysDepartAfter(strict, query, at('07:30'))).toEqual([]);
  });

  test('a feed where nothing ever runs has no day to show', () => {
    const files: Files = {
      ...baseFiles(),
      'calendar_dates.txt': 'service_id,date,exception_type\n',
    };
    const never = (files['calendar.txt'] ?? '').replace('W,1,1,1,1,1', 'W,0,0,0,0,0');
    const timetable = timetableOf({ ...files, 'calendar.txt': never });
    expect(referenceDay(timetable, '2026-05-12')).toBeNull();
  });
});
