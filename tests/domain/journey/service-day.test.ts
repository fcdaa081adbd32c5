import { describe, expect, test } from 'vitest';
import { serviceDayShift, serviceSecondsOf, wallMoment } from '#domain/journey/service-day.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { at, baseFiles, between, type Files, viewOf } from './tiny-feed.ts';

// Summer time begins on Sunday 29 March 2026 at 02:00 and ends on Sunday 25 October 2026 at 03:00.
const SPRING = '2026-03-29';
const AUTUMN = '2026-10-25';

describe('the service day', () => {
  test('reads as the clock does, on the days it changes too', () => {
    for (const date of ['2026-05-12', SPRING, AUTUMN]) {
      expect(wallMoment(date, at('10:00'))).toEqual({ date, minute: 600 });
      expect(serviceSecondsOf(date, { date, minute: 600 })).toBe(at('10:00'));
    }
  });

  test('begins an hour off midnight on the days the clock changes', () => {
    expect(wallMoment(SPRING, 0)).toEqual({ date: '2026-03-28', minute: 1380 });
    expect(wallMoment(AUTUMN, 0)).toEqual({ date: AUTUMN, minute: 60 });
  });

  test('lasts 23 or 25 hours when its noon and the next are that far apart', () => {
    expect(serviceDayShift('2026-05-12', 1)).toBe(86_400);
    expect(serviceDayShift(SPRING, -1)).toBe(-82_800);
    expect(serviceDayShift(SPRING, 1)).toBe(86_400);
    expect(serviceDayShift(AUTUMN, -1)).toBe(-90_000);
  });
});

describe('a night trip over a change of the clock', () => {
  const nightly: Files = {
    ...baseFiles(),
    'calendar.txt': (baseFiles()['calendar.txt'] ?? '').replace('0,0,2026', '1,1,2026'),
    'stop_times.txt': [
      'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
      't1,25:00:00,25:00:00,S1,1',
      't1,29:00:00,29:00:00,S3,2',
    ].join('\n'),
  };

  // The trip of the evening before lasts four hours; the wall clock shows five, or three.
  test.each([
    [SPRING, '01:00', '06:00'],
    [AUTUMN, '01:00', '04:00'],
    ['2026-05-12', '01:00', '05:00'],
  ])('on %s leaves at %s and arrives at %s by the clock', (date, departs, arrives) => {
    const view = viewOf(nightly, date);
    const start = serviceSecondsOf(date, { date, minute: 30 });
    const [journey] = journeysDepartAfter(view, between(view, 'S1', 'S3'), start);
    const minuteOf = (seconds = 0) => wallMoment(date, seconds).minute * 60;
    expect(minuteOf(journey?.departSeconds)).toBe(at(departs));
    expect(minuteOf(journey?.arriveSeconds)).toBe(at(arrives));
  });
});
