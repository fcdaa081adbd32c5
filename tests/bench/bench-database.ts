// A database of so many practices, made through the migrations, kept when the server is.

import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { loadPractices } from '#tests/bench/load-practices.ts';
import type { Town } from '#tests/bench/synthetic-practices.ts';
import { onServer, type TestServer } from '#tests/support/postgres.ts';

/** To change with the synthetic data: a kept database of another version is made anew. */
const VERSION = '3';

/** Address of the database; loads it unless this server holds it whole. */
export async function prepareBenchDatabase(
  server: TestServer,
  towns: readonly Town[],
  count: number,
  tell: (line: string) => void,
): Promise<string> {
  const name = `voisoin_bench_${count}`;
  const url = server.url(name);
  if (await isComplete(server, name)) {
    await withBench(url, ({ pool }) => runMigrations(pool));
    tell(`${count} practices: the database of a run before`);
    return url;
  }
  const startedMs = performance.now();
  await onServer(server, `drop database if exists ${name}`);
  await onServer(server, `create database ${name}`);
  await withBench(url, async (handle) => {
    await runMigrations(handle.pool);
    await loadPractices(handle, towns, count);
  });
  await onServer(server, `comment on database ${name} is '${VERSION}'`);
  tell(`${count} practices: loaded in ${Math.round((performance.now() - startedMs) / 1000)} s`);
  return url;
}

async function withBench(
  databaseUrl: string,
  work: (handle: DatabaseHandle) => Promise<unknown>,
): Promise<void> {
  const handle = await openDatabase({
    databaseUrl,
    dataFolder: '',
    poolSize: 4,
    statementTimeoutMs: 0,
  });
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

async function isComplete(server: TestServer, name: string): Promise<boolean> {
  const rows = await onServer<{ version: string | null }>(
    server,
    `select shobj_description(oid, 'pg_database') as version from pg_database where datname = '${name}'`,
  );
  return rows.some(({ version }) => version === VERSION);
}
