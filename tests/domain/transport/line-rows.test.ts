// Does the timetable of a line run on the days and at the hours that were written?

import { expect, test } from 'vitest';
import { lineRows } from '#domain/transport/line-rows.ts';
import type { LineTimetable } from '#domain/transport/offer-document.ts';
import { serviceCalendar } from './drawn.ts';

const stop = (id: string, lon: number) => ({
  id,
  name: id.toUpperCase(),
  insee: null,
  point: [lon, 45] as const as [number, number],
});
const TIMETABLE: LineTimetable = {
  stops: [stop('a', 0), stop('b', 0.1), stop('c', 0.2)],
  directions: [
    { headsign: 'C', stopIds: ['a', 'b', 'c'] },
    { headsign: 'A', stopIds: ['c', 'a'] },
  ],
  calendars: [
    { name: 'mardi', calendar: serviceCalendar({ weekdays: [2] }) },
    { name: 'classe', calendar: serviceCalendar({ weekdays: [1, 2, 3, 4, 5], school: 'term' }) },
  ],
  trips: [
    { id: 't1', direction: 0, calendar: 'mardi', minutes: [540, null, 570], note: null },
    {
      id: 't2',
      direction: 1,
      calendar: 'classe',
      minutes: [1500, 1530],
      booked: [false, true],
      note: 'Sur réservation à A',
    },
    { id: 't3', direction: 0, calendar: 'mardi', minutes: [null, 600, null], note: null },
  ],
};
const daysOf = (rows: ReturnType<typeof lineRows>, service: string) =>
  rows.days.filter(({ serviceId }) => serviceId === service).map(({ date }) => date);

test('a trip calls where it has an hour, in the seconds of its day; one call is no trip', () => {
  const { trips, calls } = lineRows(TIMETABLE, '2026-11-27', null);
  expect(trips.map(({ tripId, headsign, directionId }) => [tripId, headsign, directionId])).toEqual(
    [
      ['t1', 'C', 0],
      ['t2', 'A', 1],
    ],
  );
  expect(trips.map(({ shortName }) => shortName)).toEqual([null, 'Sur réservation à A']);
  expect(calls).toEqual([
    { tripId: 't1', stops: [0, 2], seconds: [32_400, 34_200], pickupTypes: null },
    { tripId: 't2', stops: [2, 0], seconds: [90_000, 91_800], pickupTypes: [0, 2] },
  ]);
});

test('a service runs on its days, holidays aside, as far as the school calendar is published', () => {
  const rows = lineRows(TIMETABLE, '2026-11-27', null);
  expect(daysOf(rows, 'mardi').slice(0, 3)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
  expect(daysOf(rows, 'classe')).toContain('2026-12-18');
  expect(daysOf(rows, 'classe')).not.toContain('2026-12-21');
  expect([rows.validFrom, rows.validTo]).toEqual(['2026-11-27', '2027-08-31']);
  const plain = { ...TIMETABLE, calendars: TIMETABLE.calendars.slice(0, 1) };
  expect(lineRows(plain, '2026-11-27', null).validTo).toBe('2027-11-27');
});

test('no trip runs during an interruption', () => {
  const suspension = { from: '2026-12-01', until: '2026-12-08', note: null };
  expect(daysOf(lineRows(TIMETABLE, '2026-11-27', suspension), 'mardi')[0]).toBe('2026-12-15');
  const forGood = { ...suspension, until: null };
  expect(lineRows(TIMETABLE, '2026-12-01', forGood).days).toEqual([]);
});
