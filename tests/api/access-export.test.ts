// Is a file that is taken away silent where nobody counted?

import { expect, test } from 'vitest';
import { collectionOf, tableOf } from '#api/features/access/present-export.ts';
import type { ReadFigures } from '#api/features/access/read-figures.ts';
import type { PlaceFigures, PlaceValue } from '#domain/access/figures.ts';

const NAMED = { code: 'vallee', name: 'Vallée' };
const valued = (value: number | null, state: PlaceValue['state']): PlaceValue => ({
  ...{ value, state, probabilityBelow: null, low: null, high: null },
});
const place = (insee: string, gp: PlaceValue | null): PlaceFigures => ({
  ...{ insee, name: insee, point: [0, 45.3], population: 100, demand: 100 },
  population75Plus: null,
  values: { nurse_access: valued(40, 'value'), ...(gp === null ? {} : { gp_access: gp }) },
  ...{ robustDesert: false, missing: [], near: [] },
});

test('a place of which nobody counted the doctors is neither a robust desert nor none', () => {
  const read: ReadFigures = {
    ...{ fingerprint: 'abc', computedAt: new Date('2026-11-24T12:00:00Z'), change: null },
    vintages: [{ id: 'roads', name: 'Routes', date: null, source: 'OSM', toConfirm: false }],
    ...{ published: [], departements: [] },
    figures: {
      version: 1,
      departement: {},
      places: [
        place('16001', null),
        place('16002', valued(null, 'unknown')),
        place('16003', valued(null, 'none_in_reach')),
      ],
      ...{
        tiles: [],
        territory: {},
        halo: { isComplete: true, communeCount: 0, missing: [] },
        poles: [],
      },
      ...{ estimatedTimes: [], gpShortfall: { people: 0, share: 0, depth: 0 } },
    },
  };
  const { header, rows } = tableOf(NAMED, read);
  const robust = rows.map((row) => row[header.indexOf('gp_robust_desert')]);
  expect(robust).toEqual([null, null, 'no']);
  const { features, licence } = collectionOf(NAMED, read, []);
  expect(features.map(({ properties }) => properties.gp_robust_desert)).toEqual([
    null,
    null,
    false,
  ]);
  // Times by the roads of people who ask to be named.
  expect(licence).toContain('OpenStreetMap contributors, ODbL');
  expect(rows[0]?.[header.indexOf('editions')]).toBe('roads: Routes, undated (OSM)');
});
