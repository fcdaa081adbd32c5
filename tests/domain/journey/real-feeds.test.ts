import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { isSeat } from '#domain/journey/timetable.ts';
import {
  earliestArrivals,
  journeysArriveBy,
  journeysDepartAfter,
  journeysInRange,
  latestDepartures,
} from '#domain/journey/transit-search.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { earliest, earliestEverywhere, type Plain, plainDay } from './brute-force.ts';
import { sharedFile } from './shared-file.ts';
import { expectConsistent } from './walk-again.ts';

const MAX_RIDES = 4;
const CHANGE = 60;
/** Beyond the end of the view: nothing is cut off. */
const SPAN = 48 * 3600;

const FEEDS = [
  {
    name: 'TER Charente',
    file: 'ter-charente-2025.zip',
    dates: ['2025-02-11', '2025-02-16'],
    searches: 400,
    leastArrivals: 70_000,
  },
  {
    name: 'Péribus',
    file: 'peribus-2025-26.zip',
    dates: ['2026-01-13', '2026-01-17'],
    searches: 300,
    leastArrivals: 300_000,
  },
];

const MINUTE_MS = 60_000;

describe.each(FEEDS)(
  'on the real feed of $name',
  { timeout: MINUTE_MS },
  ({ file, dates, searches, leastArrivals }) => {
    const zip = sharedFile(`data/gtfs/${file}`, `Brute force on ${file}`);
    const days: { view: DayView; plain: Plain; served: number[] }[] = [];

    beforeAll(async () => {
      if (zip === null) return;
      const { files } = await readGtfsZip({ name: file, bytes: readFileSync(zip) });
      const { feed } = readFeed(files);
      const timetable = buildTimetable([{ feedId: 'f', ...feed }]);
      for (const date of dates) {
        const view = dayView(timetable, date);
        // Nobody is asked about a seat of a vehicle, which is no place to come from nor to go to.
        const served = [...new Set(view.forward.callStops)]
          .filter((stop) => !isSeat(timetable, stop))
          .sort((a, b) => a - b);
        days.push({ view, plain: plainDay(feed, date), served });
      }
    });

    const random = seeded(2026);
    const any = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('An item was expected.');
      return item;
    };
    const draw = () => {
      const day = any(days);
      const [from, to] = [any(day.served), any(day.served)];
      return { ...day, from, to, depart: 5 * 3600 + Math.floor(random() * 18 * 3600) };
    };
    const end = (stop: number) => [{ stop, seconds: 0, tag: 'end' }];
    const limits = { maxRides: MAX_RIDES, changeSeconds: CHANGE, spanSeconds: SPAN };
    const idOf = ({ timetable }: DayView, stop: number) => timetable.stops[stop]?.id ?? '';
    const isWalk = (view: DayView, from: number, to: number) => {
      const { starts, to: ends } = view.timetable.footpaths;
      return from === to || ends.subarray(starts[from], starts[from + 1]).includes(to);
    };

    test.runIf(zip)('every arrival is that of the brute force, with each number of rides', () => {
      let arrivals = 0;
      let mismatches = 0;
      for (let search = 0; search < searches; search++) {
        const { view, plain, from, depart } = draw();
        const expected = earliestEverywhere(plain, idOf(view, from), depart, MAX_RIDES, CHANGE);
        for (const [index, byStop] of expected.entries()) {
          const query = { ...limits, maxRides: index + 1, sources: end(from) };
          const found = earliestArrivals(view, query, depart);
          for (const [stop, seconds] of found.entries()) {
            // Who can simply walk there is told so, and the brute force counts rides.
            if (isWalk(view, from, stop) || isSeat(view.timetable, stop)) continue;
            const wanted = byStop.get(idOf(view, stop)) ?? Number.POSITIVE_INFINITY;
            if (wanted !== seconds) mismatches++;
            if (Number.isFinite(wanted)) arrivals++;
          }
        }
      }
      expect(mismatches).toBe(0);
      expect(arrivals).toBeGreaterThan(leastArrivals);
    });

    test.runIf(zip)('journeys leave and arrive as told when walked again leg by leg', () => {
      let walked = 0;
      for (let search = 0; search < searches; search++) {
        const { view, plain, from, to, depart } = draw();
        if (isWalk(view, from, to)) continue;
        const query = { ...limits, sources: end(from), targets: end(to) };
        const after = journeysDepartAfter(view, query, depart);
        const expected = earliest(
          plain,
          idOf(view, from),
          idOf(view, to),
          depart,
          MAX_RIDES,
          CHANGE,
        );
        const best = after.at(-1)?.arriveSeconds ?? Number.POSITIVE_INFINITY;
        expect(best).toBe(expected.at(-1));
        for (const journey of [...after, ...journeysArriveBy(view, query, depart)]) {
          expectConsistent(journey, plain, CHANGE);
          walked++;
        }
      }
      expect(walked).toBeGreaterThan(searches);
    });

    test.runIf(zip)('a range holds the best arrival of every second one may leave at', () => {
      let compared = 0;
      for (let search = 0; search < searches; search++) {
        const { view, plain, from, to, depart } = draw();
        if (isWalk(view, from, to)) continue;
        const query = { ...limits, sources: end(from), targets: end(to) };
        const range = { fromSeconds: depart, toSeconds: depart + 4 * 3600 };
        const found = journeysInRange(view, query, range);
        for (const journey of found) expectConsistent(journey, plain, CHANGE);
        for (let second = depart; second <= range.toSeconds; second += 1800) {
          const single = journeysDepartAfter(view, query, second).at(-1);
          if (!single || single.departSeconds > range.toSeconds) continue;
          const best = Math.min(
            ...found
              .filter(({ departSeconds }) => departSeconds >= second)
              .map(({ arriveSeconds }) => arriveSeconds),
          );
          expect(best).toBe(single.arriveSeconds);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(searches);
    });

    test.runIf(zip)(
      'the last second to leave any stop is in time, and the next one is late',
      () => {
        let compared = 0;
        for (let search = 0; search < 20; search++) {
          const { view, to, depart: arrive } = draw();
          const latest = latestDepartures(view, { ...limits, targets: end(to) }, arrive);
          for (let stop = search % 7; stop < latest.length; stop += 7) {
            const seconds = latest[stop] ?? Number.NEGATIVE_INFINITY;
            if (!Number.isFinite(seconds) || isWalk(view, stop, to)) continue;
            const at = (second: number) =>
              earliestArrivals(view, { ...limits, sources: end(stop) }, second)[to] ?? 0;
            expect(at(seconds)).toBeLessThanOrEqual(arrive);
            expect(at(seconds + 1)).toBeGreaterThan(arrive);
            compared++;
          }
        }
        expect(compared).toBeGreaterThan(50);
      },
    );

    test.runIf(zip)('leaving earlier arrives nowhere later', () => {
      let compared = 0;
      for (let search = 0; search < searches; search++) {
        const { view, from, depart } = draw();
        const query = { ...limits, sources: end(from) };
        const late = earliestArrivals(view, query, depart);
        const early = earliestArrivals(view, query, depart - Math.floor(random() * 2 * 3600));
        for (const [stop, seconds] of late.entries()) {
          if (!Number.isFinite(seconds)) continue;
          if ((early[stop] ?? 0) > seconds) expect.fail(`${idOf(view, stop)} is reached later.`);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(searches);
    });
  },
);
