// One change at a time, or all reckoned again: the same to the last bit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decay, decayTable } from '#domain/access/decay.ts';
import {
  accessBase,
  addSite,
  openScenario,
  type ScenarioState,
  scenarioPairs,
  setRow,
  setSupply,
} from '#domain/access/scenario-state.ts';
import type { SiteRow } from '#domain/access/travel-pairs.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { densePairs, numbers } from './dense.ts';

const DECAY: Decay = {
  kind: 'step',
  closed: 'right',
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 20, weight: 1 / 3 },
  ],
};
const table = decayTable(DECAY);

const rowOf = (...pairs: [place: number, minutes: number][]): SiteRow => ({
  places: Uint32Array.from(pairs, ([place]) => place),
  tenths: Uint16Array.from(pairs, ([, minutes]) => minutes * 10),
});

function expectFromScratch(state: ScenarioState): void {
  const { pairs, supply } = scenarioPairs(state);
  const found = twoStep(pairs, table, state.base.demand, supply);
  expect(Array.from(state.access)).toEqual(Array.from(found.access));
  expect(state.siteDemand).toEqual(Array.from(found.siteDemand));
  expect(state.siteRatio).toEqual(Array.from(found.siteRatio));
}

describe('a scenario', () => {
  it('is the sum reckoned from scratch after any changes, to the last bit', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
    const matrix = fc.array(fc.array(minutes, { minLength: 4, maxLength: 4 }), {
      minLength: 6,
      maxLength: 6,
    });
    const row = fc
      .array(minutes, { minLength: 6, maxLength: 6 })
      .map((times) =>
        rowOf(...times.flatMap((t, p): [number, number][] => (t === null ? [] : [[p, t]]))),
      );
    const amount = fc.double({ min: 0, max: 9_000, noNaN: true });
    const change = fc.oneof(
      fc.record({ kind: fc.constant('supply' as const), site: fc.nat(), amount }),
      fc.record({ kind: fc.constant('row' as const), site: fc.nat(), row }),
      fc.record({ kind: fc.constant('add' as const), row, amount }),
    );
    fc.assert(
      fc.property(matrix, fc.array(change, { maxLength: 12 }), (times, changes) => {
        const demand = numbers(1162.5, 417.5, 185, 4000, 92.5, 0);
        const base = accessBase(densePairs(times), table, demand, numbers(4500, 17000, 0, 300));
        const state = openScenario(base);
        for (const each of changes) {
          if (each.kind === 'add') addSite(state, each.row, each.amount);
          else if (each.kind === 'row') setRow(state, each.site % state.supply.length, each.row);
          else setSupply(state, each.site % state.supply.length, each.amount);
          expectFromScratch(state);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('is back where it was when every change is undone', () => {
    const base = accessBase(
      densePairs([
        [0, 18],
        [9, 25],
        [14, null],
      ]),
      table,
      numbers(10, 20, 30),
      numbers(5, 7),
    );
    const state = openScenario(base);
    setSupply(state, 0, 0);
    setRow(state, 1, rowOf([0, 2], [2, 3]));
    expect(Array.from(state.access)).not.toEqual(Array.from(base.result.access));
    setSupply(state, 0, 5);
    setRow(state, 1, rowOf([0, 18], [1, 25]));
    expect(Array.from(state.access)).toEqual(Array.from(base.result.access));
  });

  it('says which site, supply or place it cannot take', () => {
    const state = openScenario(accessBase(densePairs([[1]]), table, numbers(1), numbers(1)));
    expect(() => setSupply(state, 1, 3)).toThrow('Site: expected 0 to 0, received 1');
    expect(() => setSupply(state, 0, -1)).toThrow('Supply of site 0: expected 0 or more');
    expect(() => addSite(state, rowOf([1, 3]), 3)).toThrow('received 1 after -1');
  });
});
