// What is near a commune: the same place told by three accounts, by whom it is known, when it is open.

import { describe, expect, test } from 'vitest';
import type { NearSite } from '#domain/access/figures.ts';
import type { Ground, GroundSite } from '#domain/access/ground.ts';
import { siteIdOf } from '#domain/access/ground.ts';
import { halfDaysIn, maskOf } from '#domain/access/half-days.ts';
import { type CareFact, nearCare } from '#domain/access/near-care.ts';
import { nearSites } from '#domain/access/near-sites.ts';
import type { SiteReached } from '#domain/access/no-car-week.ts';
import { SUPPLY_KINDS } from '#domain/access/supply.ts';
import { pairsFromRows, viewByPlace } from '#domain/access/travel-pairs.ts';
import type { LonLat } from '#domain/geo.ts';

const TODAY = '2026-11-27';
const TOWN: LonLat = [0.1, 45.3];
/** A hundred metres north. */
const SAME_STREET: LonLat = [0.1, 45.3009];
const CITY: LonLat = [0.3, 45.3];

const near = (change: Partial<NearSite> = {}): NearSite => ({
  ...{ kind: 'gp', label: 'Ville', communeName: 'Ville', insee: '16001', point: TOWN },
  ...{ headCount: 2, minutes: 12, usefulDays: null },
  ...change,
});

const reached = (change: Partial<SiteReached> = {}): SiteReached => ({
  ...{ id: 'a', name: 'Ville', insee: '16001', point: TOWN, crowMeters: 9_000, counts: true },
  ...{ openMask: 0b1111, sureMask: 0b100, forAllMask: 0b100, possibleMask: 0b10100 },
  ...{ minutes: 31, forAllMinutes: 40 },
  ...change,
});

const fact = (change: Partial<CareFact> = {}): CareFact => ({
  ...{ profession: 'gp', insee: '16001', communeName: 'Ville', point: TOWN, basis: 'count' },
  ...{ placeName: null, heads: 2, hours: [], sourceName: 'Base des équipements' },
  publisher: 'Insee',
  provenance: { sourceId: 'bpe', asOf: '2025', confirmedOn: null, confidence: 'high' },
  ...change,
});

const tell = (change: Partial<Parameters<typeof nearCare>[0]> = {}) =>
  nearCare({
    ...{ profession: 'gp', near: [near()], reached: [reached()], facts: [fact()], today: TODAY },
    ...change,
  });

const mornings: CareFact['hours'] = [
  {
    kind: 'public',
    week: Array.from({ length: 7 }, (_, day) => (day === 0 ? [{ from: 540, to: 720 }] : [])),
    ...{ closedOnHolidays: true, byAppointment: false, note: null },
  },
];

