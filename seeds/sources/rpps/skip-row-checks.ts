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

/** Throws when a practice of the register refers to nobody or to nowhere. */
export async function checkReferences(tx: Database): Promise<void> {
  // As a set: told that one would do, the planner looks each up.
  const { rows } = await tx.execute<{ id: string }>(sql`
    select min(id) as id from (
      select p.id from practice p where p.source_id = 'rpps'
        and not exists (select from professional f where f.id = p.professional_id)
      union all
      select p.id from practice p where p.source_id = 'rpps' and p.place_id is not null
        and not exists (select from place l where l.id = p.place_id)) faulty having count(*) > 0`);
  if (rows[0] !== undefined) throw new Error(`Practice ${rows[0].id} refers to nobody or nowhere`);
}
