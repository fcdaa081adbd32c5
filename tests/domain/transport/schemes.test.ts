// Can the model say how thirteen real associations work, and what a trip costs with each?

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Profile } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';
import { priceOf, type TripFacts } from '#domain/transport/price-of.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { CARE, HOME, SCHEMES, type Scheme } from '#tests/domain/transport/drawn-schemes.ts';

/** 14 km by road, there and back, an hour on the spot. */
const TRIP: TripFacts = {
  tripKm: 28,
  homeRoundTripKm: 28,
  driverLoopKm: null,
  waitMinutes: 60,
  roundTrip: true,
  member: null,
};

/** Euros, worked out by hand; null: not known. */
const EXPECTED: Readonly<Record<string, readonly [min: number | null, max: number | null]>> = {
  mosc: [2.8, 2.8],
  'transolidaire-matour': [8.4, 8.4],
  thouarce: [11.2, 11.2],
  'solidarite-transport-50': [8.96, 8.96],
  mobisol26: [4, 4],
  baule: [10, 26],
  'armagnac-landais': [5.6, 5.6],
  'nort-sur-erdre': [9.8, 9.8],
  vms86: [null, null],
  'roulons-solidaires': [null, null],
  domfront: [14, 14],
  montaigu: [null, null],
  'familles-rurales': [null, null],
};

const schemeLike = (id: string): Scheme => {
  const found = SCHEMES.find(({ like }) => like === id);
  if (found === undefined) throw new Error(`No scheme is drawn from ${id}.`);
  return found;
};
const euros = (cents: number | null) => (cents === null ? null : cents / 100);

describe('thirteen associations', () => {
  it.each(Object.entries(EXPECTED))('%s: a trip is served and priced', (id, expected) => {
    const { pattern, fares } = schemeLike(id);
    expect(patternServes(pattern, HOME, CARE, 14_000)).toBe(true);
    const price = priceOf(fares, TRIP);
    expect([euros(price.minCents), euros(price.maxCents)]).toEqual(expected);
    expect(price.partial).toBe(expected[1] === null);
    expect(price.lines.length).toBeGreaterThan(0);
  });

  it('vary with the length of the trip and of the wait', () => {
    const cost = (id: string, change: Partial<TripFacts>) =>
      priceOf(schemeLike(id).fares, { ...TRIP, ...change }).maxCents;
    expect(cost('nort-sur-erdre', { tripKm: 20 })).toBe(600);
    expect(cost('nort-sur-erdre', { waitMinutes: 150 })).toBe(1960);
    expect(cost('mosc', { waitMinutes: 120, driverGoesHome: false })).toBe(560);
    expect(cost('vms86', { tripKm: 4 })).toBe(600);
  });

  it('refuse nobody for what was not asked, and name what refuses', () => {
    for (const { eligibility, fares } of SCHEMES) {
      expect(fares.length).toBeGreaterThan(0);
      expect(evaluateEligibility(eligibility, {}).value).not.toBe(false);
    }
    const refused = (id: string, profile: Profile) =>
      evaluateEligibility(schemeLike(id).eligibility, profile).reasons.map(
        ({ criterion }) => criterion.kind,
      );
    expect(refused('solidarite-transport-50', { hasVehicle: true })).toEqual(['no_vehicle']);
    expect(refused('montaigu', { residenceInsee: '33063' })).toEqual(['residence']);
  });
});

type Published = {
  id: string;
  kind: string;
  pricePerKm: { amount: number } | null;
  flatPrices: { amount?: number; min?: number; max?: number }[] | null;
  membershipPerYear: number | null;
  notice: { days?: number; hours?: number; firstRegistrationDays?: number } | null;
  waitRule: { maxMinutes: number } | null;
};

const file = sharedFile(
  'facts/typical-solidarity-transport.json',
  'the published examples of solidarity transport',
);

describe.skipIf(file === null)('the published examples', () => {
  const { examples }: { examples: Published[] } = JSON.parse(
    file === null ? '{"examples":[]}' : readFileSync(file, 'utf8'),
  );
  const volunteer = examples.filter(({ kind }) => kind === 'transport-solidaire');
  const part = <Kind extends FareComponent['kind']>(scheme: Scheme, kind: Kind) =>
    scheme.fares.find(
      (each): each is Extract<FareComponent, { kind: Kind }> => each.kind === kind,
    ) ?? null;

  it('are all drawn here', () => {
    expect(volunteer.map(({ id }) => id).toSorted()).toEqual(
      SCHEMES.map(({ like }) => like).toSorted(),
    );
  });

  it.each(volunteer)('$id: the figures drawn are the published ones', (published) => {
    const scheme = schemeLike(published.id);
    expect(part(scheme, 'per_km')?.centsPerKm ?? null).toBe(
      published.pricePerKm === null ? null : Math.round(published.pricePerKm.amount * 100),
    );
    expect(euros(part(scheme, 'membership')?.cents ?? null)).toBe(published.membershipPerYear);
    const [flat] = published.flatPrices ?? [];
    expect(euros(part(scheme, 'flat')?.cents ?? null)).toBe(flat?.amount ?? flat?.min ?? null);
    expect(euros(part(scheme, 'flat')?.maxCents ?? null)).toBe(flat?.max ?? null);
    const waitMinutes = published.waitRule?.maxMinutes ?? null;
    expect(part(scheme, 'per_km')?.waitRule?.freeMinutes ?? null).toBe(waitMinutes);
    expect(scheme.pattern.waitMaxMinutes).toBe(waitMinutes);
    const { days, hours, firstRegistrationDays } = published.notice ?? {};
    if (days !== undefined) expect(scheme.booking?.notice).toMatchObject({ days });
    if (hours !== undefined)
      expect(scheme.booking?.notice).toMatchObject({ minMinutes: hours * 60 });
    expect(scheme.booking?.firstTripDays ?? null).toBe(firstRegistrationDays ?? null);
  });
});
