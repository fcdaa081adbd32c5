import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeImport } from '#seeds/pipeline/report.ts';
import {
  collection,
  createContoursHarness,
  createDemoDatabase,
  feature,
  fileOf,
  polygon,
} from '#tests/seeds/contours-drawn.ts';
import type { TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
const { ask, run, shapes } = createContoursHarness(() => database.handle);

beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.remove());

describe('the communes import', () => {
  const fixture = fileOf(
    collection(
      feature('16073', 'Chalais', polygon(0.03, 45.26)),
      feature('16305', 'Saint-Christophe-de-Chalais', polygon(0.05, 45.26)),
      feature('75056', 'Paris', polygon(2.3, 48.8)),
      feature('99999', 'Nulle-Part', polygon(0, 45)),
      feature(16020, 'Aubeterre-sur-Dronne', polygon(0.16, 45.26)),
      feature('16020', 'Aubeterre-sur-Dronne', { type: 'Point', coordinates: [0.17, 45.27] }),
      feature('16294', 'Saint-Amant-de-Montmoreau', polygon(0.13, 45.39)),
    ),
  );

  it('tries without writing', async () => {
    const before = await shapes();
    const report = await run(fixture, {}, true);
    expect(report.status).toBe('dry_run');
    expect(report.counts).toMatchObject({ 'contours officiels': 1 });
    expect(await shapes()).toEqual(before);
    expect(
      await ask(sql`select 1 from import_run where importer = 'communes:contours-communes'`),
    ).toEqual([]);
  });

  it('joins the pieces of a merged commune and replaces its schematic shape', async () => {
    const report = await run(fixture);
    expect(report.status).toBe('done');
    expect(
      await ask(sql`select shape_kind, ST_NumGeometries(shape) as pieces,
        round((ST_XMax(shape) - ST_XMin(shape))::numeric, 3)::float as width from commune
        where insee = '16073'`),
    ).toEqual([{ shape_kind: 'official', pieces: 1, width: 0.04 }]);
    expect(
      await ask(sql`select source_id, as_of from assertion where subject_id = '16073'`),
    ).toEqual([{ source_id: 'communes-contours', as_of: '2018' }]);
  });

  it('refuses what it cannot place, with its position, its column, its value and the reason', async () => {
    const rows = await ask(sql`
      select line, field, value, reason from import_reject join import_run on id = run_id
      where importer = 'communes:contours-communes' order by position`);
    expect(rows).toEqual([
      { line: 4, field: 'code', value: '99999', reason: 'Commune inconnue ici : Nulle-Part.' },
      {
        line: 5,
        field: 'code',
        value: '16020',
        reason: 'Code Insee attendu : cinq caractères, comme 16230 ou 2A004.',
      },
      {
        line: 6,
        field: 'geometry',
        value: '16020',
        reason: 'Contour attendu : Polygon ou MultiPolygon, reçu « Point ».',
      },
      {
        line: 7,
        field: 'code',
        value: '16294',
        reason: 'Contour incomplet de 16230 : la partie qui porte ce code manque au fichier.',
      },
    ]);
  });

  it('keeps a ledger of the run', async () => {
    expect(
      await ask(sql`select status, file_name, sha256, read_count, kept_count, rejected_count, changed
        from import_run where importer = 'communes:contours-communes'`),
    ).toMatchObject([
      {
        status: 'done',
        file_name: 'communes.geojson',
        read_count: 7,
        kept_count: 2,
        rejected_count: 4,
        changed: true,
      },
    ]);
  });

  it('has nothing to do with the same file again', async () => {
    const before = await shapes();
    const report = await run(fixture);
    expect(report.status).toBe('unchanged');
    expect(describeImport(report)).toContain('Rien à faire');
    expect(await shapes()).toEqual(before);
  });

  it('swaps nothing when a check fails: a contour far from its commune', async () => {
    const before = await shapes();
    const report = await run(
      fileOf(
        collection(
          feature('16020', 'Aubeterre-sur-Dronne', polygon(0.16, 45.26)),
          feature('16230', 'Montmoreau', polygon(45.39, 0.13)),
        ),
      ),
    );
    expect(report.status).toBe('failed');
    expect(describeImport(report)).toContain(
      'ÉCHEC    Chaque contour près de son bourg : non : 16230',
    );
    expect(await shapes()).toEqual(before);
    const [last] = await ask(sql`select status, changed, message from import_run
      where importer = 'communes:contours-communes' order by id desc limit 1`);
    expect(last).toMatchObject({ status: 'failed', changed: false });
    expect(last?.['message']).toContain('16230');
  });

  it('reads the answer of geo.api.gouv.fr, and keeps to the territory asked', async () => {
    const content = [
      { nom: 'Angeduc', code: '16014', contour: polygon(-0.06, 45.465) },
      { nom: 'Angoulême', code: '16015', contour: polygon(0.15, 45.64) },
    ];
    const report = await run(fileOf(content), { territoryCodes: ['sud-charente'] });
    expect(report).toMatchObject({ status: 'done', rejects: [] });
    expect(
      await ask(
        sql`select insee, shape_kind from commune where insee in ('16014', '16015') order by 1`,
      ),
    ).toEqual([
      { insee: '16014', shape_kind: 'official' },
      { insee: '16015', shape_kind: null },
    ]);
  });

  it('names the territories there are when one is unknown', async () => {
    await expect(run(fileOf(collection()), { territoryCodes: ['atlantide'] })).rejects.toThrow(
      /« atlantide ».*sud-charente/,
    );
  });
});
