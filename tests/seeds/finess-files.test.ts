import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { commune } from '#db/schema/territory.ts';
import { departementOf } from '#domain/directory/finess-point.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { fileOf } from '#tests/seeds/finess-fixture.ts';
import { finessHarness } from '#tests/seeds/finess-harness.ts';
import { describeOnBoth } from '#tests/support/database.ts';
import { writeSmallTerritory } from '#tests/support/small-territory.ts';

const file = (name: string) =>
  sharedFile(`data/finess/${name}`, 'import of the real files of the register');
const CATEGORIES = file('nomenclature-categories-cs1500106-2025-05-26.xml');
const SITES = file('etablissements-occitanie.csv');
const EQUIPMENT = file('equipements-occitanie.csv');
const CARE = file('activites-soin-france.csv');
const CARE_OF_TWO = file('activites-soin-16-17.csv');
const TEACHING = file('disciplines-16-17.csv');
const STATUSES = file('nomenclature-statuts-cs1500107-2025-05-26.xml');

const read = (path: string) => readImportFile(path, 'un fichier du registre');

/** A commune for every code of the file, standing where its first establishment does. */
async function writeCommunesOf(db: Database, text: string): Promise<void> {
  const rows = new Map<string, [number, number]>();
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(';');
  const [code, lon, lat] = ['code_insee', 'longitude', 'latitude'].map((name) =>
    names.indexOf(name),
  );
  for (const line of lines) {
    const fields = line.split(';');
    const insee = fields[code ?? -1] ?? '';
    const point: [number, number] = [Number(fields[lon ?? -1]), Number(fields[lat ?? -1])];
    const isLocated = fields[lon ?? -1] !== '';
    if (departementOf(insee) === null) continue;
    if (isLocated || !rows.has(insee)) rows.set(insee, isLocated ? point : [2, 43.9]);
  }
  await db.insert(commune).values(
    [...rows].map(([insee, point]) => ({
      insee,
      name: `Commune ${insee}`,
      departement: insee.slice(0, 2),
      point,
      pointKind: 'bourg' as const,
      population: 1,
      populationYear: 2023,
      sourceId: 'registre',
      confidence: 'high' as const,
    })),
  );
}

if (CATEGORIES && SITES && EQUIPMENT && CARE && CARE_OF_TWO && TEACHING && STATUSES) {
  describeOnBoth('the real files of the register', (getDb, getHandle) => {
    const { run, nomenclature, activities, equipment, ask } = finessHarness(getHandle);

    beforeAll(async () => {
      await writeSmallTerritory(getDb());
      await writeCommunesOf(getDb(), readFileSync(SITES, 'utf8'));
    });

    it('bring 312 categories, 133 of them closed', async () => {
      const report = await nomenclature(await read(CATEGORIES));
      expect(report).toMatchObject({
        status: 'done',
        rejectedCount: 0,
        counts: { catégories: 312, 'dont closes': 133 },
      });
      expect((await nomenclature(await read(CATEGORIES))).status).toBe('unchanged');
    });

    it('bring the 10,007 establishments of Occitanie, the second time changing nothing', async () => {
      const report = await run(await read(SITES));
      expect(report).toMatchObject({
        status: 'done',
        read: { readCount: 10_007, keptCount: 10_005 },
      });
      // A kind of establishment younger than the nomenclature.
      expect(report.rejects.map(({ line, value }) => [line, value])).toEqual([
        [2384, '242'],
        [2385, '242'],
      ]);
      expect(report.counts).toMatchObject({
        'lieux montrés': 6_806,
        'sites de catégories non montrées': 3_199,
        'points trop loin de leur commune': 0,
      });
      expect((await run(await read(SITES))).status).toBe('unchanged');
      expect(await run(await read(SITES), { asOf: '2026-04-09' })).toMatchObject({
        status: 'done',
        unchangedCount: 10_005,
      });
    });

    it('give the same points in metres as in degrees, to a tenth of a metre', async () => {
      await getDb().execute(
        sql`create table before_points as select finess, point from finess_site where point is not null`,
      );
      const metresOnly = readFileSync(SITES, 'utf8').replace(';longitude;latitude;', ';x;y;');
      expect((await run(fileOf(metresOnly, 'sites.csv'))).status).toBe('done');
      const [compared] = await ask(sql`
        select count(*)::int as points, max(ST_Distance(b.point, s.point)) as farthest
        from before_points b join finess_site s on s.finess = b.finess`);
      await getDb().execute(sql`drop table before_points`);
      expect(compared?.['points']).toBe(10_004);
      expect(compared?.['farthest']).toBeLessThan(0.1);
    });

    it('attach to them the equipment and the care activities, those of other sites left out', async () => {
      expect(await equipment(await read(EQUIPMENT))).toMatchObject({
        status: 'done',
        rejectedCount: 0,
        read: { readCount: 10_816, keptCount: 10_814 },
      });
      expect(await activities(await read(CARE))).toMatchObject({
        status: 'done',
        rejectedCount: 0,
        read: { readCount: 10_291 },
      });
      expect((await activities(await read(CARE))).status).toBe('unchanged');
      expect((await activities(await read(CARE_OF_TWO))).checks[0]).toMatchObject({
        guard: 'activites',
        passed: false,
      });
      const [emergency] = await ask(
        sql`select count(*)::int as sites from service where name = 'Urgences'`,
      );
      expect(emergency?.['sites']).toBeGreaterThan(20);
    });

    it('are refused when they say nothing of care', async () => {
      await expect(run(await read(TEACHING))).rejects.toThrow('des écoles, pas des soins');
      await expect(nomenclature(await read(STATUSES))).rejects.toThrow('statuts juridiques');
      await expect(run(await read(CARE))).rejects.toThrow('npm run import -- finess-activites');
    });
  });
}
