// How does a hot statement spare the database the work of reading and planning it each time?

import { createHash } from 'node:crypto';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { QueryResult } from 'pg';
import type { Database } from '#db/database.ts';

const dialect = new PgDialect();
const names = new Map<string, string>();

/**
 * Runs under a name made of the statement's text: a connection reads each text once. For statements
 * whose values are all parameters, so that there are few texts.
 */
export async function runNamed<Row>(db: Database, query: SQL): Promise<Row[]> {
  const built = dialect.sqlToQuery(query);
  const prepared = db._.session.prepareQuery<{ execute: QueryResult; all: never; values: never }>(
    built,
    undefined,
    nameOf(built.sql),
    false,
  );
  const { rows } = await prepared.execute();
  return rows as Row[];
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `voisoin_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
