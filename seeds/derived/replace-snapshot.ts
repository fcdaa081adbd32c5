// A source's own table becomes what its newest file says: rows gone, new and changed, the others untouched.

import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#db/database.ts';

/** `staged` has the columns of `table`, whose primary key is `key`. Returns rows left as they were. */
export async function replaceSnapshot(
  tx: Database,
  table: PgTable,
  staged: string,
  key: string,
): Promise<{ unchangedCount: number }> {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
  const [into, from, by] = [getTableName(table), staged, key].map((name) => sql.identifier(name));
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const of = (alias: string) =>
    sql.join(
      columns.map((column) => sql`${sql.identifier(alias)}.${sql.identifier(column)}`),
      sql`, `,
    );
  const set = sql.join(
    columns.map((column) => sql`${sql.identifier(column)} = excluded.${sql.identifier(column)}`),
    sql`, `,
  );
  await tx.execute(sql`delete from ${into} kept where not exists (
    select from ${from} staged where staged.${by} = kept.${by})`);
  const written =
    await tx.execute(sql`insert into ${into} as kept (${names}) select ${of('staged')} from ${from} staged
    on conflict (${by}) do update set ${set} where (${of('kept')}) is distinct from (${of('excluded')})`);
  const [all] = (await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${from}`)).rows;
  return { unchangedCount: (all?.n ?? 0) - (written.rowCount ?? 0) };
}
