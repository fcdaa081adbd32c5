// Is the person told of what is not known of the day and of the places they asked about?

import { describe, expect, test } from 'vitest';
import { noteDays, noteEnds } from '#api/features/journey/note-asked.ts';
import { createTimetableStore } from '#api/runtime/timetable-store.ts';
import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import { citySurgery, lineFeed, town, village } from '#tests/domain/plan/drawn-plan.ts';

/** The drawn line under another name, elsewhere, or of other days. */
function feed(
  feedId: string,
  name: string,
  [startsOn, endsOn]: [string, string],
  eastDegrees = 0,
): IdentifiedFeed {
  const line = lineFeed();
  return {
    ...line,
    feedId,
    agencies: line.agencies.map((agency) => ({ ...agency, name })),
    stops: line.stops.map((stop) => ({
      ...stop,
      point: stop.point && [stop.point[0] + eastDegrees, stop.point[1]],
    })),
    calendars: line.calendars.map((calendar) => ({ ...calendar, startsOn, endsOn })),
  };
}

async function known(feeds: readonly IdentifiedFeed[]) {
  const timetable = createTimetableStore({
    findVersion: async () => '1',
    loadFeeds: async () => feeds,
    onLoaded: () => undefined,
  });
  await timetable.reload();
  const communes = new Map([['sud', new Set(['16901', '16902'])]]);
  return { timetable, communesOfTerritory: () => communes };
}

const LONG: [string, string] = ['2025-01-01', '2027-12-31'];
const OVER: [string, string] = ['2025-01-01', '2025-06-30'];
const ENDS = [town, citySurgery];

describe('the days of the timetables', () => {
  test('of one feed that is over are told, though another feed lasts', async () => {
    const stores = await known([feed('long', 'Trains', LONG), feed('over', 'Cars', OVER)]);
    expect(noteDays(stores, '2026-03-10', '2026-03-10', ENDS)).toEqual([
      { code: 'feed_outside', name: 'Cars', validFrom: '2025-01-01', validTo: '2025-06-30' },
    ]);
    expect(noteDays(stores, '2025-03-10', '2025-03-10', ENDS)).toEqual([]);
  });

  test('of a feed that stops far from both ends say nothing', async () => {
    const stores = await known([feed('long', 'Trains', LONG), feed('over', 'Cars', OVER, 3)]);
    expect(noteDays(stores, '2026-03-10', '2026-03-10', ENDS)).toEqual([]);
  });

  test('are those of all feeds near when none knows the day', async () => {
    const stores = await known([feed('long', 'Trains', LONG), feed('over', 'Cars', OVER)]);
    const [remark, ...others] = noteDays(stores, '2029-03-10', '2029-03-10', ENDS);
    expect(others).toEqual([]);
    expect(remark).toEqual({
      code: 'date_outside_timetables',
      validFrom: '2025-01-01',
      validTo: '2027-12-31',
    });
  });

  test('are those of every feed for ends no feed is near', async () => {
    const stores = await known([feed('over', 'Cars', OVER)]);
    const far = { ...village, point: [5, 48] as const };
    expect(noteDays(stores, '2026-03-10', '2026-03-10', [far])).toMatchObject([
      { code: 'date_outside_timetables', validTo: '2025-06-30' },
    ]);
  });
});

describe('an end far from every road', () => {
  test('is told in a commune served as well as elsewhere', async () => {
    const stores = await known([]);
    const ends = { from: town, to: { ...citySurgery, insee: '99999' } };
    expect(noteEnds(stores, ends, ['home', 'care'])).toEqual([
      { code: 'off_road', end: 'home' },
      { code: 'nowhere_known', end: 'care' },
    ]);
    expect(noteEnds(stores, ends)).toEqual([{ code: 'outside_territory', end: 'care' }]);
    expect(noteEnds(stores, { from: null, to: town }, ['home', 'care'])).toEqual([
      { code: 'off_road', end: 'care' },
    ]);
  });
});
