// Contours drawn by the tests, in files as the producers make them, and how one is imported.

import { sql } from 'drizzle-orm';
import type { DatabaseHandle } from '#db/database.ts';
import { officialCommune } from '#db/schema/commune-history.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
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

export function fileOf(content: unknown, name = 'communes.geojson'): ImportFile {
  const bytes = new TextEncoder().encode(
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return memoryFile(name, bytes);
}

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

export const feature = (code: unknown, nom: unknown, geometry: unknown) => ({
  type: 'Feature',
  properties: { code, nom },
  geometry,
});
export const polygon = (lon: number, lat: number) => ({
  type: 'Polygon',
  coordinates: square(lon, lat),
});
export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** The demonstration, with a list of INSEE: a code that is not in it is unknown. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase('embedded');
  await loadDemo(database.handle);
  await database.handle.db
    .insert(officialCommune)
    .values({ kind: 'COM', insee: '75056', name: 'Paris', departement: '75' });
  return database;
}

export function createContoursHarness(getHandle: () => DatabaseHandle) {
  const run = async (file: ImportFile, options: Partial<ImportOptions> = {}, dryRun = false) =>
    runImport(
      getHandle(),
      await communesFiles.shapeOf(file),
      file,
      { ...OPTIONS, ...options },
      { dryRun, clock: Date.now },
    );
  const ask = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
    (await getHandle().db.execute(query)).rows;
  const shapes = () =>
    ask(sql`select insee, shape_kind, ST_AsText(shape) as text from commune
      where shape is not null order by insee`);
  return { run, ask, shapes };
}
