import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import {
  journeysArriveBy,
  journeysDepartAfter,
  journeysInRange,
  latestDepartures,
} from '#domain/journey/transit-search.ts';
import { earliest, type Plain, plainDay } from './brute-force.ts';
import { crowdedFeed } from './crowded-feed.ts';
import { blockFeed, DATE, randomFeed, ruledFeed, STOP_IDS } from './random-feed.ts';
import { stopOf } from './tiny-feed.ts';
import { expectConsistent } from './walk-again.ts';

const MAX_RIDES = 3;
const CHANGE = 60;
const SPAN = 12 * 3600;

const stopId = fc.constantFrom(...STOP_IDS);
const second = fc.integer({ min: 5 * 3600, max: 26 * 3600 });

function open(feed: GtfsFeed): { view: DayView; plain: Plain } {
  const view = dayView(buildTimetable([{ feedId: 'f', ...feed }]), DATE);
  return { view, plain: plainDay(feed, DATE) };
}

function query(view: DayView, from: string, to: string, accessSeconds = 0, egressSeconds = 0) {
  return {
    sources: [{ stop: stopOf(view.timetable, from), seconds: accessSeconds, tag: 'a' }],
    targets: [{ stop: stopOf(view.timetable, to), seconds: egressSeconds, tag: 'b' }],
    maxRides: MAX_RIDES,
    changeSeconds: CHANGE,
    spanSeconds: SPAN,
  };
}

/** Two stops one cannot simply walk between: rides no quicker than that walk are left out. */
function farApart(plain: Plain, from: string, to: string): boolean {
  return from !== to && !plain.walks.some((walk) => walk.from === from && walk.to === to);
}

/** Arrivals by number of rides, best first reached, as the brute force sees them. */
function expectedArrivals(plain: Plain, from: string, to: string, depart: number) {
  const answers: { rides: number; seconds: number }[] = [];
  let best = depart + SPAN + 1;
  for (const [index, seconds] of earliest(plain, from, to, depart, MAX_RIDES, CHANGE).entries()) {
    if (seconds < best) answers.push({ rides: index + 1, seconds });
    best = Math.min(best, seconds);
  }
  return answers;
}

const MINUTE_MS = 60_000;

/** `share` of the runs: the brute force takes longer where each trip has its own time to change. */
const FEEDS = [
  { name: 'random feeds', feeds: randomFeed, share: 1 },
  { name: 'feeds with rules for lines and trips', feeds: ruledFeed, share: 0.5 },
  { name: 'feeds with blocks of trips', feeds: blockFeed, share: 0.5 },
  { name: 'feeds with rules for many trips of one stop', feeds: crowdedFeed, share: 0.06 },
];

describe.each(FEEDS)(
  'against the brute force, on $name',
  { timeout: MINUTE_MS },
  ({ feeds, share }) => {
    test('leaving after a time arrives as early, with each number of rides', () => {
      fc.assert(
        fc.property(feeds, stopId, stopId, second, (feed, from, to, depart) => {
          const { view, plain } = open(feed);
          fc.pre(farApart(plain, from, to));
          const found = journeysDepartAfter(view, query(view, from, to), depart);
          const arrivals = found.map(({ rides, arriveSeconds }) => ({
            rides,
            seconds: arriveSeconds,
          }));
          expect(arrivals).toEqual(expectedArrivals(plain, from, to, depart));
          for (const journey of found) expectConsistent(journey, plain, CHANGE);
        }),
        { numRuns: 1500 * share },
      );
    });

    test('arriving by a time leaves as late as any departure allows', () => {
      fc.assert(
        fc.property(feeds, stopId, stopId, second, (feed, from, to, arrive) => {
          const { view, plain } = open(feed);
          fc.pre(farApart(plain, from, to));
          const found = journeysArriveBy(view, query(view, from, to), arrive);
          const departures = new Set<number>();
          for (const { calls } of plain.runs) {
            for (const { stop, depart } of calls) {
              if (stop === from) departures.add(depart);
              const walk = plain.walks.find((one) => one.from === from && one.to === stop);
              if (walk) departures.add(depart - walk.seconds);
            }
          }
          let latest = Number.NEGATIVE_INFINITY;
          for (const depart of departures) {
            const seconds = earliest(plain, from, to, depart, MAX_RIDES, CHANGE).at(-1) ?? 0;
            if (seconds <= arrive && depart >= arrive - SPAN) latest = Math.max(latest, depart);
          }
          expect(found.at(-1)?.departSeconds ?? Number.NEGATIVE_INFINITY).toBe(latest);
          for (const journey of found) {
            expect(journey.arriveSeconds).toBeLessThanOrEqual(arrive);
            expectConsistent(journey, plain, CHANGE);
          }
        }),
        { numRuns: 800 * share },
      );
    });

    test('a range holds every journey some departure would choose, and no other', () => {
      fc.assert(
        fc.property(feeds, stopId, stopId, second, (feed, from, to, fromSeconds) => {
          const { view, plain } = open(feed);
          fc.pre(farApart(plain, from, to));
          const toSeconds = fromSeconds + 4 * 3600;
          const found = journeysInRange(view, query(view, from, to), { fromSeconds, toSeconds });
          for (const journey of found) {
            expect(journey.departSeconds).toBeGreaterThanOrEqual(fromSeconds);
            expect(journey.departSeconds).toBeLessThanOrEqual(toSeconds);
            expectConsistent(journey, plain, CHANGE);
          }
          for (let depart = fromSeconds; depart <= toSeconds; depart += 1200) {
            const [direct] = expectedArrivals(plain, from, to, depart).slice(-1);
            const reached = found.filter((one) => one.departSeconds >= depart);
            const best = Math.min(...reached.map((one) => one.arriveSeconds));
            const [single] = journeysDepartAfter(view, query(view, from, to), depart).slice(-1);
            if (single && single.departSeconds <= toSeconds) expect(best).toBe(direct?.seconds);
          }
        }),
        { numRuns: 400 * share },
      );
    });
  },
);

