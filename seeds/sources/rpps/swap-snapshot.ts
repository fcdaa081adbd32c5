// What changed since the newest import? Rows as they were leave the staged table; those left out are listed.

import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { rppsActivity } from '#db/schema/rpps.ts';

const NAMES = Object.values(getTableColumns(rppsActivity)).map(({ name }) => name);

const columns = (alias?: string): SQL =>
  sql.raw(NAMES.map((name) => (alias === undefined ? name : `${alias}.${name}`)).join(', '));

/** `rpps_gone`: practices of the scope that the file leaves out. */
export async function listGone(tx: Database, insees: readonly string[] | null): Promise<void> {
  const inScope =
    insees === null ? sql`true` : sql`k.insee = any(${sql.param([...insees])}::text[])`;
  await tx.execute(sql`create temporary table rpps_gone on commit drop as
    select k.practice_id from public.rpps_activity k
    where ${inScope} and not exists (select from staged_rpps s where s.practice_id = k.practice_id)`);
}

/** Returns how many rows were as they were. */
export async function dropUnchanged(tx: Database): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from staged_rpps s using ${rppsActivity} k where k.practice_id = s.practice_id
      and (${columns('k')}) is not distinct from (${columns('s')})`);
  if ((rowCount ?? 0) > 0) await tx.execute(sql`analyze staged_rpps`);
  return rowCount ?? 0;
}

export async function writeSnapshot(tx: Database): Promise<void> {
  const set = sql.raw(
    NAMES.filter((name) => name !== 'practice_id')
      .map((name) => `${name} = excluded.${name}`)
      .join(', '),
  );
  await tx.execute(
    sql`delete from ${rppsActivity} k using rpps_gone g where g.practice_id = k.practice_id`,
  );
  await tx.execute(sql`insert into ${rppsActivity} (${columns()}) select ${columns('s')} from staged_rpps s
    on conflict (practice_id) do update set ${set}`);
}
