import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import { officialCommune } from '#db/schema/commune-history.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2018',
  now: new Date('2026-11-22T08:00:00Z'),
  accept: [],
  onProgress: () => undefined,
};

let handle: DatabaseHandle;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('embedded');
  handle = database.handle;
  await loadDemo(handle);
  // With INSEE's list, a code that is not in it is unknown.
  await handle.db
    .insert(officialCommune)
    .values({ kind: 'COM', insee: '75056', name: 'Paris', departement: '75' });
});
afterAll(() => database.remove());

function fileOf(content: unknown, name = 'communes.geojson'): ImportFile {
  const bytes = new TextEncoder().encode(
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return memoryFile(name, bytes);
}

const run = async (file: ImportFile, options: Partial<ImportOptions> = {}, dryRun = false) =>
  runImport(
    handle,
    await communesFiles.shapeOf(file),
    file,
    { ...OPTIONS, ...options },
    { dryRun, clock: Date.now },
  );

/** A square of 0.02° whose lower left corner is given. */
function square(lon: number, lat: number): number[][][] {
  const [right, top] = [lon + 0.02, lat + 0.02];
  return [
    [
      [lon, lat],
      [right, lat],
      [right, top],
      [lon, top],
      [lon, lat],
    ],
  ];
}

const feature = (code: unknown, nom: unknown, geometry: unknown) => ({
  type: 'Feature',
  properties: { code, nom },
  geometry,
});
const polygon = (lon: number, lat: number) => ({ type: 'Polygon', coordinates: square(lon, lat) });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

async function ask(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return (await handle.db.execute(query)).rows;
}

const shapes = () =>
  ask(sql`select insee, shape_kind, ST_AsText(shape) as text from commune
    where shape is not null order by insee`);

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

  it.each([
    ['a bare Feature', feature('16073', 'Chalais', polygon(0, 45)), 'une seule « Feature »'],
    ['a geometry', polygon(0, 45), 'un objet de type « Polygon »'],
    ['a collection without its list', { type: 'FeatureCollection' }, 'sans liste « features »'],
    ['a cut file', '{"type": "FeatureCollection", "features": [{"ty', 'n’est pas du JSON'],
  ])('says what was expected and what came: %s', async (_, content, said) => {
    const before = await shapes();
    await expect(run(fileOf(content, 'wrong.geojson'))).rejects.toThrow(said);
    await expect(run(fileOf(content, 'wrong.geojson'))).rejects.toThrow(
      /wrong\.geojson : attendu .*FeatureCollection/,
    );
    expect(await shapes()).toEqual(before);
  });

  it('refuses an empty collection rather than calling it done', async () => {
    const report = await run(fileOf(collection()));
    expect(report.status).toBe('failed');
    expect(report.checks[0]).toMatchObject({
      passed: false,
      detail: 'aucun contour ne correspond',
    });
  });

  it.each([
    ['12', 'ligne 1, colonne 1 : attendu un fichier GeoJSON', '« 12 »'],
    ['code;nom\n16073;Chalais', 'v_commune_AAAA.csv', '« code;nom »'],
    ['<!doctype html><title>Erreur</title>', 'v_mvt_commune_AAAA.csv', 'une page web'],
  ])('names every file it reads, and what came: %s', async (content, expected, came) => {
    const read = run(fileOf(content, 'wrong.csv'));
    await expect(read).rejects.toThrow(expected);
    await expect(read).rejects.toThrow(came);
  });

  it('repairs a contour that crosses itself, and says so', async () => {
    const crossed = {
      type: 'Polygon',
      coordinates: [
        [
          [0.16, 45.26],
          [0.18, 45.28],
          [0.18, 45.26],
          [0.16, 45.28],
          [0.16, 45.26],
        ],
      ],
    };
    const file = fileOf(collection(feature('16020', 'Aubeterre', crossed)), 'noeud.geojson');
    expect(describeImport(await run(file))).toContain(
      'Contours qui se croisaient, réparés : 16020',
    );
    expect(
      await ask(sql`select ST_IsValid(shape) as valid from commune where insee = '16020'`),
    ).toEqual([{ valid: true }]);
  });

  it.each([
    ['swapped', polygon(45.26, 0.16), '16020 (latitude et longitude inversées)'],
    ['out of France', polygon(-3.7, 40.4), '16020 (hors de France)'],
  ])('swaps nothing when coordinates are %s', async (_, geometry, said) => {
    const before = await shapes();
    const report = await run(fileOf(collection(feature('16020', 'Aubeterre', geometry)), 'x.json'));
    expect(report.status).toBe('failed');
    expect(report.checks).toContainEqual({
      guard: 'coordonnees',
      label: 'Contours en France',
      passed: false,
      detail: `non : ${said}`,
    });
    expect(await shapes()).toEqual(before);
  });

  it('keeps the first of two contours of one code', async () => {
    const twice = feature('16020', 'Aubeterre', polygon(0.16, 45.26));
    const report = await run(fileOf(collection(twice, twice), 'twice.geojson'), {
      accept: ['rejets'],
    });
    expect(report).toMatchObject({ status: 'done', rejectedCount: 1 });
    expect(report.rejects[0]).toMatchObject({ line: 2, value: '16020' });
  });

  it('refuses a folder and a missing file', async () => {
    const read = (path: string) => readImportFile(path, communesFiles.expects);
    await expect(read(import.meta.dirname)).rejects.toThrow('n’est pas un fichier');
    await expect(read('/nowhere/communes.geojson')).rejects.toThrow('introuvable');
  });
});
