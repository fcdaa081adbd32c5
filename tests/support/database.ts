// How does a test get a database of its own, of either kind, migrated and empty?

import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Database, DatabaseHandle, DatabaseKind } from '#db/database.ts';
import { findBinaries, onServer, startTestServer } from '#tests/support/postgres.ts';
import { createServerDatabase } from '#tests/support/template-database.ts';

/** The template of the embedded database, shared by all test files. */
export const TEST_CACHE_FOLDER = join(
  import.meta.dirname,
  '../../node_modules/.cache/voisoin/embedded',
);

export type TestDatabase = {
  handle: DatabaseHandle;
  /** What a server started by the test needs to open it once `handle` is closed. */
  databaseUrl: string | null;
  dataFolder: string;
  /** Closes the handle and removes everything. */
  remove: () => Promise<void>;
};

/** Throws where PostgreSQL is absent: ask `hasServer` first. */
export async function createTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'embedded' ? await createEmbedded() : await createOnServer();
}

export function hasServer(): boolean {
  return (process.env['TEST_DATABASE_URL'] ?? '') !== '' || findBinaries() !== null;
}

/** The kinds this machine can run; says which it cannot, here and in the list printed at the end. */
export function availableKinds(subject: string): DatabaseKind[] {
  if (hasServer()) return ['embedded', 'server'];
  noteNotRun(`${subject}: not run on PostgreSQL (no TEST_DATABASE_URL, no postgres with PostGIS)`);
  return ['embedded'];
}

/** Runs the same tests on each kind, each with one database for all of them. */
export function describeOnBoth(
  name: string,
  define: (getDb: () => Database, getHandle: () => DatabaseHandle) => void,
): void {
  for (const kind of availableKinds(name)) {
    describe(`${name}, ${kind} database`, () => {
      let database: TestDatabase | null = null;
      const handle = (): DatabaseHandle => {
        if (database === null) throw new Error('The database is there once tests run');
        return database.handle;
      };
      beforeAll(async () => {
        database = await createTestDatabase(kind);
      });
      afterAll(async () => {
        await database?.remove();
      });
      define(() => handle().db, handle);
    });
  }
}

/** Empties every table but the history, which is only added to, so that each test starts from its own rows. */
export async function clearTables(db: Database): Promise<void> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('spatial_ref_sys', 'audit_entry')`,
  );
  const names = rows.map(({ name }) => name).join(', ');
  await db.execute(sql.raw(`truncate ${names} restart identity cascade`));
}

/** The statement and its parameters, as a reviewer reads them. */
export function sqlText(query: { toSQL: () => { sql: string } }): string {
  return query.toSQL().sql;
}

function noteNotRun(line: string): void {
  console.warn(line);
  const file = process.env['VOISOIN_SKIPPED'] ?? '';
  if (file !== '') appendFileSync(file, `${line}\n`);
}

async function createEmbedded(): Promise<TestDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-'));
  const handle = await openDatabase({
    databaseUrl: null,
    dataFolder,
    cacheFolder: TEST_CACHE_FOLDER,
  });
  const remove = async () => {
    await handle.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { handle, databaseUrl: null, dataFolder, remove };
}

async function createOnServer(): Promise<TestDatabase> {
  const server = await startTestServer();
  if (server === null) throw new Error('No PostgreSQL with PostGIS on this machine');
  const name = await createServerDatabase(server, process.env['TEST_DATABASE_TEMPLATE'] ?? null);
  const databaseUrl = server.url(name);
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-'));
  const handle = await openDatabase({ databaseUrl, dataFolder, poolSize: 4 });
  const remove = async () => {
    await handle.close();
    await onServer(server, `drop database ${name} with (force)`);
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { handle, databaseUrl, dataFolder, remove };
}
