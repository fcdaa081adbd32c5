import { describe, expect, test } from 'vitest';
import type { Ground, GroundCommune, GroundSite } from '#domain/access/ground.ts';
import { siteIdOf } from '#domain/access/ground.ts';
import { groundPlaces } from '#domain/access/ground-places.ts';
import { measureTerritory } from '#domain/access/measure-territory.ts';
import { WALK_REACH_MINUTES, walkGround, widenWalks } from '#domain/access/on-foot.ts';
import { pairsFromRows, rowOf } from '#domain/access/travel-pairs.ts';
import { createRowMaker } from '#domain/access/travel-rows.ts';
import type { LonLat } from '#domain/geo.ts';

const at = (km: number): LonLat => [0, 45 + km / 111.195];

const communeAt = (km: number): GroundCommune => ({
  ...{ insee: `1610${km}`, name: `Km ${km}`, departement: '16', point: at(km), isInside: km < 9 },
  ...{ population: 100, population75Plus: null, ages: null },
});
const siteAt = (km: number, heads: GroundSite['heads']): GroundSite => ({
  ...{ id: siteIdOf(at(km)), point: at(km), insee: '16100', communeName: 'Km', placeNames: {} },
  ...{ isInside: true, heads, practitioners: [], halfDays: null },
});
const squareAt = (insee: string, km: number, population: number) => ({
  ...{ id: `${insee} ${km}`, insee, point: at(km), population, aged65Plus: 0 },
});

/** Squares of the first commune alone: 30 people beside the doctor, 10 at 1.4 km, 60 far. */
const COMMUNES = [communeAt(0), communeAt(5), communeAt(9)];
const ALL = new Set(COMMUNES.map(({ insee }) => insee));
const GROUND: Ground = {
  ...{ territory: { code: 'ligne', name: 'La ligne' }, communes: COMMUNES, doubtful: [] },
  tiles: [squareAt('16100', 0, 30), squareAt('16100', 1.4, 10), squareAt('16100', 4, 60)],
  sites: [siteAt(0, { gp: 1 }), siteAt(5, { pharmacy: 1 }), siteAt(80, { gp: 3 })],
  counted: {
    ...{ gp: ALL, nurse: new Set(), physio: new Set(), dentist: new Set() },
    ...{ midwife: new Set(), pharmacy: ALL, hospital: new Set(), emergency: new Set() },
  },
  sources: { population: [], supply: [], published: [] },
};

function measure(ground: Ground) {
  const places = groundPlaces(ground);
  const near = walkGround(places, ground.sites);
  const rowsOf = (mode: 'car' | 'walk', numbers: readonly number[], sites: readonly number[]) => {
    const makeRow = createRowMaker({
      ...{ network: null, mode, rowSide: 'site' },
      reachMinutes: mode === 'car' ? 45 : WALK_REACH_MINUTES,
      columns: numbers.map((number) => places[number]?.point ?? at(0)),
    });
    const rows = sites.map((site) => makeRow(ground.sites[site]?.point ?? at(0)));
    return pairsFromRows(numbers.length, rows);
  };
  const size = { placeCount: places.length, siteCount: ground.sites.length };
  const walks = widenWalks(rowsOf('walk', near.places, near.sites), near, size);
  const figures = measureTerritory({
    ...{ ground, walks, estimatedTimes: ['car', 'walk'], usefulDays: null },
    pairs: rowsOf('car', [...places.keys()], [...ground.sites.keys()]),
  });
  return { near, walks, figures };
}

describe('times on foot', () => {
  test('start from the squares of the territory and lead to what lies near them', () => {
    const { near, walks } = measure(GROUND);
    expect(near).toEqual({ places: [0, 1, 2], sites: [0, 1] });
    expect([...rowOf(walks, 0).places]).toEqual([0, 1]);
    // 1.4 km, 1.3 times as long by the streets, at 75 m a minute; rounded up.
    expect(rowOf(walks, 0).tenths[1]).toBe(243);
    expect([...rowOf(walks, 1).places]).toEqual([2]);
    expect(rowOf(walks, 2).places).toHaveLength(0);
  });

  test('tell the share of the people who live within a quarter of an hour', () => {
    const [first] = measure(GROUND).figures.places;
    expect(first?.values.gp_walk).toMatchObject({ state: 'value', value: 30 });
    expect(first?.values.pharmacy_walk).toMatchObject({ state: 'value', value: 0 });
    expect(measure(GROUND).figures.territory.gp_walk).toBe(30);
  });

  test('are not known of a commune without squares, which is not « nobody »', () => {
    const { figures, near } = measure({ ...GROUND, tiles: [] });
    expect(near.places).toEqual([]);
    expect(figures.places[0]?.values.gp_walk).toMatchObject({ state: 'unknown', value: null });
    expect(measure(GROUND).figures.places[1]?.values.gp_walk?.state).toBe('unknown');
    expect(figures.territory.gp_walk).toBeNull();
  });

  test('are told of each site near, from the square where most people live', () => {
    const { near } = measure(GROUND).figures.places[0] ?? {};
    expect(near?.find(({ kind }) => kind === 'pharmacy')?.walk).toEqual({
      ...{ state: 'value', minutes: 17.4 },
    });
    expect(near?.find(({ kind }) => kind === 'gp')?.walk?.state).toBe('none_in_reach');
    const whole = measure({ ...GROUND, tiles: [] }).figures.places[0];
    expect(whole?.near[0]?.walk).toEqual({ state: 'unknown', minutes: null });
  });
});
