// How are a few rows written whose key may already be there?

import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#db/database.ts';

const ROWS_PER_STATEMENT = 500;

/** Writes each row, replacing what the columns given say when the key is already there. */
export async function upsertRows<T extends PgTable>(
  db: Database,
  table: T,
  key: PgColumn | PgColumn[],
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const keys = [key].flat().map(({ name }) => name);
  const set = Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([property, column]) => property in first && !keys.includes(column.name))
      .map(([property, column]): [string, SQL] => [
        property,
        sql`excluded.${sql.identifier(column.name)}`,
      ]),
  );
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const insert = db.insert(table).values(rows.slice(start, start + ROWS_PER_STATEMENT));
    await (Object.keys(set).length === 0
      ? insert.onConflictDoNothing()
      : insert.onConflictDoUpdate({ target: key, set: set as never }));
  }
}
