import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
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

describe('a wrong file of communes', () => {
  it.each([
    ['a bare Feature', feature('16073', 'Chalais', polygon(0, 45)), 'une seule « Feature »'],
    ['a geometry', polygon(0, 45), 'un objet de type « Polygon »'],
    ['a collection without its list', { type: 'FeatureCollection' }, 'sans liste « features »'],
    [
      'a cut file',
      '{"type": "FeatureCollection", "features": [{"ty',
      'ligne 1, colonne 45 : le JSON est coupé avant sa fin.',
    ],
  ])('says what was expected and what came: %s', async (_, content, said) => {
    const before = await shapes();
    await expect(run(fileOf(content, 'wrong.geojson'))).rejects.toThrow(said);
    await expect(run(fileOf(content, 'wrong.geojson'))).rejects.toThrow(
      /^« wrong\.geojson », ligne 1, colonne \d+ : /,
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
    [
      '12',
      'attendu un fichier GeoJSON',
      'ligne 1, colonne 1 : reçu un fichier qui commence par « 12 »',
    ],
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
