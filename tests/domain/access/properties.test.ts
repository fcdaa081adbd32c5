// What must hold of every measure, whatever the territory, and where it must not.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanced } from '#domain/access/balanced.ts';
import { type Decay, decayTable } from '#domain/access/decay.ts';
import { gravity } from '#domain/access/gravity.ts';
import { huffThreeStep } from '#domain/access/huff-three-step.ts';
import { placesInReach } from '#domain/access/in-reach.ts';
import { concentration, gini, palma, tenths, theil } from '#domain/access/inequality.ts';
import { layerOf, meanOfLayers, stackLayers } from '#domain/access/multimodal.ts';
import { nearest } from '#domain/access/nearest.ts';
import { openPairs } from '#domain/access/open-pairs.ts';
import { optimisedTwoStep } from '#domain/access/optimised-two-step.ts';
import { spatialAvailability } from '#domain/access/spatial-availability.ts';
import { threeStep } from '#domain/access/three-step.ts';
import { UNREACHABLE_TENTHS, viewByPlace } from '#domain/access/travel-pairs.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { densePairs, numbers } from './dense.ts';

const STEPS: Decay = {
  kind: 'step',
  closed: 'right',
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 15, weight: 2 / 3 },
    { minutes: 20, weight: 1 / 3 },
  ],
};
const table = decayTable(STEPS);
type Matrix = (number | null)[][];

const [PLACES, SITES] = [7, 5];
const minutes = fc.option(fc.integer({ min: 0, max: 25 }), { nil: null, freq: 3 });
const matrices: fc.Arbitrary<Matrix> = fc.array(
  fc.array(minutes, { minLength: SITES, maxLength: SITES }),
  { minLength: PLACES, maxLength: PLACES },
);
const amounts = (length: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: 0, max: 5_000 }), { minLength: length, maxLength: length })
    .map((each) => Float64Array.from(each));
const territory = fc.tuple(matrices, amounts(PLACES), amounts(SITES));
const options = { seed: 17, numRuns: 150 };

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const dot = (a: Float64Array, b: Float64Array): number =>
  sum(a.map((each, i) => each * (b[i] ?? 0)));

/** Supply of the sites that somebody who lives somewhere reaches. */
function reachedSupply(matrix: Matrix, demand: Float64Array, supply: Float64Array): number {
  return sum(
    supply.map((amount, site) =>
      matrix.some((row, place) => {
        const time = row[site] ?? null;
        return time !== null && time <= 20 && (demand[place] ?? 0) > 0;
      })
        ? amount
        : 0,
    ),
  );
}

const measures = {
  twoStep: (m: Matrix, d: Float64Array, s: Float64Array) =>
    twoStep(densePairs(m), table, d, s).access,
  optimisedTwoStep: (m: Matrix, d: Float64Array, s: Float64Array) =>
    optimisedTwoStep(densePairs(m), table, d, s),
  threeStep: (m: Matrix, d: Float64Array, s: Float64Array) => threeStep(densePairs(m), table, d, s),
  huffThreeStep: (m: Matrix, d: Float64Array, s: Float64Array) =>
    huffThreeStep(densePairs(m), table, d, s).access,
  balanced: (m: Matrix, d: Float64Array, s: Float64Array) => balanced(densePairs(m), table, d, s),
  gravity: (m: Matrix, _d: Float64Array, s: Float64Array) => gravity(densePairs(m), table, s),
  spatialAvailability: (m: Matrix, d: Float64Array, s: Float64Array) =>
    spatialAvailability(densePairs(m), table, d, s),
};

function expectClose(found: Float64Array, known: Float64Array): void {
  for (const [i, value] of known.entries()) {
    expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(value)),
    );
  }
}

describe('supply', () => {
  it('is shared out whole by E2SFCA, 3SFCA and spatial availability, not by M2SFCA', () => {
    let lost = 0;
    fc.assert(
      fc.property(territory, ([matrix, demand, supply]) => {
        const whole = reachedSupply(matrix, demand, supply);
        expect(dot(demand, measures.twoStep(matrix, demand, supply))).toBeCloseTo(whole, 6);
        expect(dot(demand, measures.threeStep(matrix, demand, supply))).toBeCloseTo(whole, 6);
        expect(sum(measures.spatialAvailability(matrix, demand, supply))).toBeCloseTo(whole, 6);
        if (dot(demand, measures.optimisedTwoStep(matrix, demand, supply)) < whole - 1) lost += 1;
      }),
      options,
    );
    expect(lost).toBeGreaterThan(50);
  });

  it.each(Object.entries(measures))('multiplied gives %s multiplied', (_, measure) => {
    fc.assert(
      fc.property(territory, fc.integer({ min: 2, max: 50 }), ([matrix, demand, supply], k) => {
        const more = measure(
          matrix,
          demand,
          supply.map((each) => k * each),
        );
        expectClose(
          more,
          measure(matrix, demand, supply).map((each) => k * each),
        );
      }),
      options,
    );
  });
});

