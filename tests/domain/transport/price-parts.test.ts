import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FareComponent } from '#domain/transport/fare.ts';
import { priceOf, type TripFacts } from '#domain/transport/price-of.ts';
import { provenance } from '#tests/domain/transport/drawn.ts';

const note = { note: null, provenance };
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
const flat = (cents: number): FareComponent => ({ kind: 'flat', cents, per: 'leg', ...note });
const perKm = (
  centsPerKm: number,
  change: Partial<Extract<FareComponent, { kind: 'per_km' }>> = {},
): FareComponent => ({
  kind: 'per_km',
  centsPerKm,
  basis: 'trip',
  waitRule: null,
  ...note,
  ...change,
});

describe('a base and kilometres', () => {
  it('add up, each explained by its own line', () => {
    const price = priceOf([flat(250), perKm(100)], facts());
    expect(price).toMatchObject(exactly(3300));
    expect(price.lines.map(({ code, minCents }) => [code, minCents])).toEqual([
      ['flat', 500],
      ['per_km', 2800],
    ]);
  });

  it('announced as about so much a kilometre give a range', () => {
    expect(range([perKm(10, { maxCentsPerKm: 50 })])).toEqual({
      minCents: 280,
      maxCents: 1400,
      partial: false,
    });
  });
});

describe('a price by zone', () => {
  const zones: FareComponent = {
    kind: 'zone',
    zones: [
      { name: 'bourg', insees: ['16230'] },
      { name: 'plateau', insees: ['16020', '16073'] },
    ],
    prices: [
      { from: 'bourg', to: 'bourg', cents: 100 },
      { from: 'bourg', to: 'plateau', cents: 250 },
    ],
    ...note,
  };

  it('holds in both directions, each way', () => {
    expect(range([zones], { fromInsee: '16230', toInsee: '16073' })).toEqual(exactly(500));
    expect(range([zones], { fromInsee: '16073', toInsee: '16230' })).toEqual(exactly(500));
    expect(
      range([zones], { fromInsee: '16230', toInsee: '16230', roundTrip: false, tripKm: 2 }),
    ).toEqual(exactly(100));
  });

  it('is a range when a commune is not known, and unknown outside the zones', () => {
    expect(range([zones], { fromInsee: '16230' })).toEqual({
      minCents: 200,
      maxCents: 500,
      partial: false,
    });
    const outside = { minCents: null, maxCents: null, partial: true };
    expect(range([zones], { fromInsee: '33063', toInsee: '16230' })).toEqual(outside);
    expect(range([zones], { fromInsee: '16073', toInsee: '16020' })).toEqual(outside);
  });
});

describe('waiting by the hour', () => {
  const wait: FareComponent = { kind: 'wait', centsPerHour: 3000, freeMinutes: 15, ...note };

  it('is counted past the free minutes, and only when somebody waits', () => {
    expect(range([flat(1000), wait], { waitMinutes: 75 })).toEqual(exactly(5000));
    expect(range([flat(1000), wait], { waitMinutes: 15 })).toEqual(exactly(2000));
    expect(range([flat(1000), wait], { roundTrip: false, tripKm: 14 })).toEqual(exactly(1000));
  });

  it('leaves a floor when its length is not known', () => {
    expect(range([flat(1000), wait], { waitMinutes: null })).toEqual({
      minCents: 2000,
      maxCents: null,
      partial: true,
    });
  });
});

describe('something hired by the hour or the day', () => {
  const hired: FareComponent = {
    kind: 'period',
    options: [
      { hours: 6, cents: 800 },
      { hours: 24, cents: 1800 },
    ],
    ...note,
  };

  it('costs the cheapest periods that cover the time away', () => {
    expect(range([hired], { awayMinutes: 200 })).toEqual(exactly(800));
    expect(range([hired], { awayMinutes: 361 })).toEqual(exactly(1600));
    expect(range([hired], { awayMinutes: 13 * 60 })).toEqual(exactly(1800));
    expect(range([hired], { awayMinutes: 30 * 60 })).toEqual(exactly(2600));
    expect(range([hired])).toEqual({ minCents: 800, maxCents: null, partial: true });
  });

  it('lists a deposit and a pass beside the price, not in it', () => {
    const price = priceOf(
      [
        flat(100),
        { kind: 'deposit', cents: 20_000, ...note },
        { kind: 'pass', cents: 800, trips: 10, per: 'book', ...note },
      ],
      facts(),
    );
    expect(price).toMatchObject(exactly(200));
    expect(price.lines.map(({ code, minCents }) => [code, minCents])).toEqual([
      ['flat', 100 * 2],
      ['deposit', 20_000],
      ['pass', 800],
    ]);
  });
});

