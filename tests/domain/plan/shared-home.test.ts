import { beforeAll, describe, expect, test } from 'vitest';
import type { DayView } from '#domain/journey/day-view.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { plainRoads, readTrains } from '#tests/domain/plan/sud-charente.ts';

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Several places from one home');

/** Around the stations of the line; the insee of a town the offers know. */
const TOWNS = [
  { at: [0.043, 45.2707], insee: '16073' },
  { at: [0.1301, 45.3961], insee: '16230' },
  { at: [0.1618, 45.6536], insee: '16015' },
  { at: [0.1698, 45.2716], insee: '16020' },
] as const;
const HOMES = 12;
const PLACES = 20;
const MINUTE_MS = 60_000;

describe.runIf(zip)('twenty places asked from one home', { timeout: MINUTE_MS }, () => {
  let view: DayView;

  beforeAll(async () => {
    view = (await readTrains(zip ?? ''))('2025-02-11');
  });

  test.each([
    { name: 'whole plans', brief: false },
    { name: 'brief plans', brief: true },
  ])('$name are those each place has when it is asked alone', ({ brief }) => {
    const random = seeded(20);
    const near = (name: string): JourneyPoint => {
      const { at, insee } = TOWNS[Math.floor(random() * TOWNS.length)] ?? TOWNS[0];
      const aside = () => (random() - 0.5) * 0.06;
      return { name, point: [at[0] + aside(), at[1] + aside()], insee };
    };
    const context = {
      now: { date: '2025-02-03', minute: 600 },
      offers: DEMO_OFFERS,
      roads: plainRoads,
      brief,
    };
    let byLine = 0;
    for (let home = 0; home < HOMES; home++) {
      const from = near('home');
      const minute = 9 * 60 + Math.floor(random() * 16) * 30;
      const durationMinutes = random() < 0.5 ? null : 45;
      for (let place = 0; place < PLACES; place++) {
        const request: JourneyRequest = {
          from,
          to: near(`place ${place}`),
          appointment: { date: '2025-02-11', minute, durationMinutes },
          mode: 'no_car',
          profile: {},
          needs: [],
        };
        const together = planJourney(request, { ...context, view });
        expect(together).toEqual(planJourney(request, { ...context, view: anew(view) }));
        if (together.options.some(({ kind }) => kind === 'scheduled_line')) byLine++;
      }
    }
    expect(byLine).toBeGreaterThan(HOMES);
  });
});

/** The same day, with nothing kept from the plans before. */
function anew(view: DayView): DayView {
  return { ...view, forward: { ...view.forward }, backward: { ...view.backward } };
}
