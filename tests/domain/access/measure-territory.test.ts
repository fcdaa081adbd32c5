import { describe, expect, test } from 'vitest';
import type { Ground, GroundCommune, GroundSite } from '#domain/access/ground.ts';
import { siteIdOf } from '#domain/access/ground.ts';
import { communeDemand, groundPlaces } from '#domain/access/ground-places.ts';
import { halfDaysOpen } from '#domain/access/half-days-open.ts';
import { haloReport } from '#domain/access/halo-report.ts';
import { measureTerritory } from '#domain/access/measure-territory.ts';
import type { SupplyKind } from '#domain/access/supply.ts';
import { pairsFromRows } from '#domain/access/travel-pairs.ts';
import { createRowMaker } from '#domain/access/travel-rows.ts';
import { listVintages } from '#domain/access/vintages.ts';
import type { LonLat } from '#domain/geo.ts';

const at = (km: number): LonLat => [0, 45 + km / 111.195];

function communeAt(km: number, change: Partial<GroundCommune> = {}): GroundCommune {
  return {
    insee: `16${String(100 + km).padStart(3, '0')}`,
    name: `Km ${km}`,
    departement: '16',
    point: at(km),
    isInside: true,
    population: 1000,
    population75Plus: null,
    ages: null,
    ...change,
  };
}

function siteAt(km: number, heads: GroundSite['heads']): GroundSite {
  return {
    ...{ id: siteIdOf(at(km)), point: at(km), insee: `16${String(100 + km).padStart(3, '0')}` },
    ...{ communeName: `Km ${km}`, placeNames: {}, isInside: true },
    ...{ heads, practitioners: [], halfDays: null },
  };
}

function groundOf(change: Partial<Ground> & Pick<Ground, 'communes' | 'sites'>): Ground {
  const all = new Set(change.communes.map(({ insee }) => insee));
  const counted = {
    ...{ gp: all, nurse: all, physio: all, dentist: all, midwife: all },
    ...{ pharmacy: all, hospital: all, emergency: all },
  };
  return {
    territory: { code: 'ligne', name: 'La ligne' },
    tiles: [],
    counted,
    doubtful: [],
    sources: { population: [], supply: [], published: [] },
    ...change,
  };
}

function measure(
  ground: Ground,
  usefulDays: Parameters<typeof measureTerritory>[0]['usefulDays'] = null,
) {
  const places = groundPlaces(ground);
  const makeRow = createRowMaker({
    ...{ network: null, mode: 'car', rowSide: 'site', reachMinutes: 45 },
    columns: places.map(({ point }) => point),
  });
  const pairs = pairsFromRows(
    places.length,
    ground.sites.map(({ point }) => makeRow(point)),
  );
  return measureTerritory({ ground, pairs, estimatedTimes: ['car'], usefulDays });
}

