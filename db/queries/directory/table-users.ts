// Who uses a table of the schema `public` that another is to replace: views, roles, readers that hold it?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** Longer, and two readers could wait for each other's table: the database would end one of them. */
const LOCK_TIMEOUT = '300ms';
const MOST_ATTEMPTS = 200;

type ViewRow = { name: string; definition: string; grants: string[] };

/** Views read the tables they were made on, whatever takes their name: they are made again. */
export async function viewsOn(tx: Database, tables: readonly string[]): Promise<ViewRow[]> {
  const { rows } = await tx.execute<Omit<ViewRow, 'grants'>>(sql`
    select distinct v.relname as name, pg_get_viewdef(v.oid) as definition
    from pg_depend d join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
    join pg_class t on t.oid = d.refobjid
    where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and v.relkind = 'v'
      and v.relnamespace = 'public'::regnamespace and t.relnamespace = 'public'::regnamespace
      and t.relname = any(${sql.param([...tables])}::text[])
    order by v.relname`);
  const views: ViewRow[] = [];
  for (const row of rows) views.push({ ...row, grants: await grantsOn(tx, row.name) });
  return views;
}

/** Whoever was allowed to read the table may read the new one. */
export async function grantsOn(tx: Database, table: string): Promise<string[]> {
  const { rows } = await tx.execute<{ statement: string }>(sql`
    select format('grant %s on public.%I to %s', g.privilege_type, ${table}::text,
      case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end) as statement
    from pg_class c, aclexplode(c.relacl) g
    where c.oid = ('public.' || quote_ident(${table}::text))::regclass and g.grantee <> c.relowner`);
  return rows.map(({ statement }) => statement);
}

/** All or none, again and again: a reader that holds one may be waiting for another. */
export async function lockAll(tx: Database, tables: readonly string[]): Promise<void> {
  const names = sql.join(
    tables.map((table) => sql`${sql.identifier('public')}.${sql.identifier(table)}`),
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
