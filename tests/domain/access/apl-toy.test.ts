// The worked example of the French indicator: five communes, two or three sites, exact fractions.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Decay, decayTable } from '#domain/access/decay.ts';
import { huffThreeStep } from '#domain/access/huff-three-step.ts';
import { standardisedDemand } from '#domain/access/standardised-demand.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { densePairs } from './dense.ts';

type Case = {
  time_min: number[][];
  supply: number[];
  expected_demand_weighted: number[];
  expected_apl_fraction: string[];
  expected_territory_mean_pop_weighted: number;
  expected_pop_below_2_5: number;
  apl_site_ratio: number[];
  mh3sfca_expected: number[];
  mh3sfca_site_demand: number[];
  mh3sfca_site_ratio: number[];
};
type Toy = {
  communes: { pop_by_age: number[] }[];
  age_weights: number[];
  expected: { standardised_population: number[] };
  scenarios: Record<string, Case>;
};

/** The file prints 2/3 and 1/3 in base ten. */
const STEPS: Decay = {
  kind: 'step',
  closed: 'right',
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 15, weight: 2 / 3 },
    { minutes: 20, weight: 1 / 3 },
  ],
};

const path = sharedFile('data/catchment/apl_toy.json', 'The worked example of access');

describe.skipIf(path === null)('the worked example of the French indicator', () => {
  const toy: Toy = JSON.parse(path === null ? '{}' : readFileSync(path, 'utf8'));
  const people = toy.communes?.map(({ pop_by_age }) => pop_by_age.reduce((a, b) => a + b, 0)) ?? [];

  it('has the known standardised inhabitants, its bands of age being 0, 15, 60 and 75', () => {
    const bounds = [0, 15, 60, 75];
    const bands = bounds.map((ageFrom, i) => ({
      ageFrom,
      ageTo: i === 3 ? null : (bounds[i + 1] ?? 0) - 1,
    }));
    const weights = bands.map((band, i) => ({ ...band, weight: toy.age_weights[i] ?? 0 }));
    const found = toy.communes.map(({ pop_by_age }) =>
      standardisedDemand(
        bands.map((band, i) => ({ ...band, count: pop_by_age[i] ?? 0 })),
        weights,
      ),
    );
    expect(found).toEqual(toy.expected.standardised_population);
  });

  it.each(Object.entries(toy.scenarios ?? {}))('gives the fractions of « %s »', (_, known) => {
    const demand = Float64Array.from(toy.expected.standardised_population);
    const supply = Float64Array.from(known.supply);
    const found = twoStep(densePairs(known.time_min), decayTable(STEPS), demand, supply);
    for (const [place, fraction] of known.expected_apl_fraction.entries()) {
      const [top = 0, bottom = 1] = fraction.split('/').map(Number);
      expect(found.access[place]).toBeCloseTo(top / bottom, 12);
    }
    for (const [site, weighted] of known.expected_demand_weighted.entries()) {
      expect(found.siteDemand[site]).toBeCloseTo(weighted, 9);
      expect(found.siteRatio[site]).toBeCloseTo(known.apl_site_ratio[site] ?? Number.NaN, 12);
    }
    const shared = huffThreeStep(densePairs(known.time_min), decayTable(STEPS), demand, supply);
    for (const [found, expected] of [
      [shared.access, known.mh3sfca_expected],
      [shared.siteDemand, known.mh3sfca_site_demand],
      [shared.siteRatio, known.mh3sfca_site_ratio],
    ] as const) {
      for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 9);
      expect(found.length).toBe(expected.length);
    }
    const total = people.reduce((sum, each) => sum + each, 0);
    const mean = people.reduce((sum, each, i) => sum + each * (found.access[i] ?? 0), 0) / total;
    expect(mean).toBeCloseTo(known.expected_territory_mean_pop_weighted, 9);
    const below = people.filter((_each, i) => (found.access[i] ?? 0) < 2.5);
    expect(below.reduce((sum, each) => sum + each, 0)).toBe(known.expected_pop_below_2_5);
  });
});
