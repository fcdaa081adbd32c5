// How does a server database of tests come to be: made and migrated, or copied from one that was?

import { openDatabase } from '#db/client.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { onServer, type TestServer } from '#tests/support/postgres.ts';

/** As a server in France may sort: not by bytes, as the embedded database does. */
const IN_FRENCH = "template template0 locale_provider icu icu_locale 'fr-FR'";

/** Answers its name, for `createServerDatabase`. */
export async function createTemplate(server: TestServer): Promise<string> {
  const name = await create(server, IN_FRENCH);
  await migrate(server, name);
  await onServer(server, `alter database ${name} with is_template true allow_connections false`);
  return name;
}

/** A database of its own, migrated and empty. `template`: one of `createTemplate`, null for none. */
export async function createServerDatabase(
  server: TestServer,
  template: string | null,
): Promise<string> {
  if (template !== null) return await create(server, `template ${template}`);
  const name = await create(server, IN_FRENCH);
  await migrate(server, name);
  return name;
}

async function create(server: TestServer, options: string): Promise<string> {
  const name = `voisoin_test_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} ${options}`);
  return name;
}

async function migrate(server: TestServer, name: string): Promise<void> {
  const handle = await openDatabase({
    databaseUrl: server.url(name),
    dataFolder: '',
    poolSize: 1,
    statementTimeoutMs: 0,
  });
  try {
    await runMigrations(handle.pool);
  } finally {
    await handle.close();
  }
}
