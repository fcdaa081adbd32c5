// Small published cases: three places and two or three sites, known answers.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { balanced } from '#domain/access/balanced.ts';
import { type Decay, type DecayTable, decayTable, within } from '#domain/access/decay.ts';
import { huffThreeStep } from '#domain/access/huff-three-step.ts';
import { optimisedTwoStep } from '#domain/access/optimised-two-step.ts';
import { spatialAvailability } from '#domain/access/spatial-availability.ts';
import { threeStep } from '#domain/access/three-step.ts';
import type { TravelPairs } from '#domain/access/travel-pairs.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { densePairs, denseWeights, numbers } from './dense.ts';

const steps = (
  closed: 'right' | 'left',
  ...bounds: [minutes: number, weight: number][]
): Decay => ({
  kind: 'step',
  closed,
  steps: bounds.map(([minutes, weight]) => ({ minutes, weight })),
});

function expectNear(found: Float64Array, known: readonly number[], tolerance = 1e-9): void {
  expect(found.length).toBe(known.length);
  for (const [i, value] of known.entries()) {
    expect(Math.abs((found[i] ?? Number.NaN) - value), `place ${i}`).toBeLessThanOrEqual(
      tolerance * Math.max(1e-12, Math.abs(value)),
    );
  }
}

type Toy = {
  demand: number[];
  supply: number[];
  cost_rows_demand_cols_supply: number[][];
  expected: Record<string, number[]>;
};

const toyPath = sharedFile('data/catchment/catchment_fca_expected.json', 'Catchment toys');

describe.skipIf(toyPath === null)('the toys of the R package catchment', () => {
  const toys: Record<string, Toy> = JSON.parse(
    toyPath === null ? '{}' : readFileSync(toyPath, 'utf8'),
  );
  const e2 = steps('right', [20, 1], [40, 0.68], [60, 0.22]);
  const ways: Record<string, [Decay, (...of: Sum) => Float64Array]> = {
    '2sfca_lt30': [steps('left', [30, 1]), (...of) => twoStep(...of).access],
    kd2sfca_gauss_scale2: [
      { kind: 'gaussian', spreadSquareMinutes: 8, reachMinutes: null },
      (...of) => twoStep(...of).access,
    ],
    e2sfca_20_40_60: [e2, (...of) => twoStep(...of).access],
    m2sfca_provider_sq: [e2, optimisedTwoStep],
    bfca: [e2, balanced],
    '3sfca': [e2, (...of) => threeStep(...of)],
  };
  type Sum = [TravelPairs, DecayTable, Float64Array, Float64Array];

  it.each(Object.entries(toys))('are found in %s', (_, toy) => {
    const pairs = densePairs(toy.cost_rows_demand_cols_supply);
    for (const [name, known] of Object.entries(toy.expected)) {
      const way = ways[name];
      if (way === undefined) throw new Error(`no measure named ${name}`);
      const [decay, measure] = way;
      const found = measure(
        pairs,
        decayTable(decay),
        Float64Array.from(toy.demand),
        Float64Array.from(toy.supply),
      );
      expectNear(found, known);
    }
  });
});

type Hospital = {
  tracts: { pop: number; doc: number }[];
  scenarios: Record<string, { od: [number, number, number, number][] } & Record<string, object>>;
};

const hospitalPath = sharedFile('data/catchment/pysal_hospital_expected.json', 'Hospital toy');

describe.skipIf(hospitalPath === null)('three hospitals with times that differ each way', () => {
  const whole: Record<string, Hospital> = JSON.parse(
    hospitalPath === null ? '{}' : readFileSync(hospitalPath, 'utf8'),
  );
  const toy = whole['hospital_3_tracts'];
  const demand = Float64Array.from(toy?.tracts ?? [], ({ pop }) => pop);
  const supply = Float64Array.from(toy?.tracts ?? [], ({ doc }) => doc);

  it.each(Object.entries(toy?.scenarios ?? {}))(
    'are found in scenario %s',
    (_, { od, ...known }) => {
      const minutes: (number | null)[][] = [
        [null, null, null],
        [null, null, null],
        [null, null, null],
      ];
      const whole = decayTable(within(1)).fill(0);
      for (const [from, to, time, weight] of od) {
        const row = minutes[from - 1];
        if (row) row[to - 1] = time;
        whole[time * 10] = weight;
      }
      const pairs = densePairs(minutes);
      const cut = whole.map((weight, tenths) => (tenths <= 610 ? weight : 0));
      const e2 = decayTable(steps('right', [10, 1], [20, 0.68], [30, 0.22]));
      const found: Record<string, Float64Array> = {
        '2sfca_gravity_1_-1_max61': twoStep(pairs, cut, demand, supply).access,
        '3sfca_gravity_1_-1_max61': threeStep(pairs, cut, demand, supply, whole),
        '2sfca_binary61': twoStep(pairs, decayTable(within(61)), demand, supply).access,
        'e2sfca_10:1_20:.68_30:.22': twoStep(pairs, e2, demand, supply).access,
      };
      expect(Object.keys(known).toSorted()).toEqual(Object.keys(found).toSorted());
      for (const [name, values] of Object.entries(known)) {
        expectNear(found[name] ?? numbers(), Object.values(values));
      }
    },
  );
});

