// Is it told who crossed the threshold since the data changed, and when only the reckoning did?

import { expect, it } from 'vitest';
import { changeSince, type DatedFigures } from '#domain/access/change-since.ts';
import type { PlaceFigures, PlaceValue, Vintage } from '#domain/access/figures.ts';

type Said = number | 'none_in_reach' | 'unknown';

const place = (insee: string, said: Said): PlaceFigures => {
  const value: PlaceValue = {
    value: typeof said === 'number' ? said : null,
    state: typeof said === 'number' ? 'value' : said,
    ...{ probabilityBelow: null, low: null, high: null },
  };
  return {
    ...{ insee, name: `Commune ${insee}`, point: [0, 45], population: 100, population75Plus: 10 },
    ...{ demand: 100, robustDesert: false, missing: [], near: [] },
    values: { gp_access: value },
  };
};

const vintage = (id: string, date: string): Vintage => ({
  ...{ id, name: id, date, source: 'Insee', toConfirm: false },
});

const dated = (
  said: readonly Said[],
  change: Partial<DatedFigures['figures']> = {},
  vintages: readonly Vintage[] = [vintage('supply', '2025')],
): DatedFigures => ({
  figures: {
    ...{ version: 2, estimatedTimes: ['car'] },
    places: said.map((each, index) => place(`1600${index}`, each)),
    ...change,
  },
  vintages,
});

it('names who fell and who rose, among communes known both times, and counts their people', () => {
  const before = dated([2.6, 2.4, 2.5, 1, 'unknown', 3]);
  const now = dated([2.4, 2.5, 2.5, 'none_in_reach', 1, 'unknown']);
  const found = changeSince(now, [before]);
  expect(found?.before).toBe(before);
  expect(found?.change).toEqual({
    fell: [{ insee: '16000', name: 'Commune 16000' }],
    rose: [{ insee: '16001', name: 'Commune 16001' }],
    // Before: 16001 and 16003; now: 16000 and 16003.
    ...{ peopleBefore: 200, peopleNow: 200, hasOtherTimes: false, hasOtherMethod: false },
  });
});

it('looks past figures that are the same from the same data, whatever the week', () => {
  const now = dated([2.6], {}, [vintage('supply', '2025'), vintage('week', '2026-11-23')]);
  const same = dated([2.6], {}, [vintage('supply', '2025'), vintage('week', '2026-11-16')]);
  const older = dated([2.6], {}, [vintage('supply', '2024')]);
  expect(changeSince(now, [same])).toBeNull();
  expect(changeSince(now, [])).toBeNull();
  expect(changeSince(now, [same, older])?.before).toBe(older);
});

it('warns when times of travel, or the rules, are not those of before', () => {
  const now = dated([2.6], { estimatedTimes: [] });
  expect(changeSince(now, [dated([2.6])])?.change.hasOtherTimes).toBe(true);
  const ruled = changeSince(dated([2.6]), [dated([2.6], { version: 1 })]);
  expect(ruled?.change).toMatchObject({ hasOtherTimes: false, hasOtherMethod: true });
});
