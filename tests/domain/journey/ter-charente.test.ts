import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import { referenceDay } from '#domain/journey/reference-day.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { journeysArriveBy, journeysInRange } from '#domain/journey/transit-search.ts';
import { addDays } from '#domain/time.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { sharedFile } from './shared-file.ts';
import { at, clock } from './tiny-feed.ts';

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Searches on the real TER feed');
const facts = sharedFile('facts/ter-l13-timetable.json', 'Times of line 13 against the TER feed');

type FactTrip = {
  trainNumber: string;
  datesCount: number;
  stops: { stop: string; time: string }[];
};

describe.runIf(zip)('the real TER feed of Charente', () => {
  let timetable: Timetable;

  beforeAll(async () => {
    const { files } = await readGtfsZip({ name: 'ter.zip', bytes: readFileSync(zip ?? '') });
    timetable = buildTimetable([{ feedId: 'ter', ...readFeed(files).feed }]);
  });

  /** Runs of the service day itself, and how many call at a station. */
  const dayOf = (date: string) => {
    const { forward } = dayView(timetable, date, { referenceDays: false });
    const runs = new Set<number>();
    const calls = new Map<string, number>();
    for (let lane = 0; lane < forward.laneCount; lane++) {
      const first = forward.laneRunStarts[lane] ?? 0;
      const stops = forward.callStops.slice(forward.callStarts[lane], forward.callStarts[lane + 1]);
      for (let run = first; run < (forward.laneRunStarts[lane + 1] ?? 0); run++) {
        if (forward.runDayOffsets[run] !== 0) continue;
        runs.add(forward.runs[run] ?? -1);
        for (const stop of stops) {
          const name = timetable.stops[stop]?.name ?? '';
          calls.set(name, (calls.get(name) ?? 0) + 1);
        }
      }
    }
    return { runs: runs.size, calls };
  };

  const station = (view: DayView, name: string, tag: string) =>
    view.timetable.stops.flatMap((stop, number) =>
      stop.name === name ? [{ stop: number, seconds: 0, tag }] : [],
    );

  test.each([
    ['2025-02-11', 89, { Chalais: 11, Montmoreau: 11, Jonzac: 15, Angoulême: 49 }],
    ['2025-02-15', 45, { Chalais: 6 }],
    ['2025-02-16', 44, { Chalais: 6 }],
  ])('runs the published number of trips on %s', (date, trips, stops) => {
    const day = dayOf(date);
    expect(day.runs).toBe(trips);
    for (const [name, count] of Object.entries(stops)) expect(day.calls.get(name)).toBe(count);
  });

  test('there is nothing the day after the last one, and the day before the first', () => {
    expect(dayOf('2025-04-24').runs).toBe(0);
    expect(dayOf('2025-01-20').runs).toBe(0);
  });

  test.runIf(facts)('finds every train from Montmoreau to Angoulême, on as many days', () => {
    const { trips } = JSON.parse(readFileSync(facts ?? '', 'utf8')) as { trips: FactTrip[] };
    const expected = new Map<string, number>();
    for (const { trainNumber, datesCount, stops } of trips) {
      const from = stops.findIndex(({ stop }) => stop === 'Montmoreau');
      const to = stops.findIndex(({ stop }) => stop === 'Angoulême');
      if (from === -1 || to < from) continue;
      const key = `${trainNumber} ${stops[from]?.time} ${stops[to]?.time}`;
      expected.set(key, (expected.get(key) ?? 0) + datesCount);
    }
    const found = new Map<string, number>();
    for (let date = '2025-01-22'; date <= '2025-04-22'; date = addDays(date, 1)) {
      const view = dayView(timetable, date);
      const query = {
        sources: station(view, 'Montmoreau', 'a'),
        targets: station(view, 'Angoulême', 'b'),
        maxRides: 1,
      };
      for (const { legs } of journeysInRange(view, query, {
        fromSeconds: 0,
        toSeconds: at('23:59'),
      })) {
        const [ride] = legs;
        if (ride?.kind !== 'ride') throw new Error('A ride was expected.');
        const key = `${ride.trip.headsign} ${clock(ride.departSeconds)} ${clock(ride.arriveSeconds)}`;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
    expect(expected.size).toBeGreaterThan(5);
  });

  test('an appointment at 10:00 in Angoulême from Chalais, on a Tuesday', () => {
    const view = dayView(timetable, '2025-02-11');
    const query = {
      sources: station(view, 'Chalais', 'walk'),
      targets: station(view, 'Angoulême', 'walk'),
    };
    const journey = journeysArriveBy(view, query, at('09:40')).at(-1);
    expect(journey?.rides).toBe(1);
    expect(journey?.arriveSeconds).toBeLessThanOrEqual(at('09:40'));
    const [ride] = journey?.legs ?? [];
    expect(ride?.kind === 'ride' && ride.route.vehicle).toBe('train');
  });

  test('after the feed has ended, a working Tuesday stands for a Tuesday', () => {
    const day = referenceDay(timetable, '2026-11-24');
    expect(day?.exact).toBe(false);
    const view = dayView(timetable, '2026-11-24');
    expect(view.feedDays).toEqual([
      { feedId: 'ter', ...day, validFrom: '2025-01-22', validTo: '2025-04-22' },
    ]);
    const query = {
      sources: station(view, 'Montmoreau', 'a'),
      targets: station(view, 'Angoulême', 'b'),
    };
    const usual = journeysInRange(view, query, {
      fromSeconds: at('05:00'),
      toSeconds: at('20:00'),
    });
    const there = dayView(timetable, day?.date ?? '');
    expect(usual).toEqual(
      journeysInRange(there, query, { fromSeconds: at('05:00'), toSeconds: at('20:00') }),
    );
    expect(usual.length).toBeGreaterThan(3);
  });
});
