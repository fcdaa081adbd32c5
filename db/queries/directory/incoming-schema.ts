// Where do incoming tables stand, and what becomes of those a killed import left there?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

const PREFIX = 'voisoin_incoming_';

/** `path`: where names are looked for until it is opened. */
export type IncomingSchema = { name: string; path: string };

/** A name no other transaction has. */
export async function nameIncoming(db: Database): Promise<IncomingSchema> {
  const { rows } = await db.execute<IncomingSchema>(sql`
    select ${PREFIX}::text || pg_current_xact_id() as name, current_setting('search_path') as path`);
  return rows[0] ?? { name: PREFIX, path: '' };
}

/** Until the transaction ends, names are looked for there first. */
export async function lookThereFirst(db: Database, { name, path }: IncomingSchema): Promise<void> {
  await db.execute(sql`select set_config('search_path', ${`${name}, ${path}`}, true)`);
}

export const dropIncoming = (name: string): SQL =>
  sql`drop schema if exists ${sql.identifier(name)} cascade`;

/** In a transaction, where no other import can be running: those of imports that were killed. */
export async function dropLeftIncoming(db: Database): Promise<void> {
  const { rows } = await db.execute<{ name: string }>(sql`select nspname as name from pg_namespace
    where nspname ~ ${`^${PREFIX}[0-9]+$`} and pg_has_role(nspowner, 'usage')`);
  // Until what was being made there ends.
  if (rows.length > 0) await db.execute(sql`set local statement_timeout = 0`);
  for (const { name } of rows) await db.execute(dropIncoming(name));
}
