// Which record of a source speaks of which entry? A source proposes pairs in `proposed_link`, each with
// its rule and how sure it is; sure ones become links, weak ones wait for a person. What a person
// decided is never decided again.

import { sql } from 'drizzle-orm';
import { KEY_TYPE } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

/** Below it a pair is only listed: a missed duplicate is better than a false merge. */
const LINK_THRESHOLD = 0.8;

export async function createProposedLinks(tx: Database): Promise<void> {
  await tx.execute(sql`drop table if exists proposed_link`);
  await tx.execute(sql`create temporary table proposed_link (source_key ${sql.raw(KEY_TYPE)} not null, entry_id ${sql.raw(KEY_TYPE)} not null,
    rule text not null, confidence real not null, detail text, primary key (source_key, entry_id)) on commit drop`);
  await tx.execute(sql`create index on proposed_link (entry_id)`);
}

/** Links made by a rule in an earlier run and not proposed any more go. */
export async function writeProposedLinks(
  tx: Database,
  sourceId: string,
): Promise<{ linked: number; toReview: number }> {
  // Tables just filled have no statistics yet, and would be read whole for each row.
  for (const table of ['proposed_link', 'entity_link', 'duplicate_candidate']) {
    await tx.execute(sql`analyze ${sql.identifier(table)}`);
  }
  await tx.execute(sql`delete from proposed_link p using entity_link l
    where l.source_id = ${sourceId} and l.source_key = p.source_key
      and (l.status = 'confirmed' or (l.status = 'rejected' and l.entry_id = p.entry_id))`);
  await tx.execute(sql`delete from proposed_link p using duplicate_candidate c
    where c.source_id = ${sourceId} and c.source_key = p.source_key and c.entry_id = p.entry_id
      and c.status = 'rejected'`);
  await tx.execute(sql`delete from entity_link l where l.source_id = ${sourceId} and l.status = 'auto'
    and not exists (select from proposed_link p where p.confidence >= ${LINK_THRESHOLD}
      and p.source_key = l.source_key and p.entry_id = l.entry_id)`);
  await tx.execute(sql`
    insert into entity_link as kept (source_id, source_key, entry_id, rule, confidence, status)
    select ${sourceId}, source_key, entry_id, rule, confidence, 'auto' from proposed_link
    where confidence >= ${LINK_THRESHOLD}
    on conflict (source_id, source_key, entry_id) do update
      set rule = excluded.rule, confidence = excluded.confidence
      where (kept.rule, kept.confidence) is distinct from (excluded.rule, excluded.confidence)`);
  await tx.execute(sql`delete from duplicate_candidate c where c.source_id = ${sourceId} and c.status = 'auto'
    and not exists (select from proposed_link p where p.confidence < ${LINK_THRESHOLD}
      and p.source_key = c.source_key and p.entry_id = c.entry_id)`);
  await tx.execute(sql`
    insert into duplicate_candidate as kept (source_id, source_key, entry_id, rule, confidence, detail, status)
    select ${sourceId}, source_key, entry_id, rule, confidence, detail, 'auto' from proposed_link
    where confidence < ${LINK_THRESHOLD}
    on conflict (source_id, source_key, entry_id) do update
      set rule = excluded.rule, confidence = excluded.confidence, detail = excluded.detail
      where (kept.rule, kept.confidence, kept.detail) is distinct from (excluded.rule, excluded.confidence, excluded.detail)`);
  const [counted] = (
    await tx.execute<{ linked: number; toReview: number }>(sql`select
      (select count(*)::int from entity_link where source_id = ${sourceId} and status <> 'rejected') as linked,
      (select count(*)::int from duplicate_candidate where source_id = ${sourceId} and status = 'auto') as "toReview"`)
  ).rows;
  return counted ?? { linked: 0, toReview: 0 };
}
