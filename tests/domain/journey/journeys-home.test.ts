import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { journeysHome } from '#domain/journey/journeys-home.ts';
import type { TaggedStop } from '#domain/journey/transit-query.ts';
import { journeysInRange, type TransitJourney } from '#domain/journey/transit-search.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { plainDay } from './brute-force.ts';
import { DATE, randomFeed, ruledFeed, STOP_IDS } from './random-feed.ts';
import { sharedFile } from './shared-file.ts';
import { stopOf } from './tiny-feed.ts';
import { expectConsistent } from './walk-again.ts';

const FEEDS = [
  { file: 'ter-charente-2025.zip', date: '2025-02-11', searches: 150 },
  { file: 'peribus-2025-26.zip', date: '2026-01-13', searches: 100 },
];
const MINUTE_MS = 60_000;
const CHANGE = 60;

type Ends = { sources: TaggedStop[]; targets: TaggedStop[] };

/** What a person compares, in an order that does not depend on the search. */
function told(journeys: readonly TransitJourney[], arriveBySeconds: number) {
  return journeys
    .filter(({ arriveSeconds }) => arriveSeconds <= arriveBySeconds)
    .map(({ sourceTag, targetTag, rides, departSeconds, arriveSeconds }) => {
      return { sourceTag, targetTag, rides, departSeconds, arriveSeconds };
    });
}

function everyDeparture(view: DayView, ends: Ends, fromSeconds: number, toSeconds: number) {
  return told(journeysInRange(view, ends, { fromSeconds, toSeconds }), toSeconds);
}

/** The same day, with nothing kept from the searches before. */
const anew = (view: DayView): DayView => ({
  ...view,
  forward: { ...view.forward },
  backward: { ...view.backward },
});

describe.each(FEEDS)('on the real feed $file', { timeout: MINUTE_MS }, (real) => {
  const zip = sharedFile(`data/gtfs/${real.file}`, `Journeys home on ${real.file}`);

  async function open() {
    const { files } = await readGtfsZip({ name: real.file, bytes: readFileSync(zip ?? '') });
    const view = dayView(buildTimetable([{ feedId: 'f', ...readFeed(files).feed }]), real.date);
    const served = [...new Set(view.forward.callStops)].sort((a, b) => a - b);
    const random = seeded(388);
    const number = (below: number) => Math.floor(random() * below);
    /** A few stops for each of two or three ways to reach them. */
    const ends = (count: number): TaggedStop[] =>
      Array.from({ length: count }, (_, way) =>
        Array.from({ length: 1 + number(5) }, () => ({
          stop: served[number(served.length)] ?? 0,
          seconds: number(1200),
          tag: `way ${way}`,
        })),
      ).flat();
    return { view, number, ends };
  }

  test.runIf(zip)('one home brings back from many places what each place alone would', async () => {
    const { view, number, ends } = await open();
    let compared = 0;
    for (let search = 0; search < real.searches; search++) {
      const targets = ends(2);
      const leave = 5 * 3600 + number(15 * 3600);
      const [soon, end] = [leave + 4 * 3600, 26 * 3600];
      for (let place = 0; place < 4; place++) {
        const query = { sources: ends(3), targets };
        const home = journeysHome(view, query, leave);
        const [first, whole] = [home(soon), home(end)];
        expect(told(first, soon)).toEqual(everyDeparture(view, query, leave, soon));
        expect(told(whole, end)).toEqual(everyDeparture(view, query, leave, end));
        // Those home soon are the same objects: their legs are made once.
        for (const journey of first) expect(whole).toContain(journey);
        const alone = anew(view);
        expect(journeysHome(alone, query, leave)(end)).toEqual(whole);
        compared += whole.length;
      }
    }
    expect(compared).toBeGreaterThan(real.searches);
  });
});

describe.each([
  { name: 'random feeds', feeds: randomFeed },
  { name: 'feeds with rules for lines and trips', feeds: ruledFeed },
])('on $name', ({ feeds }) => {
  const stopId = fc.constantFrom(...STOP_IDS);

  test('journeys home can be walked again, and are all that are worth leaving for', () => {
    fc.assert(
      fc.property(
        feeds,
        stopId,
        stopId,
        fc.integer({ min: 5, max: 26 }),
        (feed, from, to, hour) => {
          fc.pre(from !== to);
          const view = dayView(buildTimetable([{ feedId: 'f', ...feed }]), DATE);
          const end = (id: string) => [{ stop: stopOf(view.timetable, id), seconds: 0, tag: id }];
          const query = { sources: end(from), targets: end(to) };
          const [leave, by] = [hour * 3600, (hour + 5) * 3600];
          const found = journeysHome(view, query, leave)(by);
          expect(told(found, by)).toEqual(everyDeparture(view, query, leave, by));
          const plain = plainDay(feed, DATE);
          for (const journey of found) expectConsistent(journey, plain, CHANGE);
        },
      ),
      { numRuns: 300 },
    );
  });
});
