// Baskets, basins, useful days, several deficits at once, and demand by age.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APL_PARAMETERS, GP_AGE_WEIGHTS, STEPS_OF_2012 } from '#domain/access/apl-parameters.ts';
import { findBasins, NO_BASIN } from '#domain/access/basins.ts';
import { cumulatedDeficits, peopleByDeficits } from '#domain/access/cumulated-deficits.ts';
import { decayTable } from '#domain/access/decay.ts';
import { halfDay, maskOf } from '#domain/access/half-days.ts';
import { findPoles, missingBasket, namesIn } from '#domain/access/proximity-basket.ts';
import { standardisedDemand } from '#domain/access/standardised-demand.ts';
import { UNREACHABLE_TENTHS } from '#domain/access/travel-pairs.ts';
import { peopleByDays, peopleByWeekday, usefulDays } from '#domain/access/useful-days.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { densePairs, numbers } from './dense.ts';

describe('the basket of everyday care', () => {
  it('lacks what is out of reach or too far, and not what is at the bound', () => {
    const near = Uint16Array.of(150, 10, 0);
    const found = missingBasket(
      {
        gp: Uint16Array.of(150, 151, UNREACHABLE_TENTHS),
        nurse: near,
        physio: near,
        dentist: near,
        pharmacy: Uint16Array.of(0, 400, 400),
      },
      15,
    );
    expect(Array.from(found.count)).toEqual([0, 2, 2]);
    expect(namesIn(found.missing[1] ?? 0)).toEqual(['gp', 'pharmacy']);
  });

  it('makes a pole of a commune that has all five, and names what one lacks', () => {
    const found = findPoles({
      gp: numbers(2, 1, 0),
      nurse: numbers(1, 1, 1),
      physio: numbers(1, 1, 0),
      dentist: numbers(3, 0, 1),
      pharmacy: numbers(1, 1, 1),
    });
    expect(found).toEqual([
      { place: 0, lacks: null },
      { place: 1, lacks: 'dentist' },
    ]);
  });
});

describe('a basin', () => {
  it('gathers those who reach its pole soonest, and joins the nearest when it is too small', () => {
    // Places 0 to 4, poles in 0, 2 and 4; nothing leads to place 3.
    const pairs = densePairs([
      [0, 20, 45],
      [5, 15, 40],
      [20, 0, 12],
      [null, null, null],
      [45, 12, 0],
    ]);
    const people = numbers(3_000, 400, 900, 100, 1_700);
    const found = findBasins(pairs, [0, 2, 4], people, 2_500);
    expect(Array.from(found.ofPlace)).toEqual([0, 0, 2, NO_BASIN, 2]);
    expect(found.joined).toEqual([{ pole: 1, to: 2 }]);
    expect(Array.from(found.people)).toEqual([3_400, 0, 2_600]);
  });

  it('stays small when it reaches no other', () => {
    const found = findBasins(densePairs([[0]]), [0], numbers(10), 2_500);
    expect(found).toMatchObject({ ofPlace: Int32Array.of(0), joined: [] });
  });
});

describe('useful days', () => {
  it('are those on which one site is open and can be reached and left', () => {
    const pairs = densePairs([
      [10, 10],
      [10, null],
    ]);
    const [tuesday, thursday] = [halfDay(2, 'morning'), halfDay(4, 'afternoon')];
    // Rows by site: site 0 to places 0 and 1, site 1 to place 0.
    const pairMasks = Uint16Array.of(
      maskOf([tuesday]),
      maskOf([tuesday, thursday]),
      maskOf([thursday]),
    );
    const open = Uint16Array.of(maskOf([tuesday]), maskOf([thursday, halfDay(6, 'morning')]));
    const found = usefulDays(pairs, pairMasks, open);
    expect(Array.from(found.days)).toEqual([2, 1]);
    expect(Array.from(peopleByDays(found, numbers(30, 70)))).toEqual([0, 70, 30, 0, 0, 0, 0, 0]);
    expect(Array.from(peopleByWeekday(found, numbers(30, 70)))).toEqual([0, 100, 0, 30, 0, 0, 0]);
    expect(Array.from(usefulDays(pairs, pairMasks, Uint16Array.of(0, 0)).days)).toEqual([0, 0]);
  });
});

