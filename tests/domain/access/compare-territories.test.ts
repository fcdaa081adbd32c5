// Are territories compared fairly: how alike they are, who lacks, how unequally, and what must be said of it?

import { describe, expect, it } from 'vitest';
import { compareIndicator } from '#domain/access/compare-indicator.ts';
import {
  areComparable,
  type Comparable,
  compareWarnings,
} from '#domain/access/compare-warnings.ts';
import type { AccessFigures, PlaceFigures, PlaceValue, Vintage } from '#domain/access/figures.ts';
import { findIndicator, type Indicator, type IndicatorId } from '#domain/access/indicators.ts';
import { spreadOf } from '#domain/access/spread.ts';
import { densityClassOf, twinCommunes } from '#domain/access/twin-communes.ts';
import { likeness, type Portrait, sortAlike } from '#domain/access/twin-likeness.ts';

const portrait = (population: number, older: number | null, areaKm2: number | null): Portrait => ({
  population,
  population75Plus: older,
  areaKm2,
});

function indicatorOf(id: IndicatorId): Indicator {
  const found = findIndicator(id);
  if (found === null) throw new Error(`No indicator is called ${id}`);
  return found;
}

const said = (value: number | null, state: PlaceValue['state'] = 'value'): PlaceValue => ({
  value,
  state,
  probabilityBelow: null,
  low: null,
  high: null,
});

const place = (
  insee: string,
  population: number,
  values: PlaceFigures['values'],
  population75Plus: number | null = population / 10,
): PlaceFigures => ({
  insee,
  name: insee,
  point: [0, 45],
  population,
  population75Plus,
  demand: population,
  robustDesert: false,
  values,
  missing: [],
  near: [],
});

const figuresOf = (change: Partial<AccessFigures>): AccessFigures => ({
  version: 2,
  places: [],
  tiles: [],
  territory: {},
  departement: {},
  halo: { isComplete: true, communeCount: 0, missing: [] },
  poles: [],
  estimatedTimes: [],
  gpShortfall: { people: 0, share: 0, depth: 0 },
  ...change,
});

describe('how alike two territories are', () => {
  it('is the mean of three differences, each told in its own step', () => {
    // Density 10 against 40: two doublings. 75 and over: 20 % against 10 %: two steps of five points.
    // People 1,000 against 2,000: one doubling. (2 + 2 + 1) / 3.
    const found = likeness(portrait(1_000, 200, 100), portrait(2_000, 200, 50));
    expect(found.density).toBeCloseTo(2, 12);
    expect(found.older).toBeCloseTo(2, 12);
    expect(found.population).toBeCloseTo(1, 12);
    expect(found.gap).toBeCloseTo(5 / 3, 12);
  });

  it('is nought for the same one, and the same both ways', () => {
    const [one, other] = [portrait(900, 120, 30), portrait(2_500, 200, 44)];
    expect(likeness(one, one).gap).toBe(0);
    expect(likeness(one, other)).toEqual(likeness(other, one));
  });

  it('counts one for what is not known, so that nobody is alike for want of facts', () => {
    const unknown = likeness(portrait(1_000, null, null), portrait(1_000, 100, 10));
    expect(unknown).toEqual({ density: null, older: null, population: 0, gap: 2 / 3 });
  });

  it('puts the most alike first, and equals in order of their codes', () => {
    const gaps = { c: 0.5, b: 0.2, a: 0.5 };
    const order = sortAlike(
      ['c', 'b', 'a'] as const,
      (each) => gaps[each],
      (each) => each,
    );
    expect(order).toEqual(['b', 'a', 'c']);
  });
});

describe('the communes like one', () => {
  it('are of its class of density, its bounds being of the class above', () => {
    expect(densityClassOf(portrait(240, 0, 10))).toEqual({ from: null, to: 25 });
    expect(densityClassOf(portrait(250, 0, 10))).toEqual({ from: 25, to: 50 });
    expect(densityClassOf(portrait(9_000, 0, 10))).toEqual({ from: 300, to: null });
    expect(densityClassOf(portrait(250, 0, null))).toBeNull();
  });

  it('are found among others, without itself nor another altogether, the most alike first', () => {
    const own = { insee: 'own', portrait: portrait(300, 30, 10) };
    const candidates = [
      own,
      { insee: 'far', portrait: portrait(480, 60, 10) },
      { insee: 'other', portrait: portrait(480, 96, 10) },
      { insee: 'near', portrait: portrait(330, 33, 10) },
      { insee: 'town', portrait: portrait(300, 30, 1) },
    ];
    const found = twinCommunes(own, candidates, 5).map(({ candidate }) => candidate.insee);
    expect(found).toEqual(['near', 'far']);
    expect(twinCommunes(own, candidates, 1)).toHaveLength(1);
  });
});

