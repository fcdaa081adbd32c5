import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FareComponent } from '#domain/transport/fare.ts';
import { priceOf, type TripFacts } from '#domain/transport/price-of.ts';
import { provenance } from '#tests/domain/transport/drawn.ts';

const note = { note: null, provenance };
const perKm = (
  centsPerKm: number,
  change: Partial<Extract<FareComponent, { kind: 'per_km' }>> = {},
): FareComponent => ({
  kind: 'per_km',
  centsPerKm,
  basis: 'home_round_trip',
  waitRule: null,
  ...note,
  ...change,
});
const flat = (cents: number, per: 'leg' | 'round_trip' = 'leg'): FareComponent => ({
  kind: 'flat',
  cents,
  per,
  ...note,
});
const membership = (cents: number): FareComponent => ({
  kind: 'membership',
  cents,
  per: 'year',
  ...note,
});
const waitRule = { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 };
const solidarity: FareComponent[] = [
  perKm(10, { waitRule }),
  membership(1000),
  { kind: 'extra', label: 'Stationnement et péage', ...note },
];
/** 14 km from home, there and back, one hour on the spot. */
const facts = (change: Partial<TripFacts> = {}): TripFacts => ({
  tripKm: 28,
  homeRoundTripKm: 28,
  driverLoopKm: null,
  waitMinutes: 60,
  roundTrip: true,
  member: null,
  ...change,
});
const range = (components: FareComponent[], change: Partial<TripFacts> = {}) => {
  const { minCents, maxCents, partial } = priceOf(components, facts(change));
  return { minCents, maxCents, partial };
};
const exactly = (cents: number) => ({ minCents: cents, maxCents: cents, partial: false });

describe('the solidarity transport of Sud Charente', () => {
  it('costs 0,10 € a kilometre from home and back', () => {
    expect(range(solidarity)).toEqual(exactly(280));
    expect(range(solidarity, { homeRoundTripKm: 77.64, tripKm: 77.64 })).toEqual(exactly(776));
  });

  it('counts home and back even when the person rides one way', () => {
    expect(range(solidarity, { roundTrip: false, tripKm: 14, waitMinutes: null })).toEqual(
      exactly(280),
    );
  });

  it('may double past 90 minutes of waiting, unless the driver goes home', () => {
    expect(range(solidarity, { waitMinutes: 90 })).toEqual(exactly(280));
    expect(range(solidarity, { waitMinutes: 91 })).toEqual({
      minCents: 280,
      maxCents: 560,
      partial: false,
    });
    expect(range(solidarity, { waitMinutes: 120, driverGoesHome: false })).toEqual(exactly(560));
    expect(range(solidarity, { waitMinutes: 120, driverGoesHome: true })).toEqual(exactly(280));
    expect(range(solidarity, { waitMinutes: null })).toEqual({
      minCents: 280,
      maxCents: 560,
      partial: false,
    });
  });

  it('explains each line, the membership apart and the tolls without an amount', () => {
    const price = priceOf(solidarity, facts({ waitMinutes: 120 }));
    expect(price.estimate).toBe(true);
    expect(
      price.lines.map(({ code, minCents, maxCents, once, km, basis }) => ({
        code,
        minCents,
        maxCents,
        once,
        km,
        basis,
      })),
    ).toEqual([
      {
        code: 'per_km',
        minCents: 280,
        maxCents: 280,
        once: null,
        km: 28,
        basis: 'home_round_trip',
      },
      {
        code: 'wait_doubled',
        minCents: 0,
        maxCents: 280,
        once: null,
        km: 28,
        basis: 'home_round_trip',
      },
      {
        code: 'membership',
        minCents: 1000,
        maxCents: 1000,
        once: 'per_year',
        km: null,
        basis: null,
      },
      { code: 'extra', minCents: null, maxCents: null, once: null, km: null, basis: null },
    ]);
  });

  it('does not ask a member for the membership again', () => {
    const codes = (member: boolean | null) =>
      priceOf(solidarity, facts({ member })).lines.map((line) => line.code);
    expect(codes(true)).toEqual(['per_km', 'extra']);
    expect(codes(false)).toEqual(['per_km', 'membership', 'extra']);
  });
});