describe('several deficits at once', () => {
  it('are counted by place and by people, the threshold itself being no deficit', () => {
    const counts = cumulatedDeficits(
      [
        { access: numbers(2.5, 2.4, 0), threshold: 2.5 },
        { access: numbers(10, 90, 59), threshold: 59 },
      ],
      3,
    );
    expect(Array.from(counts)).toEqual([1, 1, 1]);
    expect(Array.from(peopleByDeficits(counts, numbers(5, 6, 7), 2))).toEqual([0, 18, 0]);
  });
});

describe('demand by age', () => {
  it('is that of the worked example, its bands being those of its weights', () => {
    const bounds = [0, 15, 60, 75];
    const bands = <T>(values: readonly number[], as: (value: number) => T) =>
      values.map((value, i) => ({
        ageFrom: bounds[i] ?? 0,
        ageTo: i === 3 ? null : (bounds[i + 1] ?? 0) - 1,
        ...as(value),
      }));
    const weights = bands([0.5, 0.75, 1.25, 2], (weight) => ({ weight }));
    const people = bands([200, 600, 250, 150], (count) => ({ count }));
    expect(standardisedDemand(people, weights)).toBe(1162.5);
  });

  it('shares a band between the weights it lies in, by years', () => {
    const weights = [
      { ageFrom: 0, ageTo: 19, weight: 1 },
      { ageFrom: 20, ageTo: null, weight: 2 },
    ];
    expect(standardisedDemand([{ ageFrom: 15, ageTo: 24, count: 100 }], weights)).toBe(150);
    expect(standardisedDemand([{ ageFrom: 75, ageTo: null, count: 10 }], weights)).toBe(20);
    expect(() => standardisedDemand([], [{ ageFrom: 0, ageTo: 19, weight: 1 }])).toThrow(
      'expected a last band from 20 on',
    );
  });

  const path = sharedFile('data/apl/gp-age-weights-2021.csv', 'Age weights of general practice');

  it.skipIf(path === null)(
    'keeps the country as many as it is, with the weights of the file',
    () => {
      const [, ...lines] = readFileSync(path ?? '', 'utf8')
        .trim()
        .split('\n');
      const bands = lines.map((line) => line.split(','));
      const people = bands.map(([from, to, , , , , share]) => ({
        ageFrom: Number(from),
        ageTo: to === '' ? null : Number(to) - 1,
        count: Number(share),
      }));
      for (const [i, band] of GP_AGE_WEIGHTS.value.entries()) {
        expect(band.weight).toBeCloseTo(Number(bands[i]?.[7]), 8);
        expect(band.ageFrom).toBe(Number(bands[i]?.[0]));
      }
      const total = people.reduce((sum, { count }) => sum + count, 0);
      const last = people.map((each, i) => ({ ...each, ageTo: i === 7 ? null : each.ageTo }));
      const rows = last.map((each, i) => ({
        ...each,
        ageTo: GP_AGE_WEIGHTS.value[i]?.ageTo ?? null,
      }));
      expect(standardisedDemand(rows, GP_AGE_WEIGHTS.value) / total).toBeCloseTo(1, 6);
    },
  );
});

describe('the parameters of the indicator', () => {
  it('say their source and how sure it is, and can be reckoned with', () => {
    for (const { decay, ageWeights, threshold } of Object.values(APL_PARAMETERS)) {
      for (const each of [decay, ageWeights, threshold]) {
        if (each !== null) expect(each.source.length).toBeGreaterThan(5);
      }
      const table = decayTable(decay.value);
      expect([table[100], table[150], table[200], table[201]]).toEqual([1, 2 / 3, 1 / 3, 0]);
    }
    const old = decayTable(STEPS_OF_2012.value);
    expect([old[49], old[50], old[99], old[100], old[149], old[150]]).toEqual([
      1, 0.3, 0.3, 0.1, 0.1, 0,
    ]);
  });
});