describe('floors, ceilings and what others pay', () => {
  const limits = (minCents: number | null, maxCents: number | null): FareComponent => ({
    kind: 'limits',
    minCents,
    maxCents,
    per: 'leg',
    ...note,
  });

  it('keep the price between them, and say by how much it changed', () => {
    expect(range([perKm(100), limits(200, 800)])).toEqual(exactly(1600));
    expect(range([perKm(1), limits(200, 800)])).toEqual(exactly(400));
    const price = priceOf([perKm(100), limits(null, 800)], facts());
    expect(price.lines.at(-1)).toMatchObject({ code: 'limits', minCents: -1200, maxCents: -1200 });
    expect(priceOf([perKm(20), limits(200, 800)], facts()).lines).toHaveLength(1);
  });

  it('bound what is not known: a ceiling gives the most it can cost', () => {
    const loop = perKm(32, { basis: 'driver_loop' });
    expect(range([loop])).toEqual({ minCents: 896, maxCents: null, partial: true });
    expect(range([loop, limits(null, 1000)])).toEqual({
      minCents: 896,
      maxCents: 2000,
      partial: false,
    });
  });

  it('take a subsidy off for everybody, up to its amount, before any reimbursement', () => {
    const subsidy = (maxCents: number | null): FareComponent => ({
      kind: 'subsidy',
      percent: 50,
      maxCents,
      ...note,
    });
    expect(range([flat(2000), subsidy(null)])).toEqual(exactly(2000));
    expect(range([flat(2000), subsidy(500)])).toEqual(exactly(3500));
    const half: FareComponent = { kind: 'discount', percent: 50, ...note };
    expect(range([flat(2000), subsidy(null), half])).toEqual({
      minCents: 1000,
      maxCents: 2000,
      partial: false,
    });
  });

  it('says where to ask for a price made on request', () => {
    const url = 'https://exemple.fr/devis';
    const price = priceOf([{ kind: 'quote', url, ...note }], facts());
    expect(price).toMatchObject({ minCents: null, maxCents: null, partial: true });
    expect(price.lines[0]).toMatchObject({ code: 'quote', url });
  });
});

describe('any bounded fare', () => {
  it('has lines that add up to its ends when all are known', () => {
    const known = fc.oneof(
      fc.integer({ min: 0, max: 3000 }).map(flat),
      fc.integer({ min: 0, max: 90 }).map((cents) => perKm(cents, { maxCentsPerKm: cents + 5 })),
      fc.integer({ min: 0, max: 4000 }).map(
        (maxCents): FareComponent => ({
          kind: 'limits',
          minCents: null,
          maxCents,
          per: 'round_trip',
          ...note,
        }),
      ),
      fc
        .integer({ min: 0, max: 100 })
        .map((percent): FareComponent => ({ kind: 'subsidy', percent, maxCents: 900, ...note })),
    );
    fc.assert(
      fc.property(fc.array(known, { maxLength: 6 }), (parts) => {
        const price = priceOf([flat(100), ...parts], facts());
        const ends = (end: 'minCents' | 'maxCents') =>
          price.lines.reduce((cents, line) => cents + (line[end] ?? Number.NaN), 0);
        expect(price.minCents).toBe(ends('minCents'));
        expect(price.maxCents).toBe(ends('maxCents'));
        expect(price.minCents ?? -1).toBeGreaterThanOrEqual(0);
        expect(price.minCents ?? 0).toBeLessThanOrEqual(price.maxCents ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
