// One PostgreSQL for a whole run of tests, and a migrated database each test file copies: to make and to migrate one
// takes ten times as long.

import { startTestServer, type TestServer } from '#tests/support/postgres.ts';
import { createTemplate } from '#tests/support/template-database.ts';

let server: TestServer | null = null;

/** Run by vitest before any test. Does nothing when an address is given, or where PostgreSQL is absent. */
export async function setup(): Promise<void> {
  if ((process.env['TEST_DATABASE_URL'] ?? '') !== '') return;
  server = await startTestServer();
  if (server === null) return;
  process.env['TEST_DATABASE_TEMPLATE'] = await createTemplate(server);
  process.env['TEST_DATABASE_URL'] = server.url('postgres');
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
