// How are millions of rows written whose references were just made by the same statements? Checking each
// one costs more than writing it: where the database's role may, references are checked once, as a set.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** `work` must write only rows whose references it made or read; some are checked as a set after it. */
export async function skipRowChecks<T>(tx: Database, work: () => Promise<T>): Promise<T> {
  const may = await mayChangeRole(tx);
  if (!may) return await work();
  await tx.execute(sql`set local session_replication_role = replica`);
  const done = await work();
  await tx.execute(sql`set local session_replication_role = origin`);
  return done;
}

/** A superuser, or whoever was granted « set » on this parameter (PostgreSQL 15). */
async function mayChangeRole(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute<{ may: boolean }>(sql`
    select case when current_setting('server_version_num')::int >= 150000
      then has_parameter_privilege('session_replication_role', 'set')
      else (select rolsuper from pg_roles where rolname = current_user) end as may`);
  return rows[0]?.may === true;
}

type Reference = { table: string; column: string; target: string; sourceId: string };

/** Throws when a row of the source refers to one that is not there. All are looked for at once. */
export async function checkReferences(
  tx: Database,
  { table, column, target, sourceId }: Reference,
): Promise<void> {
  const refers = sql`${sql.identifier('given')}.${sql.identifier(column)}`;
  // As a set: told that one would do, the planner looks each up.
  const { rows } = await tx.execute<{ id: string }>(sql`
    select min(given.id) as id from ${sql.identifier(table)} given
    where given.source_id = ${sourceId} and ${refers} is not null
      and not exists (select from ${sql.identifier(target)} known where known.id = ${refers})
    having count(*) > 0`);
  if (rows[0] === undefined) return;
  throw new Error(`The ${table} ${rows[0].id} refers to a ${target} that is not there`);
}
