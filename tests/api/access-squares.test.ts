// What is told of squares of 200 m, and what is not?

import { expect, test } from 'vitest';
import { presentTiles } from '#api/features/access/present-tiles.ts';
import type { ReadFigures } from '#api/features/access/read-figures.ts';
import type { TileFigures } from '#domain/access/figures.ts';
import { findIndicator } from '#domain/access/indicators.ts';
import { tileFigures } from '#domain/access/tile-figures.ts';

const square = (id: string, population: number, values: TileFigures['values']): TileFigures => ({
  ...{ id, insee: '16001', point: [0.123_45, 45.123_45], population, values },
});

function tell(tiles: readonly TileFigures[]) {
  const indicator = findIndicator('gp_nearest');
  if (indicator === null) throw new Error('gp_nearest is no indicator');
  const figures = { tiles } as unknown as ReadFigures['figures'];
  return presentTiles({ fingerprint: 'f', figures } as ReadFigures, indicator).tiles;
}

test('nothing is told of a square of fewer than five people, not even how many', () => {
  const [small, five] = tell([
    square('small', 4.9, { gp_nearest: 3 }),
    square('five', 5, { gp_nearest: 3 }),
  ]);
  expect(small).toMatchObject({ state: 'suppressed', value: null, population: null });
  expect(five).toMatchObject({ state: 'value', value: 3, population: 5 });
});

test('a square that reaches nothing is told apart from one of which nothing is known', () => {
  const [far, unknown] = tell([square('far', 12.4, { gp_nearest: null }), square('none', 12, {})]);
  expect(far).toMatchObject({ state: 'none_in_reach', value: null, population: 12 });
  expect(unknown).toMatchObject({ state: 'unknown', value: null });
});

test('squares are kept of the territory only, with the digits anybody reads', () => {
  const place = {
    ...{ id: 'CRS3035RES200mN1E1', insee: '16001', name: 'Ici', population75Plus: null, demand: 9 },
    ...{ point: [0.123_456_78, 45.123_456_78] as const, isInside: true, population: 9.876 },
  };
  const places = [
    place,
    { ...place, isInside: false },
    { ...place, id: '16001' },
    { ...place, id: 'CRS3035RES200mN1E2' },
  ];
  const values = {
    gp_access: Float64Array.of(2.345_678, 1, 1, Number.NaN),
    gp_nearest: Float64Array.of(Number.POSITIVE_INFINITY, 1, 1, 7),
  };
  expect(tileFigures(places, values)).toEqual(
    [
      square('CRS3035RES200mN1E1', 9.9, { gp_access: 2.346, gp_nearest: null }),
      square('CRS3035RES200mN1E2', 9.9, { gp_nearest: 7 }),
    ].map((each) => ({ ...each, point: [0.123_46, 45.123_46] })),
  );
});