describe('schemes seen elsewhere', () => {
  it('Matour: 0,30 € a kilometre and 1 € a year', () => {
    expect(range([perKm(30, { basis: 'trip' }), membership(100)])).toEqual(exactly(840));
  });

  it('Manche: 0,32 € a kilometre from the driver’s home: at least the way there and back', () => {
    const loop = [perKm(32, { basis: 'driver_loop' }), membership(300)];
    expect(range(loop)).toEqual({ minCents: 896, maxCents: null, partial: true });
    expect(range(loop, { driverLoopKm: 41.5 })).toEqual(exactly(1328));
  });

  it('Drôme: 2 € a ride', () => {
    expect(range([flat(200)])).toEqual(exactly(400));
    expect(range([flat(200)], { roundTrip: false, tripKm: 14 })).toEqual(exactly(200));
    expect(range([flat(200, 'round_trip')])).toEqual(exactly(200));
  });

  it('La Baule: from 5 to 13 € a ride', () => {
    expect(range([{ kind: 'flat', cents: 500, maxCents: 1300, per: 'leg', ...note }])).toEqual({
      minCents: 1000,
      maxCents: 2600,
      partial: false,
    });
  });

  it('Nort-sur-Erdre: 3 € up to 10 km, then 0,35 € a kilometre, twice after two hours', () => {
    const nort: FareComponent[] = [
      { kind: 'flat', cents: 300, per: 'leg', band: { fromKm: null, toKm: 10 }, ...note },
      perKm(35, {
        basis: 'trip',
        band: { fromKm: 10, toKm: null },
        waitRule: { freeMinutes: 120, kmFactorBeyond: 2, driverGoesHomeFactor: 2 },
      }),
    ];
    expect(range(nort, { tripKm: 20 })).toEqual(exactly(600));
    expect(range(nort, { tripKm: 28 })).toEqual(exactly(980));
    expect(range(nort, { tripKm: 28, waitMinutes: 150 })).toEqual(exactly(1960));
  });

  it('Sortir Plus: nothing to pay, within a yearly amount', () => {
    const price = priceOf(
      [
        { kind: 'free', ...note },
        { kind: 'allowance', centsPerYear: 45_000, ...note },
      ],
      facts(),
    );
    expect(price).toMatchObject({ ...exactly(0), estimate: false });
    expect(price.lines[1]).toMatchObject({ code: 'allowance', minCents: 45_000, once: 'per_year' });
  });
});

describe('what may come off', () => {
  const reimbursed: FareComponent = {
    kind: 'reimbursed',
    ratePercent: 55,
    franchiseCentsPerTrip: 400,
    franchiseCentsPerDay: 800,
    franchiseCentsPerYear: 5000,
    ...note,
  };

  it('is 55 % less the flat charge of each transport, and never a promise', () => {
    const price = priceOf([flat(4000), reimbursed], facts());
    expect(price).toMatchObject({ minCents: 4400, maxCents: 8000, partial: false });
    expect(price.lines[1]).toMatchObject({ code: 'reimbursed', minCents: -3600, maxCents: 0 });
    // Part of the price unknown: no lowest price is promised.
    const open = priceOf([flat(1300), { kind: 'unknown', ...note }, reimbursed], facts());
    expect(open).toMatchObject({ minCents: null, maxCents: null, partial: true });
    expect(range([flat(4000), reimbursed], { roundTrip: false, tripKm: 14 })).toEqual({
      minCents: 2200,
      maxCents: 4000,
      partial: false,
    });
  });

  it('keeps the flat charges of a day, then of a year, under their ceilings', () => {
    const off = (change: object) =>
      priceOf([flat(4000), { ...reimbursed, ...change }], facts()).lines[1]?.minCents;
    expect(off({ franchiseCentsPerTrip: 600 })).toBe(-3600);
    expect(off({ franchiseCentsPerTrip: 600, franchiseCentsPerYear: 500 })).toBe(-3900);
    expect(off({ franchiseCentsPerTrip: 300 })).toBe(-3800);
  });

  it('does not turn a small price into a gain', () => {
    expect(range([flat(500), reimbursed])).toEqual({
      minCents: 1000,
      maxCents: 1000,
      partial: false,
    });
  });

  it('has no amount when the price is not known', () => {
    const price = priceOf([{ kind: 'unknown', ...note }, reimbursed], facts());
    expect(price).toMatchObject({ minCents: null, maxCents: null, partial: true });
    expect(price.lines[1]).toMatchObject({ code: 'reimbursed', minCents: null, maxCents: null });
  });

  it('is 80 % with the solidarity fare, when the person has the right to it', () => {
    expect(range([flat(700), { kind: 'discount', percent: 80, ...note }])).toEqual({
      minCents: 280,
      maxCents: 1400,
      partial: false,
    });
  });
});

