// Is the area of a recipe the one an organization meant, and are those it covers counted right?

import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { computeArea } from '#db/queries/workspace/compute-area.ts';
import { commune, communeFormer, epci } from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { AreaCoverage, MadeArea } from '#domain/transport/area-recipe.ts';
import type { AreaPart } from '#domain/transport/offer-document.ts';
import { isInPolygon, type PolygonRings } from '#domain/transport/polygon.ts';
import { addPlace, addPractice, addSource, provenance } from '#tests/db/rows.ts';
import { describeOnBoth } from '#tests/support/database.ts';

/** Four squares in a row, a tenth of a degree wide, from 0° to 0.4° east and 45° to 45.1° north. */
const WEST = '16001';
const MIDDLE = '16002';
const EAST = '16003';
const FAR = '16004';
const UNDRAWN = '16005';
const SIREN = '200000001';

function square(west: number, south: number, east: number, north: number): PolygonRings {
  const corners: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [corners];
}

async function setUp(db: Database): Promise<void> {
  await addSource(db);
  await db.insert(epci).values({ siren: SIREN, name: 'CC des Carrés' });
  await db.insert(epci).values({ siren: '200000002', name: 'CC sans commune' });
  const rows = [WEST, MIDDLE, EAST, FAR].map((insee, index) => ({
    insee,
    name: ['Ouest', 'Milieu', 'Est', 'Loin'][index] ?? '',
    epciSiren: index < 3 ? SIREN : null,
    shape: [square(index / 10, 45, (index + 1) / 10, 45.1)],
    shapeKind: 'official' as const,
    population: 1000 * (index + 1),
    population75Plus: index === 1 ? null : 100 * (index + 1),
    populationYear: 2022 - index,
  }));
  const bare = { insee: UNDRAWN, name: 'Sans contour', population: 10, populationYear: 2022 };
  await db.insert(commune).values(
    [...rows, bare].map((row, index) => ({
      ...row,
      departement: '16',
      point: [0.05 + index / 10, 45.05] as LonLat,
      pointKind: 'bourg' as const,
      ...provenance,
    })),
  );
  await db.insert(communeFormer).values({ insee: '16900', name: 'Ancienne', currentInsee: MIDDLE });
  const at = (point: LonLat) => ({ point, pointPrecision: 'address' as const });
  await addPlace(db, 'house', {
    category: 'health_house',
    title: 'Maison de santé',
    insee: WEST,
    ...at([0.02, 45.05]),
  });
  await addPractice(db, 'in-house', { placeId: 'house' });
  await addPractice(db, 'alone', { insee: WEST, ...at([0.08, 45.05]) });
  await addPractice(db, 'east', { insee: EAST, ...at([0.25, 45.05]) });
  await addPlace(db, 'desk', {
    category: 'rights',
    title: 'Accueil',
    insee: WEST,
    ...at([0.05, 45.05]),
  });
  await refreshEntryProjection(db);
}

