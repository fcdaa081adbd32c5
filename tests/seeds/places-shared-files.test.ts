// Do the real files of communes, population and places import on both databases, twice, the second time
// changing nothing?

import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { loadDemo } from '#seeds/demo/load.ts';
import type { ShapedSource } from '#seeds/sources/communes/shaped-source.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import { placesFiles } from '#seeds/sources/places/source.ts';
import { populationFiles } from '#seeds/sources/population/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { importPath } from '#tests/seeds/territory-files.ts';
import { describeOnBoth } from '#tests/support/database.ts';

type RealFile = {
  source: ShapedSource;
  path: string;
  asOf: string | null;
  read: number;
  kept: number;
  rejected: number;
};

const real = (
  source: ShapedSource,
  path: string,
  asOf: string | null,
  [read, kept, rejected = 0]: readonly [number, number, number?],
): RealFile => ({ source, path: `data/${path}`, asOf, read, kept, rejected });

/** Kept: those of the communes of the demonstration and around. */
const FILES: readonly RealFile[] = [
  real(communesFiles, 'population/v_mvt_commune_2024.csv', null, [13_284, 13_284]),
  real(communesFiles, 'population/v_commune_2024.csv', null, [37_544, 37_544]),
  real(communesFiles, 'boundaries/communes-16-charente.geojson', '2018', [381, 269]),
  real(communesFiles, 'boundaries/communes-17-charente-maritime.geojson', '2018', [466, 186]),
  real(communesFiles, 'boundaries/communes-24-dordogne.geojson', '2018', [520, 97]),
  real(communesFiles, 'boundaries/departement-16-charente.geojson', '2018', [1, 1]),
  real(communesFiles, 'boundaries/departement-17-charente-maritime.geojson', '2018', [1, 1]),
  real(communesFiles, 'boundaries/departement-24-dordogne.geojson', '2018', [1, 1]),
  real(communesFiles, 'boundaries/departements-nouvelle-aquitaine.geojson', '2018', [12, 12]),
  real(communesFiles, 'boundaries/epci-nouvelle-aquitaine.geojson', null, [156, 156]),
  real(populationFiles, 'population/population-communes.csv', '2017', [34_995, 746]),
  real(populationFiles, 'population/sud-charente-ages-2023.json', null, [89, 89]),
  real(placesFiles, 'addresses/laposte-hexasmal-2023.csv', null, [39_193, 831]),
];

describeOnBoth('the real files of the territory', (getDb, getHandle) => {
  beforeAll(async () => {
    await loadDemo(getHandle());
  });

  for (const { source, path, asOf, read, kept, rejected } of FILES) {
    const file = sharedFile(path, `import of ${path}`);
    it.skipIf(file === null)(`${path} imports, and the second time changes nothing`, async () => {
      const first = await importPath(getHandle(), source, file ?? '', { asOf });
      expect(first).toMatchObject({
        status: 'done',
        rejectedCount: rejected,
        read: { readCount: read, keptCount: kept },
      });
      expect(await importPath(getHandle(), source, file ?? '', { asOf })).toMatchObject({
        status: 'unchanged',
      });
      const again = await importPath(getHandle(), source, file ?? '', { asOf, again: true });
      expect(again).toMatchObject({ status: 'done', unchangedCount: kept });
    });
  }

  const boundaries = sharedFile('data/boundaries', 'the shapes of Sud Charente');
  const ages = sharedFile('data/population', 'the ages of Sud Charente');

  it.skipIf(boundaries === null)(
    'give Sud Charente its 89 shapes, merged communes whole',
    async () => {
      const { rows } = await getDb().execute(sql`
      select count(*) filter (where shape_kind = 'official')::int as official,
        bool_and(ST_IsValid(shape)) as valid, (sum(ST_Area(shape::geography)) / 1e6)::int as km2,
        (ST_Area(ST_Union(shape)::geography) / 1e6)::int as whole,
        (max(ST_Area(shape::geography)) filter (where insee = '16230') / 1e6)::int as montmoreau
      from commune join territory_commune using (insee) where territory_code = 'sud-charente'`);
      const [found] = rows;
      expect(found).toMatchObject({ official: 89, valid: true });
      expect(Number(found?.['km2']) - Number(found?.['whole'])).toBeLessThan(5);
      expect(found?.['montmoreau']).toBeGreaterThan(60);
    },
  );

  it.skipIf(ages === null)(
    'count the people of Sud Charente, and those of 75 and over',
    async () => {
      const { rows } = await getDb().execute(sql`
      select round(sum(count)::numeric, 1)::float as everybody,
        round((sum(count) filter (where age_from >= 75))::numeric, 1)::float as old
      from population_age`);
      expect(rows).toEqual([{ everybody: 37_490.5, old: 5_405.5 }]);
    },
  );
});
