// How sure a desert is: the same draws for the same seed, sure where nothing can change it.

import { describe, expect, it } from 'vitest';
import { APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { DESERT_VARIANTS, robustDesert } from '#domain/access/robust-desert.ts';
import { seededNumbers } from '#domain/access/seeded-numbers.ts';
import { uncertainty, usualDraws } from '#domain/access/uncertainty.ts';
import { densePairs, numbers } from './dense.ts';

const decay = APL_PARAMETERS.gp.decay.value;
// The first place beside its site, the second at the edge of a step, the third out of any reach.
const pairs = densePairs([
  [1, 19],
  [10, 14.5],
  [60, null],
]);
const demand = numbers(1_000, 1_000, 500);
const supply = numbers(6_500, 900);

describe('the draws', () => {
  const found = uncertainty(pairs, demand, supply, 2.5, usualDraws(decay));

  it('are two hundred, the same for the same seed, others for another', () => {
    const again = uncertainty(pairs, demand, supply, 2.5, usualDraws(decay));
    const others = uncertainty(pairs, demand, supply, 2.5, { ...usualDraws(decay), seed: 2 });
    expect(again).toEqual(found);
    expect(others.low[1]).not.toBe(found.low[1]);
    for (const each of found.probabilityBelow)
      expect(each * 200).toBeCloseTo(Math.round(each * 200), 9);
  });

  it('are sure of a place with plenty and of one with nothing, not of one at the edge', () => {
    expect(found.probabilityBelow[0]).toBe(0);
    expect(found.probabilityBelow[2]).toBe(1);
    expect(found.probabilityBelow[1]).toBeGreaterThan(0.05);
    expect(found.probabilityBelow[1]).toBeLessThan(0.95);
    expect(found.low[1]).toBeLessThan(found.high[1] ?? 0);
    expect([found.low[2], found.high[2]]).toEqual([0, 0]);
  });

  it('of places told together are those of their mean, not the mean of theirs', () => {
    const groups = { count: 1, ofPlace: Int32Array.of(0, -1, 0), weights: numbers(10, 99, 1) };
    const told = uncertainty(pairs, demand, supply, 2.5, usualDraws(decay), groups);
    // One is never below, the other always: together they never are.
    expect(Array.from(told.probabilityBelow)).toEqual([0]);
    expect(told.low[0]).toBeCloseTo((10 * (found.low[0] ?? 0)) / 11, 6);
    expect(told.high[0]).toBeCloseTo((10 * (found.high[0] ?? 0)) / 11, 6);
  });

  it('are all the same when nothing is uncertain', () => {
    const model = { draws: 5, seed: 1, timeShare: 0, supplyShare: 0, decays: [decay] };
    const sure = uncertainty(pairs, demand, supply, 2.5, model);
    expect(Array.from(sure.low)).toEqual(Array.from(sure.high));
  });

  it('refuse a model that means nothing', () => {
    const model = usualDraws(decay);
    const draw = (change: Partial<typeof model>) => () =>
      uncertainty(pairs, demand, supply, 2.5, { ...model, ...change });
    expect(draw({ draws: 0 })).toThrow('Draws: expected 1 to 10,000, received 0');
    expect(draw({ timeShare: 1 })).toThrow('timeShare: expected 0 to 1');
    expect(draw({ decays: [] })).toThrow('one decay at least');
  });
});

describe('a robust desert', () => {
  it('is below the threshold in all nine variants; one that is in some is fragile', () => {
    const found = robustDesert(pairs, demand, supply, 2.5, decay);
    expect(DESERT_VARIANTS.length).toBe(9);
    expect(Array.from(found.robust)).toEqual([0, 0, 1]);
    expect(found.votes[1]).toBeGreaterThan(0);
    expect(found.votes[1]).toBeLessThan(9);
  });
});

describe('seeded numbers', () => {
  it('spread evenly from 0 to 1 and never repeat soon', () => {
    const next = seededNumbers(0);
    const tenths = new Uint32Array(10);
    const seen = new Set<number>();
    for (let i = 0; i < 10_000; i++) {
      const value = next();
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
      seen.add(value);
    }
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120);
    expect(seen.size).toBeGreaterThan(9_990);
  });
});