describe('an unknown price', () => {
  it('is never free', () => {
    expect(range([])).toEqual({ minCents: null, maxCents: null, partial: true });
    expect(range([membership(800)])).toEqual({ minCents: null, maxCents: null, partial: true });
  });

  it('keeps the known part as a floor', () => {
    expect(range([flat(200), { kind: 'unknown', ...note }])).toEqual({
      minCents: 400,
      maxCents: null,
      partial: true,
    });
  });
});

describe('any fare', () => {
  const anyComponent = fc.oneof(
    fc.record({ kind: fc.constant('free' as const) }).map((c) => ({ ...c, ...note })),
    fc.integer({ min: 0, max: 5000 }).map((cents) => flat(cents)),
    fc
      .record({
        cents: fc.integer({ min: 1, max: 60 }),
        basis: fc.constantFrom('trip' as const, 'home_round_trip' as const, 'driver_loop' as const),
        waits: fc.boolean(),
      })
      .map(({ cents, basis, waits }) => perKm(cents, { basis, waitRule: waits ? waitRule : null })),
    fc
      .integer({ min: 1, max: 100 })
      .map((percent) => ({ kind: 'discount' as const, percent, ...note })),
    fc.constant({ kind: 'unknown' as const, ...note }),
    fc.constant(membership(800)),
  );
  const anyFacts = fc.record({
    tripKm: fc.double({ min: 0, max: 200, noNaN: true }),
    homeRoundTripKm: fc.double({ min: 0, max: 200, noNaN: true }),
    driverLoopKm: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
    waitMinutes: fc.option(fc.integer({ min: 0, max: 400 })),
    roundTrip: fc.boolean(),
    member: fc.option(fc.boolean()),
  });

  it('has whole cents, a minimum under its maximum, and a line for what is unknown', () => {
    fc.assert(
      fc.property(fc.array(anyComponent, { maxLength: 5 }), anyFacts, (components, given) => {
        const price = priceOf(components, given);
        for (const line of price.lines) {
          expect(line.minCents === null || Number.isInteger(line.minCents)).toBe(true);
          expect(line.maxCents === null || Number.isInteger(line.maxCents)).toBe(true);
        }
        if (price.minCents !== null) expect(price.minCents).toBeGreaterThanOrEqual(0);
        if (price.minCents !== null && price.maxCents !== null) {
          expect(price.minCents).toBeLessThanOrEqual(price.maxCents);
        }
        expect(price.partial).toBe(price.maxCents === null);
      }),
      { numRuns: 500 },
    );
  });

  it('never costs less for a longer wait', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 300 }), (given, longer) => {
        const at = (waitMinutes: number) =>
          priceOf([perKm(10, { waitRule })], { ...given, waitMinutes }).maxCents ?? 0;
        expect(at(60 + longer)).toBeGreaterThanOrEqual(at(60));
      }),
    );
  });
});