describe('the example of the R package fca', () => {
  const people = numbers(100, 200, 50, 100, 500, 50, 100, 100, 50, 500);
  const supply = numbers(1000, 200, 500);
  const bySite = [
    [
      8.627326, 23.649154, 12.269308, 26.490522, 28.214019, 1.366695, 15.843165, 26.772571,
      16.54305, 13.698442,
    ],
    [
      28.705, 13.600025, 20.327119, 17.179002, 3.08774, 26.994749, 7.382632, 1.261786, 9.837622,
      28.635109,
    ],
    [
      26.686179, 20.784102, 19.215204, 29.828093, 19.671174, 21.255914, 16.321981, 17.824261,
      8.674792, 4.413409,
    ],
  ];
  const spread = -(30 ** 2) / Math.log(0.01);
  const weights = Array.from(people, (_, place) =>
    bySite.map((row) => Math.exp(-((row[place] ?? 0) ** 2) / spread)),
  );

  it('is that of 2SFCA when everybody reaches everything', () => {
    const { pairs, table } = denseWeights(weights.map((row) => row.map(() => 1)));
    const known = Array.from(people, () => 1700 / 1750);
    expectNear(twoStep(pairs, table, people, supply).access, known, 1e-12);
  });

  it('is that of 3SFCA and MH3SFCA with the bell that ends at thirty minutes', () => {
    const { pairs, table } = denseWeights(weights);
    expectNear(
      threeStep(pairs, table, people, supply),
      [
        3.414036, 0.149268, 1.594026, 0.076794, 0.289432, 4.67615, 0.529525, 0.308881, 0.714281,
        1.486568,
      ],
      1e-5,
    );
    expectNear(
      huffThreeStep(pairs, table, people, supply).access,
      [
        1.083338, 0.111158, 0.638009, 0.059944, 0.257206, 1.527321, 0.347563, 0.266614, 0.47302,
        0.729435,
      ],
      1e-5,
    );
  });

  it('is that of its tests: weights from 1 to 24', () => {
    const [p, s] = [numbers(1, 2, 3, 4), numbers(1, 2, 3, 4, 5, 6)];
    const rising = Array.from(p, (_, i) => Array.from(s, (_each, j) => 6 * i + j + 1));
    const { pairs, table } = denseWeights(rising);
    const ones = denseWeights(rising.map((row) => row.map(() => 1)));
    expectNear(twoStep(ones.pairs, ones.table, p, s).access, [2.1, 2.1, 2.1, 2.1], 1e-12);
    expectNear(threeStep(pairs, table, p, s), [0.6686168, 1.3565093, 2.0921208, 2.8355005], 1e-7);
    expectNear(
      huffThreeStep(pairs, table, p, s).access,
      [9.617634, 21.717421, 34.325798, 47.032856],
      1e-7,
    );
  });
});

describe('spatial availability', () => {
  it('is that of the three towns of Soukhov and others, and adds up to the supply', () => {
    const pairs = densePairs([
      [15, 30, 100],
      [30, 15, 100],
      [100, 100, 15],
    ]);
    const table = decayTable({ kind: 'exponential', ratePerMinute: 0.1, reachMinutes: null });
    const people = numbers(50_000, 150_000, 10_000);
    const found = spatialAvailability(pairs, table, people, numbers(100_000, 100_000, 10_000));
    expect(Array.from(found, Math.round)).toEqual([66_833, 133_203, 9_963]);
    expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(210_000, 6);
  });
});