describe('the order in which places and sites come', () => {
  it.each(Object.entries(measures))('changes nothing to %s', (_, measure) => {
    const turned = <T>(list: ArrayLike<T>, by: number): T[] =>
      Array.from(list, (_each, i) => list[(i + by) % list.length] as T);
    fc.assert(
      fc.property(territory, fc.nat(PLACES), fc.nat(SITES), ([matrix, demand, supply], p, s) => {
        const found = measure(
          turned(matrix, p).map((row) => turned(row, s)),
          Float64Array.from(turned(demand, p)),
          Float64Array.from(turned(supply, s)),
        );
        expectClose(found, Float64Array.from(turned(measure(matrix, demand, supply), p)));
      }),
      options,
    );
  });

  it('changes nothing to inequality, equal incomes included', () => {
    const [access, people, income] = [
      numbers(1, 4, 2, 0, 3),
      numbers(10, 20, 0, 40, 30),
      numbers(9, 5, Number.NaN, 5, 5),
    ];
    const back = (values: Float64Array): Float64Array => values.toReversed();
    for (const measure of [gini, theil] as const) {
      expect(measure(back(access), back(people))).toBeCloseTo(measure(access, people), 12);
    }
    const [one, other] = [
      concentration(access, people, income),
      concentration(back(access), back(people), back(income)),
    ];
    expect(other.index).toBeCloseTo(one.index, 12);
    expect(other.bounded).toBeCloseTo(one.bounded, 12);
    expect(palma(back(access), back(people), back(income))).toBe(palma(access, people, income));
  });
});

describe('an opening', () => {
  it('only raises access in E2SFCA, and a closure only lowers it', () => {
    fc.assert(
      fc.property(territory, fc.nat(SITES - 1), ([matrix, demand, supply], site) => {
        const closed = supply.map((each, i) => (i === site ? 0 : each));
        const before = measures.twoStep(matrix, demand, supply);
        for (const [place, value] of measures.twoStep(matrix, demand, closed).entries()) {
          expect(value).toBeLessThanOrEqual((before[place] ?? 0) + 1e-9);
        }
      }),
      options,
    );
  });

  it.each(['huffThreeStep', 'threeStep'] as const)(
    'may lower access somewhere in %s, which shares demand out again',
    (name) => {
      let lowered = 0;
      fc.assert(
        fc.property(territory, fc.nat(SITES - 1), ([matrix, demand, supply], site) => {
          const closed = supply.map((each, i) => (i === site ? 0 : each));
          const without = matrix.map((row) => row.map((time, i) => (i === site ? null : time)));
          const before = measures[name](without, demand, closed);
          const after = measures[name](matrix, demand, supply);
          if (after.some((value, place) => value < (before[place] ?? 0) - 1e-6)) lowered += 1;
        }),
        options,
      );
      expect(lowered).toBeGreaterThan(0);
    },
  );

  it('lowers nothing in balanced FCA, but changes the ratio of the sites that were there', () => {
    // A new site divides people more finely: fewer come to each of the others, whose own weights stay.
    let raisedElsewhere = 0;
    fc.assert(
      fc.property(territory, fc.nat(SITES - 1), ([matrix, demand, supply], site) => {
        const without = matrix.map((row) => row.map((time, i) => (i === site ? null : time)));
        const before = measures.balanced(without, demand, supply);
        const after = measures.balanced(matrix, demand, supply);
        for (const [place, value] of after.entries()) {
          const old = before[place] ?? 0;
          expect(value).toBeGreaterThanOrEqual(old - 1e-9 * Math.max(1, old));
          const reachesIt = (matrix[place]?.[site] ?? 99) <= 20;
          if (!reachesIt && value > old + 1e-6) raisedElsewhere += 1;
        }
      }),
      options,
    );
    expect(raisedElsewhere).toBeGreaterThan(0);
  });

  it('that is only on paper, without supply, draws people in balanced FCA until it leaves the pairs', () => {
    const matrix: Matrix = [[5, 5]];
    const [demand, supply] = [numbers(100), numbers(200, 0)];
    expect(measures.balanced(matrix, demand, supply)[0]).toBeCloseTo(4, 12);
    const open = openPairs(densePairs(matrix), supply);
    expect(balanced(open, table, demand, supply)[0]).toBeCloseTo(2, 12);
  });
});

