// Where on-demand feeds of the tests run, and how one is imported.

import { sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportSource, Progress } from '#seeds/pipeline/source.ts';
import { gtfsFlexSource } from '#seeds/sources/gtfs-flex/source.ts';
import { addCommune, addSource, addTerritory } from '#tests/db/rows.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import { clearTables } from '#tests/support/database.ts';

const NOW = Date.UTC(2026, 10, 22, 8);

type Given = { name?: string; hours?: number; accept?: string[] };

export async function importWith<Read>(
  handle: DatabaseHandle,
  source: ImportSource<Read>,
  bytes: Buffer,
  { name = 'navette.zip', hours = 0, accept = [] }: Given = {},
) {
  const said: string[] = [];
  const now = NOW + hours * 3_600_000;
  const report = await runImport(
    handle,
    source,
    memoryFile(name, bytes),
    {
      territoryCodes: [],
      feedId: null,
      asOf: null,
      now: new Date(now),
      accept,
      onProgress: ({ step }: Progress) => said.push(step),
    },
    { dryRun: false, clock: () => now },
  );
  return { ...report, said };
}

export const importFlex = (handle: DatabaseHandle, files: Files, given?: Given) =>
  importWith(handle, gtfsFlexSource, zipOf(files), given);

/** A territory of two communes, one whole in area Z1 and one cut by it; the village of a third in Z2. */
export async function addFlexGround(db: Database): Promise<void> {
  await clearTables(db);
  await addSource(db);
  await addTerritory(db, 'sud');
  await addCommune(db, '16001', 'Entière', { point: [0.02, 45.32], territory: 'sud' });
  await addCommune(db, '16002', 'Coupée', { point: [0.12, 45.32], territory: 'sud' });
  await addCommune(db, '16003', 'Bourg', { point: [0.25, 45.35] });
  const shapes = { '16001': '0 45.3, 0.05 45.4', '16002': '0.05 45.3, 0.15 45.4' };
  for (const [insee, box] of Object.entries(shapes)) {
    await db.execute(sql`update commune set shape_kind = 'official',
      shape = ST_Multi(ST_SetSRID(ST_Envelope(${`LINESTRING(${box})`}::geometry), 4326))
      where insee = ${insee}`);
  }
}
