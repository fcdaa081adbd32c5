// How are many rows inserted inside a transaction, at a speed a timetable needs?

import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { columnsOf, textOf } from '#db/copy-text.ts';
import type { Database } from '#db/database.ts';

const ROWS_PER_STATEMENT = 5_000;

/**
 * Inserts rows in statements of thousands, each column sent as one array. Columns are those of the
 * first row. Works in a transaction on both kinds of database, which COPY does not.
 */
export async function insertRows<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = columnsOf(table, first);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await db.execute(statement(table, columns, rows.slice(start, start + ROWS_PER_STATEMENT)));
  }
}

function statement<T extends PgTable>(
  table: T,
  columns: readonly [string, PgColumn][],
  rows: readonly T['$inferInsert'][],
): SQL {
  const arrays = columns.map(([key, column]) => {
    const values = rows.map((row: Record<string, unknown>) => textOf(column, row[key]));
    return sql`${sql.param(values)}::text[]`;
  });
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const casts = columns.map(
    ([, column], index) => sql`${sql.identifier(`c${index}`)}::${sql.raw(column.getSQLType())}`,
  );
  const aliases = columns.map((_, index) => sql.identifier(`c${index}`));
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(casts, sql`, `)} from unnest(${sql.join(arrays, sql`, `)}) as rows(${sql.join(aliases, sql`, `)})`;
}