describe('times', () => {
  it('are those from people to care: turned round, they give another answer', () => {
    const there: Matrix = [
      [5, 18],
      [12, 5],
    ];
    const back: Matrix = [
      [5, 12],
      [18, 5],
    ];
    const [demand, supply] = [numbers(100, 300), numbers(10, 20)];
    // By hand: weights 1, 1/3 / 2/3, 1; site demands 300 and 333.33.
    const found = measures.twoStep(there, demand, supply);
    expect(found[0]).toBeCloseTo(10 / 300 + 20 / 333.333_333_333 / 3, 9);
    expect(found[1]).toBeCloseTo(((10 / 300) * 2) / 3 + 20 / 333.333_333_333, 9);
    expect(Array.from(measures.twoStep(back, demand, supply))).not.toEqual(Array.from(found));
  });

  it('of zero are times, and out of reach is none', () => {
    const pairs = densePairs([[0], [null], [20.1]]);
    const [demand, supply] = [numbers(10, 10, 10), numbers(5)];
    expect(Array.from(twoStep(pairs, table, demand, supply).access)).toEqual([0.5, 0, 0]);
    expect(Array.from(placesInReach(pairs, table, supply))).toEqual([1, 0, 0]);
    expect(Array.from(placesInReach(pairs, table, numbers(0)))).toEqual([0, 0, 0]);
    const { tenths: times, sites } = nearest(viewByPlace(pairs), supply);
    expect(Array.from(times)).toEqual([0, UNREACHABLE_TENTHS, 201]);
    expect(Array.from(sites)).toEqual([0, -1, 0]);
  });

  it('name the third nearest by units of supply, the first site of two as near', () => {
    const view = viewByPlace(densePairs([[7, 3, 7, 9]]));
    expect(nearest(view, numbers(1, 2, 1, 0), 1)).toMatchObject({ sites: Int32Array.of(1) });
    expect(nearest(view, numbers(1, 2, 1, 0), 3)).toMatchObject({
      tenths: Uint16Array.of(70),
      sites: Int32Array.of(0),
    });
    expect(nearest(view, numbers(1, 2, 1, 0), 5).sites[0]).toBe(-1);
  });
});

describe('people with and without a car', () => {
  it('draw on the same supply, which is shared out whole among them', () => {
    fc.assert(
      fc.property(
        matrices,
        matrices,
        amounts(PLACES),
        amounts(SITES),
        (car, bus, people, supply) => {
          const layers = stackLayers([
            { pairs: densePairs(car), demand: people.map((each) => each * 0.8) },
            { pairs: densePairs(bus), demand: people.map((each) => each * 0.1) },
            { pairs: densePairs(car), demand: people.map((each) => each * 0.1) },
          ]);
          const { access } = twoStep(layers.pairs, table, layers.demand, supply);
          const all = [...car, ...bus];
          const twice = Float64Array.from([...people, ...people]);
          expect(dot(layers.demand, access)).toBeCloseTo(reachedSupply(all, twice, supply), 6);
          // Those of the third layer travel as those of the first do.
          expect(Array.from(layerOf(access, 2, PLACES))).toEqual(
            Array.from(layerOf(access, 0, PLACES)),
          );
          const mean = meanOfLayers(access, [1, 2], PLACES);
          expect(mean[3]).toBeCloseTo(
            ((access[PLACES + 3] ?? 0) + (access[2 * PLACES + 3] ?? 0)) / 2,
            9,
          );
        },
      ),
      options,
    );
  });

  it('must live in the same places', () => {
    const one = { pairs: densePairs([[1]]), demand: numbers(1) };
    const two = { pairs: densePairs([[1], [2]]), demand: numbers(1, 1) };
    expect(() => stackLayers([one, two])).toThrow('Layer 1: expected 1 places and 1 sites');
  });
});

describe('the best and the worst tenth of people', () => {
  it('are whole people, a place on the line divided', () => {
    const found = tenths(numbers(4, 1, 10), numbers(85, 5, 10));
    expect(found.worst).toBeCloseTo((5 * 1 + 5 * 4) / 10, 12);
    expect(found.best).toBeCloseTo(10, 12);
    expect(found.ratio).toBeCloseTo(4, 12);
  });
});
