// How do the activities kept reach a temporary table, one row a person and structure?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { recordOpposition } from '#seeds/pipeline/opposition.ts';
import type { ImportContext, Staged } from '#seeds/pipeline/source.ts';
import { STAGED_COLUMNS, STAGED_TABLE } from '#seeds/sources/rpps/activity.ts';
import { createFirstStaged, isFirstLoad } from '#seeds/sources/rpps/first-load.ts';
import { type ActivitiesRead, openActivities } from '#seeds/sources/rpps/read-activities.ts';

/** `isFirst`: the register has written nothing yet. */
export type RppsRead = { practiceCount: number; opposedCount: number; isFirst: boolean };

export async function stageActivities(context: ImportContext): Promise<Staged<RppsRead>> {
  const { tx, bulk, asOf } = context;
  const isFirst = await isFirstLoad(tx);
  await (isFirst ? createFirstStaged(tx) : createStaged(tx));
  const read: ActivitiesRead = {
    rowCount: 0,
    keptCount: 0,
    practiceCount: 0,
    isScattered: false,
    opposedCount: 0,
    opposedNames: [],
  };
  await bulk.copyLines(
    STAGED_TABLE,
    Object.keys(STAGED_COLUMNS),
    await openActivities(context, read),
  );
  const merged = read.isScattered ? await mergeScattered(context) : 0;
  // What it is joined by: nothing else of it is asked.
  await tx.execute(
    sql`analyze staged_rpps (practice_id, rpps, structure_key, category, finess, insee)`,
  );
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

async function createStaged(tx: Database): Promise<void> {
  const columns = Object.entries(STAGED_COLUMNS).map(([name, type]) => `${name} ${type}`);
  await tx.execute(
    sql.raw(`create temporary table ${STAGED_TABLE} (${columns.join(', ')}) on commit drop`),
  );
}

/** Rows of one practice that did not follow each other. Returns how many went. */
async function mergeScattered({ tx }: ImportContext): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from staged_rpps lesser using (
      select ctid, row_number() over (partition by practice_id order by rank desc, ctid) as place
      from staged_rpps) ranked
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
