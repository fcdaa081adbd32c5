// How do the activities kept reach a table, one row a person and structure? A temporary one; or, of a first
// file, the table they are kept in.

import { sql } from 'drizzle-orm';
import type { BulkTransaction, Database } from '#db/database.ts';
import { recordOpposition } from '#seeds/pipeline/opposition.ts';
import type { ImportContext, Staged } from '#seeds/pipeline/source.ts';
import { STAGED_COLUMNS } from '#seeds/sources/rpps/activity.ts';
import { createFirstStaged, isFirstLoad } from '#seeds/sources/rpps/first-load.ts';
import { type ActivitiesRead, openActivities } from '#seeds/sources/rpps/read-activities.ts';

/** `isFirst`: the register has written nothing yet. */
export type RppsRead = { practiceCount: number; opposedCount: number; isFirst: boolean };

export async function stageActivities(context: ImportContext): Promise<Staged<RppsRead>> {
  const { tx, bulk, incoming, asOf } = context;
  const isFirst = await isFirstLoad(tx);
  const read: ActivitiesRead = {
    rowCount: 0,
    keptCount: 0,
    practiceCount: 0,
    isScattered: false,
    opposedCount: 0,
    opposedNames: [],
  };
  const lines = await openActivities(context, read);
  const stage = async ({ db, copyLines }: BulkTransaction, table: string): Promise<number> => {
    await copyLines(table, STAGED_COLUMNS, lines);
    const merged = read.isScattered ? await mergeScattered(db, table) : 0;
    // What it is joined by: nothing else of it is asked.
    await db.execute(
      sql`analyze ${sql.identifier(table)} (practice_id, rpps, structure_key, category, finess, insee)`,
    );
    return merged;
  };
  if (isFirst) await incoming.open('beside');
  const merged = isFirst
    ? await incoming.run(async (own) => stage(own, await createFirstStaged(own.db)))
    : await stage(bulk, await createStaged(tx));
  await rememberNames(context, read);
  return {
    read: { practiceCount: read.practiceCount - merged, opposedCount: read.opposedCount, isFirst },
    readCount: read.rowCount,
    keptCount: read.keptCount,
    asOf,
    validFrom: null,
    validTo: null,
  };
}

async function createStaged(tx: Database): Promise<string> {
  await tx.execute(sql`create temporary table staged_rpps on commit drop as
    select *, null::text as name, null::smallint as rank from rpps_activity limit 0`);
  return 'staged_rpps';
}

/** Rows of one practice that did not follow each other. Returns how many went. */
async function mergeScattered(db: Database, table: string): Promise<number> {
  const staged = sql.identifier(table);
  const { rowCount } = await db.execute(sql`
    delete from ${staged} lesser using (
      select ctid, row_number() over (partition by practice_id order by rank desc, ctid) as place
      from ${staged}) ranked
    where lesser.ctid = ranked.ctid and ranked.place > 1`);
  return rowCount ?? 0;
}

/** Whoever opposed by number is known by name from now on, for the sources that have no number. */
async function rememberNames({ tx, now }: ImportContext, read: ActivitiesRead): Promise<void> {
  for (const { rpps, name } of read.opposedNames) {
    await recordOpposition(tx, {
      rpps,
      names: [name],
      declaredOn: now.toISOString().slice(0, 10),
      note: null,
    });
  }
}
