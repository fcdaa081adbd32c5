// Four communes as the observatory's API tells them, for the tests of its screen.

import { findIndicator, type IndicatorId } from '#domain/access/indicators.ts';
import type {
  AccessOverview,
  AccessPlace,
  AccessPlaces,
  AccessSheet,
  Indicator,
} from '#web/features/access/access-data.ts';
import type { ObservatoryData } from '#web/features/access/observatory-data.ts';

export function indicatorOf(id: IndicatorId): Indicator {
  const found = findIndicator(id);
  if (found === null) throw new Error(`No indicator is called ${id}`);
  return found;
}

export function place(insee: string, change: Partial<AccessPlace> = {}): AccessPlace {
  const value = change.value ?? null;
  return {
    insee,
    name: `Commune ${insee}`,
    population: 100,
    population75Plus: 10,
    value,
    state: value === null ? 'unknown' : 'value',
    probabilityBelow: null,
    low: null,
    high: null,
    published: null,
    isFragile: false,
    isRobustDesert: false,
    ...change,
  };
}

export const PLACES: readonly AccessPlace[] = [
  place('16001', { name: 'Bonneville', value: 3.6, population: 900 }),
  place('16002', { name: 'Creux', value: 2.4, population: 300, isFragile: true }),
  place('16003', { name: 'Loin', state: 'none_in_reach', population: 60, population75Plus: 20 }),
  place('16004', { name: 'Presque', value: 1.2, population: 200 }),
  place('16005', { name: 'Secret', state: 'suppressed', population: 4, population75Plus: null }),
  place('16006', { name: 'Vide', population: 40 }),
];

export const FIGURES: AccessPlaces = {
  indicator: indicatorOf('gp_access'),
  computedAt: '2026-11-27T10:00:00.000Z',
  publishedYear: null,
  territoryValue: 2.9,
  departementValue: 3.18,
  departement: { code: '16', year: 2023, value: 3.18, communeCount: 254, publishedCount: 362 },
  territoryPublished: { year: 2023, value: 2.4, residual: 0.5, communeCount: 6 },
  places: PLACES,
};

const OVERVIEW: AccessOverview = {
  territory: { code: 'essai', name: 'Essai' },
  computedAt: FIGURES.computedAt,
  fingerprint: 'a',
  vintages: [
    { id: 'population', name: 'Population', date: '2022', source: 'Insee', toConfirm: true },
  ],
  halo: {
    isComplete: false,
    communeCount: 12,
    missing: [{ what: 'population', communes: ['Ailleurs'] }],
  },
  estimatedTimes: ['car'],
  indicators: (['gp_access', 'gp_nearest', 'useful_days_gp'] as const).map((id) => ({
    ...indicatorOf(id),
    territoryValue: 2.9,
    departementValue: null,
    departement: null,
    territoryPublished: null,
  })),
  gpShortfall: null,
  poles: [
    {
      ...{ insee: '16001', name: 'Bonneville', isInside: true, lacks: 'dentist', people: 900 },
      ...{ communes: [], joins: null },
    },
  ],
  hasTiles: false,
  change: null,
  job: null,
};

export const SHEET: AccessSheet = {
  insee: '16004',
  name: 'Presque',
  population: 200,
  population75Plus: 10,
  computedAt: FIGURES.computedAt,
  vintages: [],
  estimatedTimes: ['car'],
  isRobustDesert: true,
  missing: ['dentist'],
  values: [
    {
      id: 'gp_access',
      value: 1.2,
      state: 'value',
      probabilityBelow: 0.97,
      low: 1,
      high: 1.5,
      isFragile: false,
      territoryValue: 2.9,
      departementValue: 3.18,
      departement: { code: '16', year: 2023, value: 3.18, communeCount: 254, publishedCount: 362 },
      territoryPublished: null,
      published: { year: 2023, value: 1.4, residual: -0.2 },
    },
  ],
  near: [
    {
      kind: 'gp',
      label: 'Bonneville',
      insee: '16001',
      communeName: 'Bonneville',
      point: [0, 45],
      headCount: 2,
      minutes: 12,
      usefulDays: 0,
    },
    {
      kind: 'hospital',
      label: 'Hôpital de la ville',
      insee: '16999',
      communeName: 'Ville',
      point: [0.5, 45],
      headCount: 1,
      minutes: 40,
      usefulDays: null,
    },
  ],
  publishedYears: [{ year: 2023, value: 1.4, value65OrLess: 0.9 }],
};

export const DATA: ObservatoryData = {
  territories: [
    { code: 'essai', name: 'Essai' },
    { code: 'autre', name: 'Autre' },
  ],
  territory: 'essai',
  overview: OVERVIEW,
  places: FIGURES,
  sheet: null,
  care: null,
};
