import { beforeAll, describe, expect, test } from 'vitest';
import type { DayView } from '#domain/journey/day-view.ts';
import { findSlots } from '#domain/journey/find-slots.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { watch } from '#domain/journey/search-cut.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import {
  aubeterre,
  chalaisDoctor,
  cityDoctor,
  hospital,
  montmoreau,
  plainRoads,
  readTrains,
} from '#tests/domain/plan/sud-charente.ts';

const zip = sharedFile('data/gtfs/ter-charente-2025.zip', 'Plans out of time on real trains');
const DATE = '2025-02-11';
const CONTEXT = {
  now: { date: '2025-02-03', minute: 600 },
  offers: DEMO_OFFERS,
  roads: plainRoads,
};

/** Says that time is over after so many looks. */
function after(looks: number) {
  let asked = 0;
  const { isOver, wasCut } = watch(() => asked++ >= looks);
  return { isOver, wasCut, asked: () => asked };
}

/** The same day, with nothing kept from the plans before. */
const anew = (view: DayView): DayView => ({
  ...view,
  forward: { ...view.forward },
  backward: { ...view.backward },
});

const isByLine = ({ outbound, back }: JourneyOption) =>
  [...outbound.legs, ...(back?.legs ?? [])].some(({ mode }) => mode === 'transit');

describe.runIf(zip)('a plan whose time is over', { timeout: 60_000 }, () => {
  let view: DayView;
  beforeAll(async () => {
    view = (await readTrains(zip ?? ''))(DATE);
  });

  const requests = [
    [aubeterre, cityDoctor],
    [montmoreau, hospital],
    [montmoreau, chalaisDoctor],
  ].flatMap(([from = aubeterre, to = hospital]) =>
    [null, 45].map(
      (durationMinutes): JourneyRequest => ({
        from,
        to,
        appointment: { date: DATE, minute: 600, durationMinutes },
        mode: 'no_car',
        profile: {},
        needs: [],
      }),
    ),
  );

  test('holds the other ways, and of the lines only what it found there and back', () => {
    let lines = 0;
    for (const request of requests) {
      const whole = after(Number.POSITIVE_INFINITY);
      planJourney(request, { ...CONTEXT, view: { ...anew(view), isOver: whole.isOver } });
      expect(whole.asked()).toBeGreaterThan(5);
      const others = planJourney(request, { ...CONTEXT, view: null });
      for (let looks = 0; looks <= whole.asked(); looks += Math.ceil(whole.asked() / 12)) {
        const time = after(looks);
        const plan = planJourney(request, {
          ...CONTEXT,
          view: { ...anew(view), isOver: time.isOver },
        });
        expect(time.wasCut()).toBe(looks < whole.asked());
        const ways = [...plan.options, ...plan.almost];
        const direct = (all: readonly JourneyOption[]) =>
          all.filter((way) => !isByLine(way)).map(({ kind }) => kind);
        expect(direct(ways)).toEqual(
          expect.arrayContaining(direct([...others.options]).slice(0, 2)),
        );
        const byLine = ways.filter(isByLine);
        if (time.wasCut()) for (const { back } of byLine) expect(back).not.toBeNull();
        lines += byLine.length;
      }
    }
    expect(lines).toBeGreaterThan(0);
  });

  test('leaves nothing behind: the next plan is what it would have been', () => {
    for (const request of requests) {
      const expected = planJourney(request, { ...CONTEXT, view: anew(view) });
      const shared = anew(view);
      for (let looks = 0; looks < 40; looks += 3) {
        planJourney(request, { ...CONTEXT, view: { ...shared, isOver: after(looks).isOver } });
        expect(planJourney(request, { ...CONTEXT, view: shared })).toEqual(expected);
      }
    }
  });

  test('soon ends, for the hours of a day too', () => {
    const [request] = requests;
    if (!request) throw new Error('A request was expected.');
    const { appointment: _, ...person } = request;
    const time = after(3);
    const { days } = findSlots(
      { ...person, fromDate: DATE, dayCount: 1, durationMinutes: 45 },
      { ...CONTEXT, viewOf: () => ({ ...anew(view), isOver: time.isOver }) },
    );
    expect(days).toHaveLength(1);
    expect(time.wasCut()).toBe(true);
    // Once over, the clock is not asked again.
    expect(time.asked()).toBe(4);
  });
});