describe('the figures of a territory', () => {
  const line = groundOf({
    communes: [communeAt(0), communeAt(5), communeAt(30)],
    sites: [siteAt(0, { gp: 2, pharmacy: 1 })],
  });

  test('share all the consultations there are, among those who reach them', () => {
    const { places } = measure(line);
    const given = places.reduce(
      (sum, { demand, values }) => sum + demand * (values.gp_access?.value ?? 0),
      0,
    );
    expect(given).toBeCloseTo(2 * 5_400, 6);
  });

  test('tell « nothing in reach » from a small value and from what nobody counted', () => {
    const nobodyCounted = new Set<string>();
    const ground = { ...line, counted: { ...line.counted, nurse: nobodyCounted } };
    const [near, , far] = measure(ground).places;
    expect(near?.values.gp_access?.state).toBe('value');
    expect(far?.values.gp_access).toMatchObject({ value: 0, state: 'none_in_reach' });
    expect(far?.values.gp_nearest).toMatchObject({ value: expect.any(Number), state: 'value' });
    expect(far?.values.physio_access?.state).toBe('none_in_reach');
    expect(near?.values.nurse_access).toBeUndefined();
  });

  test('find the nearest practice of a doctor who has two, and the third doctor, not the third head', () => {
    const half = (km: number, names: readonly string[]): GroundSite => ({
      ...siteAt(km, { gp: names.length / 2 }),
      practitioners: names.map((name) => ({ entryId: name, name, kind: 'gp', share: 0.5 })),
    });
    const communes = [communeAt(0)];
    const sites = [half(5, ['a', 'b']), half(9, ['c']), siteAt(30, { gp: 1 })];
    const [place] = measure(groundOf({ communes, sites })).places;
    const [nearest] = measure(groundOf({ communes, sites: [siteAt(5, { gp: 1 })] })).places;
    const [third] = measure(groundOf({ communes, sites: [siteAt(9, { gp: 1 })] })).places;
    expect(place?.values.gp_nearest?.value).toBe(nearest?.values.gp_nearest?.value);
    expect(place?.values.gp_nearest_3?.value).toBe(third?.values.gp_nearest?.value);
  });

  test('tell around which complete communes people live, those outside and those too small included', () => {
    const all = { gp: 1, nurse: 1, physio: 1, dentist: 1, pharmacy: 1 };
    const communes = [
      communeAt(0, { population: 3000 }),
      communeAt(2),
      communeAt(9),
      communeAt(20),
      communeAt(22, { isInside: false, population: 4000 }),
    ];
    const { dentist: _none, ...four } = all;
    const sites = [siteAt(0, all), siteAt(2, four), siteAt(9, all), siteAt(22, all)];
    const { poles } = measure(groundOf({ communes, sites }));
    expect(poles).toEqual([
      {
        ...{ insee: '16100', name: 'Km 0', isInside: true, lacks: null, people: 5000 },
        ...{ communes: ['Km 0', 'Km 2', 'Km 9'], joins: null },
      },
      {
        ...{ insee: '16122', name: 'Km 22', isInside: false, lacks: null, people: 5000 },
        ...{ communes: ['Km 20'], joins: null },
      },
      {
        ...{ insee: '16109', name: 'Km 9', isInside: true, lacks: null, people: 0 },
        ...{ communes: [], joins: 'Km 0' },
      },
      {
        ...{ insee: '16102', name: 'Km 2', isInside: true, lacks: 'dentist', people: 1000 },
        ...{ communes: [], joins: null },
      },
    ]);
  });

  test('weigh communes by their people, however much care these need', () => {
    const old = [{ ageFrom: 75, ageTo: null, count: 1000 }];
    const communes = [communeAt(0, { ages: old, population75Plus: 1000 }), communeAt(9)];
    const { places, territory } = measure(groundOf({ communes, sites: [siteAt(0, { gp: 1 })] }));
    const [one, other] = places.map(({ values }) => values.gp_access?.value ?? Number.NaN);
    expect(places[0]?.demand).not.toBe(places[1]?.demand);
    expect(one).not.toBe(other);
    expect(territory.gp_access).toBeCloseTo(((one ?? 0) + (other ?? 0)) / 2, 12);
  });

  test('say nothing of a commune of fewer than five people', () => {
    const communes = [communeAt(0), communeAt(5, { population: 4 })];
    const [, small] = measure({ ...line, communes }).places;
    expect(small?.values.gp_access).toMatchObject({ value: null, state: 'suppressed' });
  });

  test('are the same whatever the order of the sites', () => {
    const sites = [siteAt(0, { gp: 2 }), siteAt(5, { gp: 1, nurse: 3 }), siteAt(9, { gp: 1 })];
    const one = measure({ ...line, sites });
    const other = measure({ ...line, sites: sites.toReversed() });
    for (const [number, place] of one.places.entries()) {
      expect(other.places[number]?.values.gp_access?.value).toBeCloseTo(
        place.values.gp_access?.value ?? Number.NaN,
        9,
      );
    }
  });

  test('count the people of 75 and more who have no useful day, and do not know without a computation', () => {
    const communes = [
      communeAt(0, { population75Plus: 90 }),
      communeAt(5, { population75Plus: 80 }),
    ];
    const ground = { ...line, communes };
    expect(measure(ground).territory.older_out_of_reach).toBeUndefined();
    const days = { '16100': { gp: 3 }, '16105': { gp: 0 } };
    expect(measure(ground, days).territory.older_out_of_reach).toBe(80);
  });

  test('spread a commune over its squares without changing its people nor its demand', () => {
    const commune = communeAt(0, { population: 900, population75Plus: 120 });
    const tile = { insee: commune.insee, population: 10, aged65Plus: 2 };
    const ground = groundOf({
      communes: [commune],
      sites: [],
      tiles: [
        { ...tile, id: 'a', point: at(0) },
        { ...tile, id: 'b', point: at(1), population: 30 },
      ],
    });
    const places = groundPlaces(ground);
    const sum = (of: (place: (typeof places)[number]) => number) =>
      places.reduce((total, place) => total + of(place), 0);
    expect(sum(({ population }) => population)).toBeCloseTo(900, 9);
    expect(sum(({ population75Plus }) => population75Plus ?? 0)).toBeCloseTo(120, 9);
    expect(sum(({ demand }) => demand)).toBeCloseTo(communeDemand(commune), 9);
    expect(measure(ground).tiles.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('what is known around', () => {
  test('is complete when communes whose care was counted stand on all sides', () => {
    const around = Array.from({ length: 21 * 21 }, (_, n): GroundCommune => {
      const [x, y] = [(n % 21) - 10, Math.floor(n / 21) - 10];
      const isInside = x === 0 && y === 0;
      const point: LonLat = [x * 0.05, 45 + y * 0.036];
      return communeAt(n, { insee: `c${n}`, point, isInside });
    });
    expect(haloReport(groundOf({ communes: around, sites: [] })).isComplete).toBe(true);
    const western = around.filter(({ point }) => point[0] <= 0);
    const report = haloReport(groundOf({ communes: western, sites: [] }));
    expect(report.missing).toEqual([{ what: 'ground', bearings: expect.arrayContaining([90]) }]);
  });

  test('names the communes whose care nobody counted, by kind', () => {
    const communes = [communeAt(0), communeAt(9, { isInside: false })];
    const ground = groundOf({ communes, sites: [] });
    const counted = { ...ground.counted, gp: new Set(['16100']) };
    const supply = haloReport({ ...ground, counted }).missing.filter(
      (gap): gap is { what: 'supply'; kind: SupplyKind; communes: string[] } =>
        gap.what === 'supply',
    );
    expect(supply).toEqual([{ what: 'supply', kind: 'gp', communes: ['Km 9'] }]);
  });
});

test('a place receives on the half-days its hours leave an hour at least', () => {
  const week = Array.from({ length: 7 }, (_, day) =>
    day === 0 ? [{ from: 540, to: 750 }] : day === 2 ? [{ from: 840, to: 1080 }] : [],
  );
  const hours = { week, closedOnHolidays: true, byAppointment: false, note: null };
  expect(halfDaysOpen([{ kind: 'public', ...hours }])).toBe(0b10_0001);
  expect(halfDaysOpen([{ kind: 'phone', ...hours }])).toBeNull();
});

test('each figure has its sources, a doubtful count and a place without a road among them', () => {
  const ground = groundOf({
    communes: [communeAt(0)],
    sites: [],
    doubtful: [{ insee: '33366', name: 'Saint-André', kind: 'gp', headCount: 45 }],
  });
  const facts = { ground, isEstimate: false, roadsDate: '2026-11-01', monday: '2026-11-23' };
  const told = listVintages({ ...facts, offRoad: ['Cabinet du bois'] });
  const toConfirm = told.filter((each) => each.toConfirm).map(({ id, name }) => [id, name]);
  expect(toConfirm).toEqual([
    ['doubtful_supply', 'Effectif à vérifier : Saint-André, 45 médecins généralistes'],
    ['parameters', expect.any(String)],
    ['off_road', 'Lieu de soin loin de toute route connue : Cabinet du bois'],
  ]);
  expect(told.find(({ id }) => id === 'roads')?.date).toBe('2026-11-01');
});
