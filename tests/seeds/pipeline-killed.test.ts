// Is the data of before served whole when an import is killed, whatever it was doing?

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { importRun } from '#db/schema/provenance.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import {
  availableKinds,
  createTestDatabase,
  TEST_CACHE_FOLDER,
  type TestDatabase,
} from '#tests/support/database.ts';
import {
  createLineTable,
  LINE_OPTIONS,
  lineSource,
  linesFile,
  ROWS_BEFORE_PAUSE,
  type Step,
} from '#tests/support/line-source.ts';

const IMPORTER = join(import.meta.dirname, '../support/import-until-killed.ts');
const ROWS = ROWS_BEFORE_PAUSE + 5_000;
const longName = (name: string) => name.padEnd(300, '.');
/** Other connections help where there are some. */
const WAYS = { embedded: ['alone'], server: ['alone', 'beside'] };
const STEPS: readonly Step[] = ['rows', 'stage', 'check', 'swap'];

let database: TestDatabase | null = null;
afterEach(async () => {
  await database?.remove();
  database = null;
});

/** Starts an import in a process of its own, and kills it with -9 once it has reached the step. */
async function killAt(step: Step, place: string, name: string, where: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [IMPORTER, place, TEST_CACHE_FOLDER, step, longName(name), String(ROWS), where],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const [said] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    exited.then(() => ['the import ended by itself']),
  ]);
  expect(said).toBe(step);
  child.kill('SIGKILL');
  await exited;
}

const importLines = (handle: DatabaseHandle, name: string) =>
  runImport(handle, lineSource(), linesFile(ROWS, longName(name)), LINE_OPTIONS, {
    dryRun: false,
    clock: Date.now,
  });

async function servedLines(handle: DatabaseHandle): Promise<unknown[]> {
  const { rows } = await handle.db.execute(
    sql`select rtrim(name, '.') as name, count(*)::int as count from line group by name`,
  );
  return rows;
}

/** Schemas of tables that never took their places. */
async function leftCount(handle: DatabaseHandle): Promise<number> {
  const { rows } = await handle.db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_namespace where nspname like '%incoming%'`,
  );
  return rows[0]?.count ?? 0;
}

const ledger = async (handle: DatabaseHandle) =>
  (await handle.db.select().from(importRun).orderBy(importRun.id)).map(({ status }) => status);

describe.each(availableKinds('an import that is killed'))(
  'an import killed, %s database',
  (kind) => {
    it.each(WAYS[kind])(
      'leaves the data of before whole, at every step, and can be started again: %s',
      async (where) => {
        database = await createTestDatabase(kind);
        const { databaseUrl, dataFolder } = database;
        let { handle } = database;
        const reopen = async () => {
          handle = await openDatabase({ databaseUrl, dataFolder, cacheFolder: TEST_CACHE_FOLDER });
          if (database !== null) {
            const { remove } = database;
            const opened = handle;
            database = { ...database, remove: () => opened.close().then(remove) };
          }
        };
        await createLineTable(handle.db);
        expect((await importLines(handle, 'a')).status).toBe('done');
        const expected: string[] = ['done'];

        for (const step of STEPS) {
          // The embedded database belongs to one process at a time.
          if (kind === 'embedded') await handle.close();
          await killAt(step, databaseUrl ?? dataFolder, `killed at ${step}`, where);
          if (kind === 'embedded') await reopen();
          expect(await servedLines(handle)).toEqual([{ name: 'a', count: ROWS }]);
          expect(await ledger(handle)).toEqual([...expected, 'running']);
          const isLeft = where === 'beside';
          expect(await leftCount(handle)).toBe(isLeft ? 1 : 0);

          // A server notices in a moment that the other end is gone.
          await vi.waitFor(() => importLines(handle, 'a'), { timeout: 20_000, interval: 100 });
          expected.push('interrupted', 'unchanged');
          expect(await ledger(handle)).toEqual(expected);
          expect(await leftCount(handle)).toBe(0);
        }
        expect((await importLines(handle, 'b')).status).toBe('done');
        expect(await servedLines(handle)).toEqual([{ name: 'b', count: ROWS }]);
      },
    );
  },
);
