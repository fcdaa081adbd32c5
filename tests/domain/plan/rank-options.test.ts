import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import {
  generalisedMinutes,
  MAX_OPTIONS,
  MINUTES_DRIVER_TO_FIND,
  MINUTES_LAST_RETURN,
  MINUTES_PER_CALL,
  MINUTES_PER_CHANGE,
  MINUTES_PER_EURO,
  MINUTES_RIDE_TO_LAST_LINE,
  PLACE_WAIT_FREE_MINUTES,
  PLACE_WAIT_WEIGHT,
  rankOptions,
  WAIT_WEIGHT,
  WALK_WEIGHT,
  WALK_WEIGHT_REDUCED,
} from '#domain/journey/rank-options.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { seeded } from '#tests/bench/seeded.ts';
import {
  journeyRequest,
  lineTimetable,
  offer,
  town,
  townNetwork,
  volunteers,
} from '#tests/domain/plan/drawn-plan.ts';
import { aubeterre, hospital, plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { everywhere, travelPattern } from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();

function plan(request: JourneyRequest, offers = [volunteers(), townNetwork()]) {
  return planJourney(request, {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    view: dayView(TIMETABLE, request.appointment.date),
    roads: plainRoads,
  });
}

function line(options: readonly JourneyOption[]): JourneyOption {
  const found = options.find(({ kind }) => kind === 'scheduled_line');
  if (!found) throw new Error('No line among the ways found.');
  return found;
}

describe('the order of the ways', () => {
  test('does not depend on the order of the offers', () => {
    const random = seeded(11);
    const shuffled = <Value>(values: readonly Value[]): Value[] =>
      values
        .map((value) => ({ value, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value);
    const taxis = Array.from({ length: 6 }, (_, index) =>
      offer({
        id: `taxi-${index}`,
        kind: 'taxi',
        patterns: [
          travelPattern({ id: 'p', origin: everywhere, feeder: 'yes' }),
          travelPattern({ id: 'q', origin: everywhere, feeder: 'yes' }),
        ],
      }),
    );
    const offers = [...DEMO_OFFERS, volunteers(), townNetwork(), ...taxis];
    const requests = [
      journeyRequest({ from: town }),
      journeyRequest({ mode: 'driven', needs: ['transfer_aid'] }),
      journeyRequest({ from: aubeterre, to: hospital, profile: { prescription: true } }),
    ];
    for (const request of requests) {
      const first = JSON.stringify(plan(request, offers));
      for (let time = 0; time < 20; time += 1) {
        expect(JSON.stringify(plan(request, shuffled(offers)))).toBe(first);
      }
    }
  });

  test('keeps the best of each kind, five ways at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => volunteers({ id: `v${index}` }));
    const { options } = plan(journeyRequest({ from: town }), many);
    expect(options).toHaveLength(MAX_OPTIONS);
    expect(options.some(({ kind }) => kind === 'scheduled_line')).toBe(true);
  });

  test('puts a prescribed ride first for who holds the prescription, whatever its minutes', () => {
    const dear = offer({
      id: 'dear',
      kind: 'taxi',
      patterns: [travelPattern({ origin: everywhere })],
      eligibility: { criterion: { kind: 'prescription' }, proof: null, weight: 'hard' },
    });
    const request = journeyRequest({
      from: town,
      profile: { prescription: true, registrations: { volunteers: true } },
    });
    const [best] = plan(request, [dear, volunteers({ eligibility: null, booking: null })]).options;
    const held = plan(request, [dear]).options.find(({ kind }) => kind === 'taxi');
    expect(held?.tier).toBe(1);
    // A way that is sure comes before, of any kind: the train of the town.
    expect(best?.tier).toBe(0);
    const alone = rankOptions(
      plan(request, [dear, volunteers({ eligibility: null, booking: null })]).options.filter(
        ({ tier }) => tier === 1,
      ),
      request,
    ).options;
    expect(alone[0]?.kind).toBe('taxi');
  });
});

describe('the minutes a way is worth', () => {
  const request = journeyRequest({ from: town });
  const train = line(plan(request).options);
  /** Nothing but the ride, to add one thing at a time. */
  const bare: JourneyOption = {
    ...train,
    outbound: {
      ...train.outbound,
      legs: train.outbound.legs.filter(({ mode }) => mode === 'transit'),
    },
    back: train.back && {
      ...train.back,
      legs: train.back.legs.filter(({ mode }) => mode === 'transit'),
    },
    walkMeters: 0,
    calls: [],
    notes: [],
    price: { minCents: 0, maxCents: 0, partial: false, estimate: false, lines: [] },
    lastReturnMinute: (train.back?.departMinute ?? 0) + 60,
  };
  const travel = (trip: JourneyOption['outbound'] | null) =>
    (trip?.arriveMinute ?? 0) - (trip?.departMinute ?? 0);
  const doorToDoor = travel(bare.outbound) + travel(bare.back);
  const still = { ...bare, totalMinutes: doorToDoor };
  const added = (change: Partial<JourneyOption>, needs: JourneyRequest['needs'] = []) =>
    generalisedMinutes({ ...still, ...change }, needs) - generalisedMinutes(still, needs);

  test('are those from door to door, both ways', () => {
    expect(generalisedMinutes(still)).toBe(doorToDoor);
  });

  test('count walking twice, three times for who walks with difficulty', () => {
    expect(added({ walkMeters: 750 })).toBe(10 * (WALK_WEIGHT - 1));
    expect(added({ walkMeters: 750 }, ['transfer_aid'])).toBe(10 * (WALK_WEIGHT_REDUCED - 1));
  });

  test('count a wait at the place by half, beyond the first half-hour', () => {
    expect(added({ totalMinutes: doorToDoor + PLACE_WAIT_FREE_MINUTES })).toBe(0);
    expect(added({ totalMinutes: doorToDoor + PLACE_WAIT_FREE_MINUTES + 60 })).toBe(
      60 * PLACE_WAIT_WEIGHT,
    );
  });

  test('count a change, and the wait for it half as much again', () => {
    const [ride] = bare.outbound.legs;
    if (!ride) throw new Error('The train is a leg.');
    const middle = (ride.departMinute ?? 0) + 5;
    const first = { ...ride, arriveMinute: middle };
    const second = { ...ride, departMinute: middle + 6 };
    expect(added({ outbound: { ...bare.outbound, legs: [first, second] } })).toBe(
      MINUTES_PER_CHANGE + 6 * (WAIT_WEIGHT - 1),
    );
  });

  test('count a driver still to be found, and more when the last line home depends on it', () => {
    const found = { code: 'driver_to_find' } as const;
    expect(added({ notes: [found] })).toBe(MINUTES_DRIVER_TO_FIND);
    const [ride] = plan(journeyRequest())
      .options.filter(({ kind }) => kind === 'volunteer')
      .flatMap(({ outbound }) => outbound.legs);
    if (!ride || !still.back) throw new Error('Volunteers drive, and the train comes back.');
    const { departMinute, arriveMinute, legs } = still.back;
    const drive = { ...ride, departMinute, arriveMinute: departMinute };
    const before = { back: { departMinute, arriveMinute, legs: [drive, ...legs] } };
    const last = { lastReturnMinute: departMinute };
    const base = added({ ...before, ...last });
    expect(added({ ...before, ...last, notes: [found] }) - base).toBe(
      MINUTES_DRIVER_TO_FIND + MINUTES_RIDE_TO_LAST_LINE,
    );
    // A ride after the train misses nothing; nor does one before a train that is not the last.
    const after = { back: { departMinute, arriveMinute, legs: [...legs, drive] } };
    for (const change of [{ ...after, ...last }, before]) {
      expect(added({ ...change, notes: [found] }) - added(change)).toBe(MINUTES_DRIVER_TO_FIND);
    }
  });

  test('a ride by volunteers says that a driver must be found, a train does not', () => {
    const ways = plan(journeyRequest({ from: town })).options;
    const says = (kind: string) =>
      ways
        .filter(
          (way) =>
            way.kind === kind && way.title.includes('volunteers') === (kind !== 'scheduled_line'),
        )
        .map(({ notes }) => notes.some(({ code }) => code === 'driver_to_find'));
    expect(says('volunteer')).toEqual([true]);
    expect(says('scheduled_line')).toEqual([false]);
  });

  test('count neither a change nor a wait where one stays on board', () => {
    const [ride] = bare.outbound.legs;
    if (!ride?.line) throw new Error('The train is a leg.');
    const middle = (ride.departMinute ?? 0) + 5;
    const first = { ...ride, arriveMinute: middle };
    const second = {
      ...ride,
      departMinute: middle + 6,
      line: { ...ride.line, staysAboard: true },
    };
    expect(added({ outbound: { ...bare.outbound, legs: [first, second] } })).toBe(0);
  });

  test('count calls, euros and a return after which there is none', () => {
    expect(added({ price: { ...still.price, minCents: 250 } })).toBe(2.5 * MINUTES_PER_EURO);
    expect(added({ lastReturnMinute: still.back?.departMinute ?? null })).toBe(MINUTES_LAST_RETURN);
    const [call] = plan(journeyRequest()).options.flatMap(({ calls }) => calls);
    expect(call && added({ calls: [call] })).toBe(MINUTES_PER_CALL);
  });
});
