// A valley drawn by hand: four communes on a line, one of them outside, two practices.

import { type AccessModel, encodePairs } from '#domain/access/access-model.ts';
import { estimatedRow } from '#domain/access/estimated-row.ts';
import { maskOf } from '#domain/access/half-days.ts';
import { pairsFromRows } from '#domain/access/travel-pairs.ts';
import type { LonLat } from '#domain/geo.ts';

const AMONT: LonLat = [0, 45.3];
const MILIEU: LonLat = [0.05, 45.3];
const AVAL: LonLat = [0.12, 45.3];
const DEHORS: LonLat = [0.3, 45.3];

const place = (id: string, name: string, point: LonLat, population: number, isInside = true) => ({
  id,
  name,
  point,
  isInside,
  population,
  population75Plus: Math.round(population / 10),
  demand: population,
});

const PLACES = [
  place('16001', 'Amont', AMONT, 1_000),
  place('16002', 'Milieu', MILIEU, 500),
  place('16003', 'Aval', AVAL, 2_000),
  place('16004', 'Dehors', DEHORS, 3_000, false),
];

const SITES = [
  {
    id: 'cabinet-amont',
    label: 'Cabinet d’Amont',
    communeName: 'Amont',
    point: AMONT,
    isInside: true,
    supply: 5_400,
    practitioners: [{ entryId: 'gp-a', name: 'Dr A', fullTime: 1 }],
    halfDays: maskOf([0, 1, 2]),
  },
  {
    id: 'maison-aval',
    label: 'Maison de santé, Aval',
    communeName: 'Aval',
    point: AVAL,
    isInside: true,
    supply: 10_800,
    practitioners: [
      { entryId: 'gp-b', name: 'Dr B', fullTime: 1 },
      { entryId: 'gp-c', name: 'Dr C', fullTime: 1 },
    ],
    halfDays: null,
  },
];

export const VALLEY: AccessModel = {
  territory: 'vallee',
  territoryName: 'Vallée',
  profession: 'gp',
  vintages: { population: '2023', supply: '2026-11-01' },
  fingerprint: 'abc123',
  decay: {
    kind: 'step',
    closed: 'right',
    steps: [
      { minutes: 10, weight: 1 },
      { minutes: 15, weight: 2 / 3 },
      { minutes: 20, weight: 1 / 3 },
    ],
  },
  shownTimes: 1,
  hinge: { value: 2.5, kind: 'threshold' },
  supplyAFullTime: 5_400,
  timesKind: 'estimate',
  places: PLACES,
  sites: SITES,
  pairs: encodePairs(
    pairsFromRows(
      PLACES.length,
      SITES.map(({ point }) => estimatedRow(PLACES, point, 20)),
    ),
  ),
  candidates: null,
  noCar: { state: 'not_computed' },
};
