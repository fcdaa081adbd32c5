// Is what the demonstration says the ministry publishes of Charente whole, once each, and plausible?

import { expect, it } from 'vitest';
import { departementOf } from '#domain/directory/finess-point.ts';
import { publishedAplRows } from '#seeds/demo/rows/supply-rows.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';

/** Of Charente, in the edition of 2023: one more has no value. */
const PUBLISHED_COMMUNES = 363;

it('says each commune of Charente once a year, those of the territory among them', () => {
  const rows = publishedAplRows();
  for (const year of [2022, 2023]) {
    const all = rows.filter((row) => row.year === year && row.variant === 'all');
    expect(new Set(all.map(({ insee }) => insee)).size).toBe(all.length);
    expect(all).toHaveLength(PUBLISHED_COMMUNES);
    for (const [insee] of TERRITORY_COMMUNES) {
      expect(all.some((row) => row.insee === insee)).toBe(true);
    }
  }
  expect(new Set(rows.map(({ insee }) => departementOf(insee)))).toEqual(new Set(['16']));
});

it('says no value that no commune has', () => {
  for (const { insee, value } of publishedAplRows()) {
    if (value === null || value === undefined) continue;
    expect(value, insee).toBeGreaterThanOrEqual(0);
    expect(value, insee).toBeLessThan(12);
  }
});
