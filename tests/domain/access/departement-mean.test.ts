// Is a département spoken of only where most of it is known, and is the residual over the same communes?

import { expect, it } from 'vitest';
import { departementMean, publishedBeside } from '#domain/access/departement-mean.ts';

const published = {
  ...{ code: '16', year: 2023, mean: 3.2, weighedCount: 8, publishedCount: 10, silentCount: 0 },
};

it('is told with how many of its communes it is of', () => {
  expect(departementMean(published)).toEqual({
    ...{ code: '16', year: 2023, value: 3.2, communeCount: 8, publishedCount: 10 },
  });
});

it('is not told of fewer than two thirds of its communes, published or known', () => {
  expect(departementMean(undefined)).toBeNull();
  expect(departementMean({ ...published, weighedCount: 6 })).toBeNull();
  expect(departementMean({ ...published, silentCount: 5 })).toBeNull();
  expect(departementMean({ ...published, silentCount: 4 })).not.toBeNull();
  expect(departementMean({ ...published, mean: null })).toBeNull();
});

it('puts beside the figure of a territory the published one, over the communes that have both', () => {
  const found = publishedBeside(2023, [
    { population: 100, ours: 2, published: 3 },
    { population: 300, ours: 3, published: 3.4 },
    { population: 600, ours: null, published: 1 },
    { population: 900, ours: 5, published: null },
  ]);
  // (3 × 100 + 3.4 × 300 + 1 × 600) ÷ 1,000; then (−1 × 100 − 0.4 × 300) ÷ 400.
  expect(found?.value).toBeCloseTo(1.92, 12);
  expect(found?.residual).toBeCloseTo(-0.55, 12);
  expect(found).toMatchObject({ year: 2023, communeCount: 3 });
  expect(publishedBeside(2023, [{ population: 9, ours: 2, published: null }])).toBeNull();
});
