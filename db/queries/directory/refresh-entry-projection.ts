// How do the tables of the directory become what the search reads?
// Importers and partners write organization, place, professional, practice and their details; then
// this brings `entry`, `entry_service_need`, `entry_spot`, `entry_word` and `entry_word_deletion` up to date in one
// transaction: readers see the rows of before until it ends. Few differences are written one by one; many, as new tables. Those an
// import filled beside the old ones take their places with them.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { IncomingTables } from '#db/queries/directory/incoming-tables.ts';
import {
  listReplaced,
  PLACE_PHONES,
  projectedEntries,
  withWords,
} from '#db/queries/directory/projected-entries.ts';
import {
  projectedDeletions,
  projectedServiceNeeds,
  projectedSpots,
  projectedWords,
} from '#db/queries/directory/projected-needs.ts';
import { refuseFaults } from '#db/queries/directory/projection-checks.ts';
import { compareEntries, updateProjection } from '#db/queries/directory/update-projection.ts';
import { FEW_ROWS_COST, useMachine, useProcessors } from '#db/queries/directory/use-processors.ts';

/** Up to so many differences, indexes are not worth building anew. */
const FEW = 20_000;
/** Writing a row into the indexes costs about four times what it costs to build them anew. */
const MOST_CHANGED_SHARE = 0.25;

type Refresh = {
  /** So many differences are written one by one. */
  few?: number;
  /** True: whatever was written since the last time has its entry and its place, by the way it was made. */
  isSound?: boolean;
  /** Tables filled by the same transaction, to take their places with these. */
  incoming?: IncomingTables;
};

/** Throws `bad_import` naming details without their entry, and entries that are nowhere. */
export async function refreshEntryProjection(
  db: Database,
  { few = FEW, isSound = false, incoming }: Refresh = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    const tables = incoming ?? new IncomingTables({ db: tx });
    await tx.execute(sql`set local statement_timeout = 0`);
    await tables.setUp(prepare);
    await tx.execute(sql`lock table entry in share row exclusive mode`);
    if (!isSound) {
      await tables.within();
      await refuseFaults(tx);
    }
    await bringUpToDate(tx, tables, few);
    await tables.swap();
  });
}

async function prepare(tx: Database): Promise<void> {
  await useMachine(tx);
  // Most joins are of a million wide rows: sorting them costs more than looking them up.
  await tx.execute(sql`set local enable_mergejoin = off`);
}

async function bringUpToDate(tx: Database, tables: IncomingTables, few: number): Promise<void> {
  const kinds = await tables.run((own) => listReplaced(own.db));
  if (await tables.run((own) => isMostlyNew(own.db, few))) {
    await tables.open();
    // A table: each process that makes rows looks in it, and none makes it again.
    await tables.run((own) => own.db.execute(sql`create table place_phone as ${PLACE_PHONES}`));
    await rebuildProjection(tables, projectedEntries(kinds, sql`place_phone`));
    return;
  }
  await tables.within();
  const { changed, all } = await compareEntries(
    tx,
    projectedEntries(kinds, sql`(${PLACE_PHONES})`),
  );
  if (changed > few && changed > MOST_CHANGED_SHARE * all) {
    await rebuildProjection(tables, sql`select * from projected_entry`);
  } else {
    await updateProjection(tx);
  }
}

/** A first load: to compare would be to write all twice. */
async function isMostlyNew(tx: Database, few: number): Promise<boolean> {
  const { rows } = await tx.execute<{ entries: number; shown: number }>(sql`
    select (select count(*) from entry)::int as entries,
      ((select count(*) from practice where gone_on is null)
        + (select count(*) from place where category is not null and gone_on is null)
        + (select count(*) from organization where category is not null and gone_on is null))::int as shown`);
  const { entries = 0, shown = 0 } = rows[0] ?? {};
  return shown - entries > Math.max(few, entries);
}

async function rebuildProjection(tables: IncomingTables, entries: SQL): Promise<void> {
  await tables.fill('entry', withWords(entries));
  await tables.fill('entry_service_need', projectedServiceNeeds);
  await tables.fill('entry_spot', projectedSpots);
  await tables.fill('entry_word', projectedWords);
  await tables.setUp(async (db) => {
    await prepare(db);
    await useProcessors(db, FEW_ROWS_COST);
  });
  await tables.fill('entry_word_deletion', projectedDeletions('entry_word'));
}
