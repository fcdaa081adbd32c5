// Every column of the known answers on a real matrix, to 1e-9.

import { describe, expect, it } from 'vitest';
import { balanced } from '#domain/access/balanced.ts';
import { cumulative } from '#domain/access/cumulative.ts';
import { type Decay, decayTable, within } from '#domain/access/decay.ts';
import { gravity } from '#domain/access/gravity.ts';
import { concentration, gini, palma, theil } from '#domain/access/inequality.ts';
import { nearest } from '#domain/access/nearest.ts';
import { shortfall } from '#domain/access/shortfall.ts';
import { spatialAvailability } from '#domain/access/spatial-availability.ts';
import { type TravelPairs, viewByPlace } from '#domain/access/travel-pairs.ts';
import { twoStep } from '#domain/access/two-step.ts';
import { readColumns, readKnown, smallPairs, wholePairs } from './real-matrix.ts';

/** The package of the known answers gives the new weight at the step itself. */
const stepsAt = (...minutes: number[]): Decay => ({
  kind: 'step',
  closed: 'left',
  steps: minutes.map((each, i) => ({
    minutes: each,
    weight: (minutes.length - i) / minutes.length,
  })),
});
const falling = (ratePerMinute: number): Decay => ({
  kind: 'exponential',
  ratePerMinute,
  reachMinutes: null,
});
const LOGISTIC: Decay = {
  kind: 'logistic',
  middleMinutes: 45,
  deviationMinutes: 12,
  reachMinutes: null,
};

type Columns = Record<string, Float64Array>;

function column(columns: Columns, name: string): Float64Array {
  const values = columns[name];
  if (values === undefined) throw new Error(`no column ${name} in ${Object.keys(columns)}`);
  return values;
}

function measures(pairs: TravelPairs, land: Columns): Columns {
  const [people, jobs, schools] = ['population', 'jobs', 'schools'].map((n) => column(land, n));
  if (!people || !jobs || !schools) throw new Error('three columns expected');
  const view = viewByPlace(pairs);
  const sum = (decay: Decay): Float64Array =>
    twoStep(pairs, decayTable(decay), people, jobs).access;
  const minutes = (units: number): Float64Array =>
    Float64Array.from(nearest(view, schools, units).tenths, (tenths) => tenths / 10);
  return {
    cum_jobs_20: cumulative(pairs, 20, jobs),
    cum_jobs_30: cumulative(pairs, 30, jobs),
    cum_jobs_45: cumulative(pairs, 45, jobs),
    cum_jobs_60: cumulative(pairs, 60, jobs),
    closest_school_min: minutes(1),
    closest3_school_min: minutes(3),
    grav_step_jobs_20_30_45: gravity(pairs, decayTable(stepsAt(20, 30, 45)), jobs),
    'grav_exp_jobs_0.05': gravity(pairs, decayTable(falling(0.05)), jobs),
    '2sfca_binary45': sum(within(45)),
    '2sfca_step_20_30_45': sum(stepsAt(20, 30, 45)),
    '2sfca_step_10_15_20': sum(stepsAt(10, 15, 20)),
    '2sfca_logistic_45_12': sum(LOGISTIC),
    'bfca_exp_0.1': balanced(pairs, decayTable(falling(0.1)), people, jobs),
    'spatial_availability_exp_0.1': spatialAvailability(
      pairs,
      decayTable(falling(0.1)),
      people,
      jobs,
    ),
  };
}

const small = smallPairs();
const smallLand = readColumns('bho_small_landuse.csv');
const known = readColumns('bho_small_expected.csv');

describe.skipIf(!small || !smallLand || !known)('ninety cells of a real town', () => {
  const found = small && smallLand ? measures(small, smallLand) : {};
  const names = Object.keys(known ?? {}).filter((name) => name !== 'id');

  it('have every measure of the known answers, and none besides', () => {
    expect(names.toSorted()).toEqual(Object.keys(found).toSorted());
  });

  it.each(names)('have the known %s, to 1e-9', (name) => {
    for (const [cell, value] of column(known ?? {}, name).entries()) {
      const error = Math.abs((column(found, name)[cell] ?? Number.NaN) - value);
      expect(error, `cell ${cell}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    }
  });

  type Inequality = Record<'palma' | 'gini' | 'ci' | 'ci_corrected', number> & {
    theil?: number;
    fgt: Record<'FGT0' | 'FGT1' | 'FGT2', number>;
  };
  const unequal = readKnown<Record<string, Inequality>>('bho_small_inequality_expected.json');

  it.each([
    ['small_cum30', 'cum_jobs_30', 20_000],
    ['small_2sfca_step_20_30_45', '2sfca_step_20_30_45', 0.5],
  ])('share %s as unequally as is known', (name, measure, line) => {
    const access = column(found, measure);
    const people = column(smallLand ?? {}, 'population');
    const income = column(smallLand ?? {}, 'income_per_capita');
    const expected = unequal?.[name];
    const { index, bounded } = concentration(access, people, income);
    const poor = shortfall(access, people, line);
    expect(palma(access, people, income)).toBeCloseTo(expected?.palma ?? Number.NaN, 9);
    expect(gini(access, people)).toBeCloseTo(expected?.gini ?? Number.NaN, 9);
    // Not known of the second.
    if (expected?.theil !== undefined) {
      expect(theil(access, people)).toBeCloseTo(expected.theil, 9);
    }
    expect(index).toBeCloseTo(expected?.ci ?? Number.NaN, 9);
    expect(bounded).toBeCloseTo(expected?.ci_corrected ?? Number.NaN, 9);
    expect(poor.share).toBeCloseTo(expected?.fgt.FGT0 ?? Number.NaN, 9);
    expect(poor.depth).toBeCloseTo(expected?.fgt.FGT1 ?? Number.NaN, 9);
    expect(poor.severity).toBeCloseTo(expected?.fgt.FGT2 ?? Number.NaN, 9);
  });
});

const whole = wholePairs();
const wholeLand = readColumns('bho_full_landuse.csv');

describe.skipIf(!whole || !wholeLand)('the whole town of 898 cells', () => {
  it('has the published inequality of jobs and of jobs shared out', () => {
    if (!whole || !wholeLand) return;
    const [people, jobs, income] = ['population', 'jobs', 'income_per_capita'].map((name) =>
      column(wholeLand, name),
    );
    if (!people || !jobs || !income) throw new Error('three columns expected');
    const around = cumulative(whole, 30, jobs);
    expect(gini(around, people)).toBeCloseTo(0.4715251, 7);
    expect(palma(around, people, income)).toBeCloseTo(3.800465, 6);
    const ranked = concentration(around, people, income, 'as_given');
    expect(ranked.index).toBeCloseTo(0.2865013, 7);
    expect(ranked.bounded).toBeCloseTo(0.3346494, 7);
    expect(theil(around, people)).toBeCloseTo(0.3616631, 7);
    const shared = twoStep(whole, decayTable(stepsAt(20, 30, 45)), people, jobs).access;
    expect(gini(shared, people)).toBeCloseTo(0.2678857, 7);
    expect(palma(shared, people, income)).toBeCloseTo(2.011098, 6);
    // The known value ranks 14 pairs of equal incomes in an order of its own, which moves it by 0.00002.
    expect(concentration(shared, people, income).index).toBeCloseTo(0.1523336, 4);
  });
});
