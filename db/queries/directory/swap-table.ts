// How is a table filled whole while its readers keep the rows of before? Beside it, without indexes;
// they are built once it is full; then it takes the name, in one short exclusive lock.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

const next = (table: string): string => `${table}_next`;

/** Longer, and two readers could wait for each other's table: the database would end one of them. */
const LOCK_TIMEOUT = '300ms';
const MOST_ATTEMPTS = 200;

type IndexRow = { name: string; definition: string; constraint: string | null };

/** Creates `<table>_next` with the rows of `query`, then the indexes of the table. */
export async function fillNext(
  tx: Database,
  table: string,
  columns: readonly string[],
  query: SQL,
): Promise<void> {
  const into = sql.identifier(next(table));
  await tx.execute(sql`create table ${into} (like ${sql.identifier(table)}
    including defaults including generated including constraints including storage)`);
  await tx.execute(sql`insert into ${into} (${sql.raw(columns.join(', '))}) ${query}`);
  for (const { name, definition } of await indexesOf(tx, table)) {
    const [head, rest] = splitAt(definition, ' USING ');
    const unique = head.startsWith('CREATE UNIQUE') ? sql.raw('unique ') : sql.raw('');
    await tx.execute(
      sql`create ${unique}index ${sql.identifier(next(name))} on ${into} using ${sql.raw(rest)}`,
    );
  }
  await tx.execute(sql`analyze ${into}`);
}

/** Each `<table>_next` takes the place of its table, names of indexes and constraints and views included. */
export async function swapTables(tx: Database, tables: readonly string[]): Promise<void> {
  const views = await viewsOn(tx, tables);
  await lockAll(tx, [...tables, ...views.map(({ name }) => name)]);
  for (const { name } of views) await tx.execute(sql`drop view ${sql.identifier(name)}`);
  for (const table of tables) {
    const indexes = await indexesOf(tx, table);
    const grants = await grantsOn(tx, table);
    await tx.execute(sql`drop table ${sql.identifier(table)}`);
    await tx.execute(
      sql`alter table ${sql.identifier(next(table))} rename to ${sql.identifier(table)}`,
    );
    for (const { name, constraint } of indexes) {
      const [from, to] = [sql.identifier(next(name)), sql.identifier(name)];
      await tx.execute(
        constraint === null
          ? sql`alter index ${from} rename to ${to}`
          : sql`alter table ${sql.identifier(table)} add constraint ${to} primary key using index ${from}`,
      );
    }
    for (const grant of grants) await tx.execute(sql.raw(grant));
  }
  for (const { name, definition, grants } of views) {
    await tx.execute(sql`create view ${sql.identifier(name)} as ${sql.raw(definition)}`);
    for (const grant of grants) await tx.execute(sql.raw(grant));
  }
}

type ViewRow = { name: string; definition: string; grants: string[] };

/** Views read the tables they were made on, whatever takes their name: they are made again. */
async function viewsOn(tx: Database, tables: readonly string[]): Promise<ViewRow[]> {
  const { rows } = await tx.execute<Omit<ViewRow, 'grants'>>(sql`
    select distinct v.relname as name, pg_get_viewdef(v.oid) as definition
    from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
    where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and v.relkind = 'v'
      and d.refobjid = any(${sql.param([...tables])}::text[]::regclass[]::oid[])
    order by v.relname`);
  const views: ViewRow[] = [];
  for (const row of rows) views.push({ ...row, grants: await grantsOn(tx, row.name) });
  return views;
}

/** `constraint`: the primary key it is of. */
async function indexesOf(tx: Database, table: string): Promise<IndexRow[]> {
  const { rows } = await tx.execute<IndexRow>(sql`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, k.conname as constraint
    from pg_index i join pg_class c on c.oid = i.indexrelid
    left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'p'
    where i.indrelid = ${table}::regclass order by c.relname`);
  return rows;
}

/** Whoever was allowed to read the table may read the new one. */
async function grantsOn(tx: Database, table: string): Promise<string[]> {
  const { rows } = await tx.execute<{ statement: string }>(sql`
    select format('grant %s on %I to %s', g.privilege_type, ${table}::text,
      case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end) as statement
    from pg_class c, aclexplode(c.relacl) g
    where c.oid = ${table}::regclass and g.grantee <> c.relowner`);
  return rows.map(({ statement }) => statement);
}

/** All or none, again and again: a reader that holds one may be waiting for another. */
async function lockAll(tx: Database, tables: readonly string[]): Promise<void> {
  const names = sql.join(
    tables.map((table) => sql.identifier(table)),
    sql`, `,
  );
  for (let attempt = 1; ; attempt++) {
    try {
      await tx.transaction(async (inner) => {
        await inner.execute(sql`set local lock_timeout = ${sql.raw(`'${LOCK_TIMEOUT}'`)}`);
        await inner.execute(sql`lock table ${names} in access exclusive mode`);
      });
      return;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isLockTimeout(error)) throw error;
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '55P03') return true;
  }
  return false;
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