describe('what is near a commune', () => {
  test('tells of one place the minutes by car, the days without one and what it is known from', () => {
    const [site, ...others] = tell();
    expect(others).toEqual([]);
    expect(site).toMatchObject({
      ...{ label: 'Ville', communeName: null, carMinutes: 12, walk: null },
      noCar: { minutes: 31, forAllMinutes: 40, days: { forAll: 1, possible: 2 } },
      known: { basis: 'count', heads: 2, publisher: 'Insee', date: '2025', toConfirm: false },
    });
  });

  test('finds the same place a street away, and not in another commune', () => {
    expect(tell({ reached: [reached({ point: SAME_STREET })] })).toHaveLength(1);
    const other = tell({ reached: [reached({ insee: '16002', name: 'Voisine' })] });
    expect(other.map(({ carMinutes }) => carMinutes)).toEqual([12, null]);
  });

  test('adds what is reached without a car though far by road, and leaves out what is not', () => {
    const far = reached({ id: 'b', name: 'Cité', insee: '16003', point: CITY });
    const never = { ...far, id: 'c', insee: '16004', possibleMask: 0 };
    const further = { ...far, id: 'd', insee: '16005', counts: false };
    const labels = tell({ reached: [reached(), far, never, further] }).map(({ label }) => label);
    expect(labels).toEqual(['Ville', 'Cité']);
  });

  test('does not know days that were not computed, which is not « no day »', () => {
    expect(tell({ reached: null })[0]?.noCar).toBeNull();
    const none = reached({ forAllMask: 0, sureMask: 0, possibleMask: 0, minutes: null });
    expect(tell({ reached: [none] })[0]?.noCar?.days).toEqual({ forAll: 0, possible: 0 });
  });

  test('tells hours that were said from usual ones, half-day by half-day', () => {
    const office = halfDaysIn(0b11_1111_1111);
    expect(tell()[0]?.opening).toEqual({ known: [], usual: office });
    const saidAll = tell({ facts: [fact({ basis: 'practice', heads: 1, hours: mornings })] });
    expect(saidAll[0]?.opening).toEqual({ known: [0], usual: [] });
    const saidOne = tell({
      facts: [
        fact({ basis: 'practice', heads: 1, hours: mornings }),
        fact({ basis: 'practice', heads: 1 }),
      ],
    });
    expect(saidOne[0]?.opening).toEqual({ known: [0], usual: office.slice(1) });
  });

  test('dates what it tells by the oldest of it, and says what is weak or undated', () => {
    const old = { sourceId: 'x', asOf: '2019-01', confirmedOn: null, confidence: 'high' } as const;
    const known = (...facts: CareFact[]) => tell({ facts })[0]?.known;
    expect(known(fact(), fact({ provenance: old }))).toMatchObject({
      ...{ date: '2019-01', toConfirm: true, heads: 4 },
    });
    const weak = { ...old, asOf: '2025', confidence: 'low' } as const;
    expect(known(fact({ provenance: weak }))).toMatchObject({ toConfirm: true });
    expect(known(fact({ provenance: { ...old, asOf: null } }))).toMatchObject({
      ...{ date: null, toConfirm: true },
    });
    expect(known()).toBeNull();
  });
});

describe('the nearest by car', () => {
  const siteAt = (point: LonLat, heads: GroundSite['heads']): GroundSite => ({
    ...{ id: siteIdOf(point), point, insee: '16001', communeName: 'Ville', placeNames: {} },
    ...{ isInside: true, heads, practitioners: [], halfDays: null },
  });
  const sites = [
    siteAt([0, 45], { gp: 1 }),
    siteAt([0.1, 45], { gp: 2, nurse: 1 }),
    siteAt([0.2, 45], { nurse: 0 }),
    siteAt([0.3, 45], { gp: 1 }),
    siteAt([0.4, 45], { gp: 1 }),
  ];
  const pairs = pairsFromRows(
    1,
    [90, 50, 10, 50, 70].map((tenths) => ({
      places: Uint32Array.of(0),
      tenths: Uint16Array.of(tenths),
    })),
  );
  const from = (kinds: Parameters<typeof nearSites>[0]['kinds'], place = 0) =>
    nearSites({
      ground: { sites } as unknown as Ground,
      ...{ view: viewByPlace(pairs), walks: null, isSquare: false },
      ...{ kinds, place, insee: '16001', usefulDays: { '16001': { gp: 3 } } },
    });

  test('are three of a kind at most, of two as near the first, none without anybody', () => {
    const told = from(new Set(SUPPLY_KINDS));
    expect(told.map(({ kind, minutes, point }) => [kind, minutes, point[0]])).toEqual([
      ['gp', 5, 0.1],
      ['gp', 5, 0.3],
      ['gp', 7, 0.4],
      ['nurse', 5, 0.1],
    ]);
    expect(told[0]?.usefulDays).toBe(3);
    expect(told[3]?.usefulDays).toBeNull();
  });

  test('say nothing of a kind nobody counted, nor from a place nothing leaves', () => {
    expect(from(new Set(['nurse'])).map(({ kind }) => kind)).toEqual(['nurse']);
    expect(from(new Set(SUPPLY_KINDS), 7)).toEqual([]);
  });
});

test('half-days come back from a mask as they went in', () => {
  expect(halfDaysIn(maskOf([13, 0, 4]))).toEqual([0, 4, 13]);
});