describe('one indicator of a territory', () => {
  const gp = indicatorOf('gp_access');
  const places = [
    place('a', 400, { gp_access: said(1) }),
    place('b', 400, { gp_access: said(3) }),
    place('c', 200, { gp_access: said(4) }),
    place('d', 100, { gp_access: said(null, 'unknown') }),
  ];

  it('tells its worst and best tenths, and how unequal it is, by people', () => {
    const found = spreadOf(gp, places);
    expect(found?.worst).toBeCloseTo(1, 12);
    expect(found?.best).toBeCloseTo(4, 12);
    // Mean 2.4; |1−3|·.4·.4 + |1−4|·.4·.2 + |3−4|·.4·.2 = 0.64; over the mean: 4/15.
    expect(found?.gini).toBeCloseTo(4 / 15, 12);
    expect(found?.leftOut).toBe(100);
  });

  it('takes minutes the other way: the worst tenth waits the longest', () => {
    const waits = [
      place('a', 90, { gp_nearest: said(5) }),
      place('b', 10, { gp_nearest: said(30) }),
    ];
    const found = spreadOf(indicatorOf('gp_nearest'), waits);
    expect([found?.worst, found?.best]).toEqual([30, 5]);
  });

  it('shares nothing where nothing is known, nor where people are counted', () => {
    expect(spreadOf(gp, [place('a', 10, {})])).toBeNull();
    const counted = [place('a', 10, { older_out_of_reach: said(3) })];
    expect(spreadOf(indicatorOf('older_out_of_reach'), counted)).toBeNull();
  });

  it('counts who is below the threshold among those of whom something is known', () => {
    const found = compareIndicator(gp, figuresOf({ places, territory: { gp_access: 2.4 } }), []);
    expect(found.value).toBe(2.4);
    expect(found.concern).toEqual({ bound: 2.5, people: 400, share: 0.4, older: 40 });
  });

  it('is doubtful far below the worst class: care was rather not all counted', () => {
    // The worst class of nurses ends at 50 for 100,000 people; a fifth of it is 10.
    const doubt = (id: IndicatorId, value: number) =>
      compareIndicator(indicatorOf(id), figuresOf({ territory: { [id]: value } }), []).isDoubtful;
    expect([doubt('nurse_access', 9.9), doubt('nurse_access', 10)]).toEqual([true, false]);
    expect(doubt('gp_nearest', 0.1)).toBe(false);
  });

  it('says which share of people of 75 and over a count is', () => {
    const older = indicatorOf('older_out_of_reach');
    const figures = figuresOf({
      places: [place('a', 400, { older_out_of_reach: said(10) })],
      territory: { older_out_of_reach: 10 },
    });
    expect(compareIndicator(older, figures, []).olderShare).toBe(0.25);
  });

  it('bears the newest date of each source it rests on, and of no other', () => {
    const vintages = [
      vintage('supply', '2024'),
      vintage('supply', '2025-06'),
      vintage('week', '2026-11-23'),
      vintage('roads', null),
    ];
    expect(compareIndicator(indicatorOf('gp_nearest'), figuresOf({}), vintages).vintages).toEqual([
      { id: 'supply', date: '2025-06' },
      { id: 'roads', date: null },
    ]);
  });
});

const vintage = (id: string, date: string | null): Vintage => ({
  id,
  name: id,
  date,
  source: 'essai',
  toConfirm: false,
});

describe('what is said beside compared figures', () => {
  const one = (code: string, change: Partial<Comparable['figures']> = {}, year = 2023) =>
    ({
      code,
      figures: { ...figuresOf({}), ...change },
      populationYear: year,
      // Communes around may be of a newer census.
      vintages: [vintage('population', '2023')],
    }) satisfies Comparable;

  it('is nothing when both rest on the same', () => {
    expect(compareWarnings([one('a'), one('b')])).toEqual([]);
    expect(compareWarnings([one('a', { estimatedTimes: ['car'] })])).toEqual([]);
  });

  it('is that times are estimates here and roads there, and which indicators then do not compare', () => {
    const warnings = compareWarnings([one('a', { estimatedTimes: ['car'] }), one('b')]);
    expect(warnings).toEqual([{ kind: 'travel_times', estimated: ['a'], measured: ['b'] }]);
    expect(areComparable(indicatorOf('gp_access'), warnings)).toBe(false);
    expect(areComparable(indicatorOf('gp_gap_without_car'), warnings)).toBe(false);
    expect(areComparable(indicatorOf('useful_days_gp'), warnings)).toBe(true);
  });

  it('is that rules, years or surroundings differ', () => {
    const open = { isComplete: false, communeCount: 1, missing: [] };
    expect(compareWarnings([one('a', { version: 1 }, 2017), one('b', { halo: open })])).toEqual([
      { kind: 'method', older: ['a'] },
      {
        kind: 'year',
        source: 'population',
        years: [
          { code: 'a', year: '2017' },
          { code: 'b', year: '2023' },
        ],
      },
      { kind: 'halo', codes: ['b'] },
    ]);
  });
});