describe.each(FEEDS)('on $name', { timeout: MINUTE_MS }, ({ feeds, share }) => {
  test('leaving earlier never arrives later', () => {
    fc.assert(
      fc.property(feeds, stopId, stopId, second, fc.nat(7200), (feed, from, to, depart, gap) => {
        const { view, plain } = open(feed);
        fc.pre(farApart(plain, from, to));
        const ask = { ...query(view, from, to), spanSeconds: 4 * SPAN };
        const late = journeysDepartAfter(view, ask, depart).at(-1);
        const early = journeysDepartAfter(view, ask, depart - gap).at(-1);
        if (late) expect(early?.arriveSeconds).toBeLessThanOrEqual(late.arriveSeconds);
      }),
      { numRuns: 500 * share },
    );
  });

  test('asked to arrive when the earliest journey arrives, one leaves no earlier than it', () => {
    fc.assert(
      fc.property(
        feeds,
        stopId,
        stopId,
        second,
        fc.nat(900),
        fc.nat(900),
        (feed, from, to, depart, access, egress) => {
          const { view, plain } = open(feed);
          fc.pre(farApart(plain, from, to));
          const ask = query(view, from, to, access, egress);
          for (const journey of journeysDepartAfter(view, ask, depart)) {
            const back = journeysArriveBy(
              view,
              { ...ask, maxRides: journey.rides },
              journey.arriveSeconds,
            );
            const last = back.at(-1);
            expect(last?.departSeconds).toBe(journey.departSeconds);
            expect(last?.arriveSeconds).toBe(journey.arriveSeconds);
          }
        },
      ),
      { numRuns: 500 * share },
    );
  });

  test('the latest second at a stop is when its own journey would leave', () => {
    fc.assert(
      fc.property(feeds, stopId, stopId, second, (feed, from, to, arrive) => {
        const { view, plain } = open(feed);
        fc.pre(farApart(plain, from, to));
        const ask = query(view, from, to);
        const found = journeysArriveBy(view, ask, arrive).at(-1);
        const latest = latestDepartures(view, ask, arrive)[stopOf(view.timetable, from)];
        expect(latest).toBe(found?.departSeconds ?? Number.NEGATIVE_INFINITY);
      }),
      { numRuns: 400 * share },
    );
  });

  test('no ride is offered that takes as long as walking between the two stops', () => {
    fc.assert(
      fc.property(feeds, stopId, stopId, second, (feed, from, to, fromSeconds) => {
        const { view, plain } = open(feed);
        const walk = plain.walks.find((one) => one.from === from && one.to === to);
        fc.pre(walk !== undefined || from === to);
        const ask = query(view, from, to);
        const found = [
          ...journeysDepartAfter(view, ask, fromSeconds),
          ...journeysArriveBy(view, ask, fromSeconds),
          ...journeysInRange(view, ask, { fromSeconds, toSeconds: fromSeconds + 7200 }),
        ];
        for (const { departSeconds, arriveSeconds } of found) {
          expect(arriveSeconds - departSeconds).toBeLessThan(walk?.seconds ?? 0);
        }
      }),
      { numRuns: 300 * share },
    );
  });
});

describe('two feeds', () => {
  test('are searched as one, walks between them included', () => {
    fc.assert(
      fc.property(randomFeed, stopId, stopId, second, (feed, from, to, depart) => {
        const { view, plain } = open(feed);
        fc.pre(farApart(plain, from, to));
        const half = (parity: number): GtfsFeed => ({
          ...feed,
          trips: feed.trips.filter((_, index) => index % 2 === parity),
          stopTimes: feed.stopTimes.filter(
            (row) => feed.trips.findIndex((trip) => trip.id === row.tripId) % 2 === parity,
          ),
        });
        const both = dayView(
          buildTimetable([
            { feedId: 'even', ...half(0) },
            { feedId: 'odd', ...half(1) },
          ]),
          DATE,
        );
        const all = (id: string, tag: string) =>
          both.timetable.stops.flatMap((stop, number) =>
            stop.id === id ? [{ stop: number, seconds: 0, tag }] : [],
          );
        const ask = { ...query(view, from, to), changeSeconds: 0, maxRides: 1 };
        const one = journeysDepartAfter(view, ask, depart);
        const split = { ...ask, sources: all(from, 'a'), targets: all(to, 'b') };
        const two = journeysDepartAfter(both, split, depart);
        expect(two.map((journey) => [journey.rides, journey.arriveSeconds])).toEqual(
          one.map((journey) => [journey.rides, journey.arriveSeconds]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
