import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney, summarizePlan } from '#domain/journey/plan-journey.ts';
import { TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { regionOffers } from '#tests/bench/region-requests.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';

type Town = { at: LonLat; insee: string };

const TOWN_OF_BUSES: LonLat = [0.72, 45.19];
const FEEDS = [
  {
    name: 'trains',
    file: 'ter-charente-2025.zip',
    feedId: TER_DEMO_FEED_ID,
    offers: DEMO_OFFERS,
    towns: [
      { at: [0.043, 45.2707], insee: '16073' },
      { at: [0.1301, 45.3961], insee: '16230' },
      { at: [0.1618, 45.6536], insee: '16015' },
      { at: [0.1698, 45.2716], insee: '16020' },
      { at: [0.1012, 45.6048], insee: '16113' },
    ],
    now: { date: '2025-02-03', minute: 600 },
    dates: ['2025-02-11', '2025-02-14', '2025-02-15', '2025-02-16'],
    asked: 500,
    byLine: 60,
  },
  {
    name: 'buses of a town',
    file: 'peribus-2025-26.zip',
    feedId: 'buses',
    // The communes of the offers stand here as parts of the town.
    offers: [...DEMO_OFFERS, ...regionOffers({ centers: [TOWN_OF_BUSES] })],
    towns: [
      { at: TOWN_OF_BUSES, insee: '16001' },
      { at: [0.7213, 45.1868], insee: '16230' },
      { at: [0.66, 45.19], insee: '16073' },
      { at: [0.8, 45.17], insee: '16015' },
    ],
    now: { date: '2026-01-05', minute: 600 },
    dates: ['2026-01-13', '2026-01-16', '2026-01-17', '2026-01-18'],
    asked: 200,
    byLine: 60,
  },
] satisfies { towns: Town[]; [fact: string]: unknown }[];

const MINUTE_MS = 60_000;

describe.each(FEEDS)('cards, among $name', { timeout: 2 * MINUTE_MS }, (real) => {
  const zip = sharedFile(`data/gtfs/${real.file}`, `Cards and plans on ${real.file}`);
  let viewOf: (date: string) => DayView;

  beforeAll(async () => {
    if (zip === null) return;
    const { files } = await readGtfsZip({ name: real.file, bytes: readFileSync(zip) });
    const timetable = buildTimetable([{ feedId: real.feedId, ...readFeed(files).feed }]);
    const views = new Map(real.dates.map((date) => [date, dayView(timetable, date)]));
    viewOf = (date) => views.get(date) ?? dayView(timetable, date);
  });

  test.runIf(zip)('tell of the ways they show what the whole plan tells', () => {
    const random = seeded(16);
    const any = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('An item was expected.');
      return item;
    };
    const near = (name: string): JourneyPoint => {
      const { at, insee } = any<Town>(real.towns);
      const around = any([0.012, 0.06]);
      const aside = () => (random() - 0.5) * around;
      return { name, point: [at[0] + aside(), at[1] + aside()], insee };
    };
    let byLine = 0;
    for (let asked = 0; asked < real.asked; asked++) {
      const date = any(real.dates);
      const request: JourneyRequest = {
        from: near('home'),
        to: near('care'),
        appointment: {
          date,
          minute: 480 + Math.floor(random() * 22) * 30,
          durationMinutes: any([null, 20, 45, 90]),
        },
        mode: any(['car', 'no_car', 'no_car', 'driven']),
        profile: any([
          {},
          { registrations: { 'mosc-transport-solidaire': true } },
          { hasLicence: false, prescription: false },
        ]),
        needs: any([[], [], ['wheelchair']]),
      };
      const context = {
        now: real.now,
        offers: real.offers,
        roads: plainRoads,
        view: viewOf(date),
      };
      const whole = planJourney(request, context);
      const card = planJourney(request, { ...context, brief: true });
      const told = summarizePlan(whole);
      expect(summarizePlan(card), JSON.stringify(request)).toEqual(told);
      if (told.some(({ kind }) => kind === 'scheduled_line')) byLine++;
    }
    expect(byLine).toBeGreaterThan(real.byLine);
  });
});
