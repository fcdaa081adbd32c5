// Does a computation of useful days killed with -9 go on from what it wrote, to the days of a whole computation?

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { openDatabase } from '#db/client.ts';
import type { Database } from '#db/database.ts';
import { listUsefulDays } from '#db/queries/access/list-useful-days.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import {
  availableKinds,
  createTestDatabase,
  TEST_CACHE_FOLDER,
  type TestDatabase,
} from '#tests/support/database.ts';
import {
  addDrawnTerritory,
  DRAWN_COMMUNES,
  DRAWN_NOW_MS,
  drawnParts,
} from '#tests/support/drawn-days.ts';

const COMPUTER = join(import.meta.dirname, '../support/days-until-killed.ts');
const KILLED_AFTER = 5;

let database: TestDatabase | null = null;
afterEach(async () => {
  await database?.remove();
  database = null;
});

const keptRows = (db: Database) =>
  db.select().from(usefulDay).orderBy(usefulDay.insee, usefulDay.profession);

/** Computes in a process of its own, and kills it with -9 once so many communes are written. */
async function killAfter(communes: number, location: string): Promise<void> {
  const child = spawn(process.execPath, [COMPUTER, location, TEST_CACHE_FOLDER, `${communes}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [said] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    exited.then(() => ['it ended by itself']),
  ]);
  expect(said).toBe(`${communes} written`);
  child.kill('SIGKILL');
  await exited;
}

it.each(availableKinds('useful days under kill -9'))(
  'useful days killed go on from the communes written, %s database',
  { timeout: 120_000 },
  async (kind) => {
    const made = await createTestDatabase(kind);
    database = made;
    const { databaseUrl, dataFolder } = made;
    await addDrawnTerritory(made.handle.db);
    let { handle } = made;
    // The embedded database belongs to one process at a time.
    if (kind === 'embedded') await handle.close();
    await killAfter(KILLED_AFTER, databaseUrl ?? dataFolder);
    if (kind === 'embedded') {
      handle = await openDatabase({ databaseUrl, dataFolder, cacheFolder: TEST_CACHE_FOLDER });
      database = { ...made, remove: () => handle.close().then(made.remove) };
    }
    const { db } = handle;
    expect(await keptRows(db)).toHaveLength(KILLED_AFTER * ACCESS_PROFESSIONS.length);
    // Nothing is told before it is whole.
    expect(await listUsefulDays(db, 'drawn')).toBeNull();

    const deps = { db, parts: () => drawnParts(), clock: () => DRAWN_NOW_MS };
    const progress: number[] = [];
    const run = await computeUsefulDays(deps, 'drawn', {
      onProgress: (done) => progress.push(done),
    });
    expect(progress).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(run).toMatchObject({ state: 'done', monday: '2025-03-17', feedIds: ['line'] });
    const goneOn = await keptRows(db);
    await db.execute(sql`truncate useful_day_run cascade`);
    await computeUsefulDays(deps, 'drawn');
    expect(goneOn).toEqual(await keptRows(db));
    expect(goneOn).toHaveLength(DRAWN_COMMUNES * ACCESS_PROFESSIONS.length);
  },
);
