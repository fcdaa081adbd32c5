import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { journeysHome } from '#domain/journey/journeys-home.ts';
import type { TaggedStop } from '#domain/journey/transit-query.ts';
import {
  departuresArriveBy,
  journeysInRange,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import { DATE, randomFeed, STOP_IDS } from './random-feed.ts';
import { stopOf } from './tiny-feed.ts';

const SEED = 20_261_128;
/** Two ways as long to the same stops, and one that is not, between them. */
const WAYS = ['a', 'other', 'as a'];

const reach = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...STOP_IDS), seconds: fc.integer({ min: 0, max: 900 }) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
);

describe('two ways that take as long to the same stops', () => {
  test('find each what it would alone, whichever is searched for both', () => {
    let [compared, found] = [0, 0];
    const hour = fc.integer({ min: 6, max: 20 });
    const check = fc.property(
      randomFeed,
      fc.tuple(reach, reach, reach, reach),
      hour,
      (feed, own, at) => {
        const view = dayView(buildTimetable([{ feedId: 'f', ...feed }]), DATE);
        const tagged = (stops: (typeof own)[number], tag: string): TaggedStop[] =>
          stops.map(({ id, seconds }) => ({ stop: stopOf(view.timetable, id), seconds, tag }));
        const ends = ([a, b]: readonly (typeof own)[number][]): TaggedStop[] =>
          WAYS.flatMap((way) => tagged((way === 'other' ? b : a) ?? [], way));
        const query = { sources: ends(own.slice(0, 2)), targets: ends(own.slice(2)) };
        const range = { fromSeconds: (at - 4) * 3600, toSeconds: at * 3600 };
        const searches: ((asked: typeof query) => TransitJourney[])[] = [
          (asked) => journeysInRange(view, asked, range),
          (asked) =>
            departuresArriveBy(view, asked, at * 3600).flatMap((one) => one.journey() ?? []),
          (asked) => journeysHome(view, asked, at * 3600)((at + 4) * 3600),
        ];
        for (const search of searches) {
          const whole = search(query);
          const alone = WAYS.flatMap((source) =>
            WAYS.flatMap((target) =>
              search({
                sources: query.sources.filter(({ tag }) => tag === source),
                targets: query.targets.filter(({ tag }) => tag === target),
              }),
            ),
          );
          expect(whole).toEqual(alone);
          compared += 1;
          found += whole.length;
        }
      },
    );
    fc.assert(check, { seed: SEED, numRuns: 150 });
    expect(compared).toBe(450);
    expect(found).toBeGreaterThan(500);
  });
});
