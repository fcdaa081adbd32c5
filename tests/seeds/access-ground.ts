// A commune, its places, and tables of accessibility: what the tests of acceslibre and of the published
// accessibility start from.

import type { sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { place } from '#db/schema/directory.ts';
import { source } from '#db/schema/provenance.ts';
import { commune, communePostcode } from '#db/schema/territory.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { type ImportReport, runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';
import { writeAubeterre, writeVallee } from '#tests/seeds/aubeterre.ts';

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-10',
  accept: [],
  now: new Date('2026-11-22T08:00:00Z'),
  onProgress: () => undefined,
};
export const PROVENANCE = { sourceId: 'finess', asOf: '2026-10', confidence: 'high' } as const;

export const tableOf = (...lines: string[]): ImportFile =>
  memoryFile('table.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));

/** Aubeterre and its postcode. */
export async function addAubeterre(db: Database): Promise<void> {
  await db.insert(source).values({ id: 'finess', name: 'FINESS', publisher: 'Test' });
  await writeAubeterre(db, PROVENANCE);
  await db.insert(communePostcode).values({ insee: '16020', postcode: '16390' });
}

export const runSource = (
  handle: DatabaseHandle,
  importSource: ImportSource,
  file: ImportFile,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> =>
  runImport(
    handle,
    importSource,
    file,
    { ...OPTIONS, ...options },
    { dryRun: false, clock: Date.now },
  );

export const ask = async (db: Database, query: ReturnType<typeof sql>) =>
  (await db.execute(query)).rows;

/** Montmoreau, and a territory that is Aubeterre alone. */
export async function addNeighbour(db: Database): Promise<void> {
  await db.insert(commune).values({
    insee: '16230',
    name: 'Montmoreau',
    departement: '16',
    point: [0.13, 45.4],
    pointKind: 'bourg',
    population: 2600,
    populationYear: 2022,
    ...PROVENANCE,
  });
  await db.insert(communePostcode).values({ insee: '16230', postcode: '16190' });
  await writeVallee(db, PROVENANCE);
}

export async function addPlace(
  db: Database,
  id: string,
  given: {
    siret?: string;
    street?: string;
    insee?: string;
    category?: 'health_house' | 'pharmacy' | null;
  },
): Promise<void> {
  await db.insert(place).values({
    id,
    name: `Lieu ${id}`,
    category: given.category === undefined ? 'health_house' : given.category,
    title: 'Lieu',
    insee: given.insee ?? '16020',
    siret: given.siret ?? null,
    street: given.street ?? null,
    ...PROVENANCE,
  });
}