describeOnBoth('the area of a recipe', (getDb) => {
  beforeAll(() => setUp(getDb()));

  async function made(
    parts: readonly AreaPart[],
    minus: readonly AreaPart[] = [],
  ): Promise<{ area: MadeArea; coverage: AreaCoverage }> {
    const outcome = await computeArea(getDb(), { parts, minus });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults));
    return outcome;
  }

  async function refused(parts: readonly AreaPart[], minus: readonly AreaPart[] = []) {
    const outcome = await computeArea(getDb(), { parts, minus });
    return outcome.kind === 'refused' ? outcome.faults : outcome;
  }

  const communes = (...insees: string[]): AreaPart => ({ kind: 'communes', insees });
  const drawn = (...polygons: PolygonRings[]): AreaPart => ({
    kind: 'drawn',
    label: 'Dessin',
    polygons,
  });
  const covers = (area: MadeArea, point: LonLat) =>
    area.kind === 'polygon' && area.polygons.some((rings) => isInPolygon(rings, point));

  test('of whole communes is those communes, and counts all who live there', async () => {
    const { area, coverage } = await made([{ kind: 'epci', siren: SIREN }], [communes(EAST)]);
    expect(area).toEqual({ kind: 'communes', insees: [WEST, MIDDLE] });
    expect(coverage).toEqual({
      population: 3000,
      population75Plus: 100,
      communesWithoutAges: 1,
      populationYear: 2021,
      isEstimate: false,
      careCount: 2,
      communes: [
        { insee: MIDDLE, name: 'Milieu', share: 'whole' },
        { insee: WEST, name: 'Ouest', share: 'whole' },
      ],
    });
  });

  test('needs no outline when it is made of whole communes', async () => {
    const { area } = await made([communes(UNDRAWN)]);
    expect(area).toEqual({ kind: 'communes', insees: [UNDRAWN] });
  });

  test('around a commune reaches as far as was said, and no further', async () => {
    const { area, coverage } = await made([{ kind: 'around', insees: [WEST], meters: 3000 }]);
    const oneKm = 1 / (111.195 * Math.cos((45.05 * Math.PI) / 180));
    expect(covers(area, [0.1 + 2.9 * oneKm, 45.05])).toBe(true);
    expect(covers(area, [0.1 + 3.1 * oneKm, 45.05])).toBe(false);
    expect(covers(area, [0.05, 45.1 + 2.9 / 111.195])).toBe(true);
    expect(coverage.communes).toEqual([
      { insee: MIDDLE, name: 'Milieu', share: 'part' },
      { insee: WEST, name: 'Ouest', share: 'whole' },
    ]);
    // All of the first commune and 3 km of the 7.85 km of the second.
    expect(coverage.population).toBeGreaterThan(1740);
    expect(coverage.population).toBeLessThan(1780);
    expect(coverage.isEstimate).toBe(true);
  });

  test('keeps a commune that nothing lies around beside one that something does', async () => {
    const around: AreaPart = { kind: 'around', insees: [WEST], meters: 3000 };
    const { area, coverage } = await made([communes(WEST, FAR), around]);
    expect(covers(area, [0.05, 45.05]) && covers(area, [0.35, 45.05])).toBe(true);
    expect(coverage.communes.map(({ name, share }) => [name, share])).toEqual([
      ['Loin', 'whole'],
      ['Milieu', 'part'],
      ['Ouest', 'whole'],
    ]);
  });

  test('drawn holds half a commune, half of its people and the care inside the line', async () => {
    const { area, coverage } = await made([drawn(square(0, 45, 0.05, 45.1))]);
    expect(area.kind).toBe('polygon');
    expect(coverage).toMatchObject({ population: 500, population75Plus: 50, careCount: 1 });
  });

  test('keeps a hole where something was taken away', async () => {
    const { area, coverage } = await made(
      [communes(WEST)],
      [drawn(square(0.015, 45.02, 0.03, 45.08))],
    );
    expect(covers(area, [0.02, 45.05])).toBe(false);
    expect(covers(area, [0.08, 45.05])).toBe(true);
    expect(area.kind === 'polygon' && area.polygons.map((rings) => rings.length)).toEqual([2]);
    expect(coverage.careCount).toBe(1);
  });

  test('of two drawings that overlap is one line around both', async () => {
    const { area } = await made([
      drawn(square(0, 45, 0.06, 45.1), square(0.04, 45, 0.1, 45.1)),
      communes(MIDDLE),
    ]);
    expect(area.kind === 'polygon' && area.polygons).toHaveLength(1);
    expect(covers(area, [0.05, 45.05]) && covers(area, [0.15, 45.05])).toBe(true);
  });

  test('is written in rings that end where they begin, outer ones counterclockwise', async () => {
    const { area } = await made([{ kind: 'around', insees: [WEST, FAR], meters: 2000 }]);
    if (area.kind !== 'polygon') throw new Error('A polygon was expected');
    expect(area.polygons).toHaveLength(2);
    for (const [outer = []] of area.polygons) {
      expect(outer.at(-1)).toEqual(outer[0]);
      const twiceArea = outer.reduce((sum, [lon, lat], index) => {
        const [toLon, toLat] = outer[index + 1] ?? [lon, lat];
        return sum + lon * toLat - toLon * lat;
      }, 0);
      expect(twiceArea).toBeGreaterThan(0);
    }
  });

  describe('is refused', () => {
    test('when a commune or a group is not known, with where it was named', async () => {
      expect(
        await refused([communes(WEST, '99999')], [{ kind: 'epci', siren: '999999999' }]),
      ).toEqual([
        { code: 'unknown_commune', field: 'parts.0', value: '99999' },
        { code: 'unknown_epci', field: 'minus.0', value: '999999999' },
      ]);
      expect(await refused([{ kind: 'epci', siren: '200000002' }])).toMatchObject([
        { code: 'unknown_epci' },
      ]);
    });

    test('when a commune was merged, with the one of today', async () => {
      expect(await refused([communes('16900')])).toEqual([
        { code: 'former_commune', field: 'parts.0', value: 'Ancienne → Milieu (16002)' },
      ]);
    });

    test('when a line crosses itself, with where', async () => {
      const bow: PolygonRings = [
        [
          [0, 45],
          [0.1, 45.1],
          [0.1, 45],
          [0, 45.1],
          [0, 45],
        ],
      ];
      expect(await refused([communes(WEST), drawn(bow)])).toEqual([
        { code: 'crossed_drawing', field: 'parts.1', value: '45.0500, 0.0500' },
      ]);
    });

    test('when nothing was chosen, or nothing is left of it', async () => {
      expect(await refused([])).toMatchObject([{ code: 'nothing_chosen' }]);
      expect(await refused([communes(WEST)], [communes(WEST)])).toMatchObject([
        { code: 'nothing_left' },
      ]);
      const all = drawn(square(-1, 44, 1, 46));
      expect(await refused([communes(WEST)], [all])).toMatchObject([{ code: 'nothing_left' }]);
    });

    test('when ground is asked of a commune whose outline is not known', async () => {
      expect(await refused([{ kind: 'around', insees: [UNDRAWN], meters: 500 }])).toEqual([
        { code: 'no_outline', field: 'parts.0', value: UNDRAWN },
      ]);
    });
  });
});
