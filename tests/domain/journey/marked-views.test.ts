// Does a search that shuts trips, lines and stops find what it would find if nobody boarded them?

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { markedViews } from '#domain/journey/marked-views.ts';
import { marksOn } from '#domain/journey/timetable-marks.ts';
import {
  journeysArriveBy,
  journeysDepartAfter,
  journeysInRange,
} from '#domain/journey/transit-search.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';
import { blockFeed, DATE, randomFeed, STOP_IDS } from './random-feed.ts';
import { stopOf } from './tiny-feed.ts';

type Hidden = { trips: readonly string[]; routes: readonly string[]; stops: readonly string[] };

const hidden: fc.Arbitrary<Hidden> = fc.record({
  trips: fc.subarray(['t0-0', 't0-1', 't1-0', 't2-0', 't3-1']),
  routes: fc.subarray(['R0', 'R1'], { maxLength: 1 }),
  stops: fc.subarray(STOP_IDS, { maxLength: 2 }),
});

function marksOf({ trips, routes, stops }: Hidden): LineMark[] {
  const all = [
    ...trips.map((id) => ['trip', id] as const),
    ...routes.map((id) => ['route', id] as const),
    ...stops.map((id) => ['stop', id] as const),
  ];
  return all.map(([target, targetId]) => ({
    id: `${target} ${targetId}`,
    feedId: 'f',
    target,
    targetId,
    kind: 'hidden',
    note: '',
    saidBy: 'MOSC',
    saidOn: DATE,
  }));
}

/** The same vehicles, that take nobody. */
function refusing(feed: GtfsFeed, { trips, routes, stops }: Hidden): GtfsFeed {
  const routeOf = new Map(feed.trips.map(({ id, routeId }) => [id, routeId]));
  const isShut = ({ tripId, stopId }: GtfsFeed['stopTimes'][number]) =>
    trips.includes(tripId) ||
    routes.includes(routeOf.get(tripId) ?? '') ||
    stops.includes(stopId ?? '');
  return {
    ...feed,
    stopTimes: feed.stopTimes.map((row) => (isShut(row) ? { ...row, pickup: 1, dropOff: 1 } : row)),
  };
}

function told(view: DayView, from: string, to: string) {
  const at = (id: string, tag: string) => [{ stop: stopOf(view.timetable, id), seconds: 0, tag }];
  const query = { sources: at(from, 'a'), targets: at(to, 'b') };
  const range = { fromSeconds: 6 * 3600, toSeconds: 20 * 3600 };
  return [
    journeysArriveBy(view, query, 15 * 3600),
    journeysDepartAfter(view, query, 9 * 3600),
    journeysInRange(view, query, range),
  ].map((journeys) =>
    journeys.map(({ rides, departSeconds, arriveSeconds }) => ({
      rides,
      departSeconds,
      arriveSeconds,
    })),
  );
}

const stop = fc.constantFrom(...STOP_IDS);

test.each([
  { name: 'random feeds', feeds: randomFeed, canShutTrips: true },
  // A vehicle that goes on as a trip nobody boards is another matter than one that takes nobody.
  { name: 'feeds whose vehicles go on', feeds: blockFeed, canShutTrips: false },
])('on $name, as if the marked vehicles took nobody', ({ feeds, canShutTrips }) => {
  let found = 0;
  fc.assert(
    fc.property(feeds, hidden, stop, stop, (feed, drawn, from, to) => {
      const shut = canShutTrips ? drawn : { ...drawn, trips: [], routes: [] };
      const timetable = buildTimetable([{ feedId: 'f', ...feed }]);
      const view = dayView(timetable, DATE);
      const marks = marksOn(timetable, marksOf(shut));
      const marked = markedViews(marks === null ? view : { ...view, marks }, {});
      expect(marked.sure).toBeNull();
      const plain = dayView(buildTimetable([{ feedId: 'f', ...refusing(feed, shut) }]), DATE);
      const answer = told(marked.open, from, to);
      expect(answer).toEqual(told(plain, from, to));
      found += Number(answer.flat().length > 0);
    }),
    { numRuns: 400, seed: 20 },
  );
  expect(found).toBeGreaterThan(20);
});

test('without a mark the day is the very same', () => {
  const timetable = buildTimetable([]);
  const view = dayView(timetable, DATE);
  expect(markedViews(view, {})).toEqual({ open: view, sure: null });
  expect(markedViews(view, {}).open).toBe(view);
});
