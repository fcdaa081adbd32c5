// What the search reads differs little from what it should: only rows that differ are touched.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { ENTRY_COLUMNS, withWords } from '#db/queries/directory/projected-entries.ts';
import {
  projectedDeletions,
  projectedServiceNeeds,
  projectedSpots,
  projectedWords,
} from '#db/queries/directory/projected-needs.ts';

const list = (alias: string, names: readonly string[]): SQL =>
  sql.raw(names.map((name) => `${alias}.${name}`).join(', '));
const plain = (names: readonly string[]): SQL => sql.raw(names.join(', '));
const assigned = (names: readonly string[], from: string): SQL =>
  sql.raw(names.map((name) => `${name} = ${from}.${name}`).join(', '));

const WRITTEN = [...ENTRY_COLUMNS, 'search_key', 'words'];

/** Fills `projected_entry` and `entry_change` (id, is_new). Returns how many differ, of how many. */
export async function compareEntries(
  tx: Database,
  projected: SQL,
): Promise<{ changed: number; all: number }> {
  await tx.execute(sql`drop table if exists projected_entry, entry_change`);
  await tx.execute(sql`create temporary table projected_entry on commit drop as ${projected}`);
  await tx.execute(sql`create index on projected_entry (id)`);
  await tx.execute(sql`analyze projected_entry`);
  await tx.execute(sql`create temporary table entry_change on commit drop as
    select p.id, e.id is null as is_new from projected_entry p left join entry e on e.id = p.id
    where e.id is null or (${list('p', ENTRY_COLUMNS)}) is distinct from (${list('e', ENTRY_COLUMNS)})
    union all
    select e.id, null from entry e where not exists (select from projected_entry p where p.id = e.id)`);
  const { rows } = await tx.execute<{ changed: number; all: number }>(sql`
    select (select count(*) from entry_change)::int as changed,
      (select count(*) from projected_entry)::int as all`);
  return rows[0] ?? { changed: 0, all: 0 };
}

/** After `compareEntries`. */
export async function updateProjection(tx: Database): Promise<void> {
  await tx.execute(
    sql`delete from entry e using entry_change c where c.id = e.id and c.is_new is null`,
  );
  const written = (isNew: boolean): SQL =>
    withWords(sql`select ${list('p', ENTRY_COLUMNS)} from projected_entry p join entry_change c on c.id = p.id
      where c.is_new = ${isNew}`);
  await tx.execute(
    sql`update entry e set ${assigned(
      WRITTEN.filter((name) => name !== 'id'),
      'w',
    )} from (${written(false)}) w where e.id = w.id`,
  );
  await tx.execute(sql`insert into entry (${plain(WRITTEN)})
    select ${list('w', WRITTEN)} from (${written(true)}) w`);
  await tx.execute(sql`drop table if exists projected_need, projected_spot, projected_word,
    word_gone, word_come`);
  await updateServiceNeeds(tx);
  await updateSpots(tx);
  await updateWords(tx);
}

async function updateServiceNeeds(tx: Database): Promise<void> {
  await tx.execute(
    sql`create temporary table projected_need on commit drop as ${projectedServiceNeeds}`,
  );
  await tx.execute(sql`analyze projected_need`);
  await tx.execute(sql`delete from entry_service_need n where not exists (
    select from projected_need p where p.entry_id = n.entry_id and p.need_id = n.need_id)`);
  await tx.execute(sql`update entry_service_need n set point = p.point from projected_need p
    where p.entry_id = n.entry_id and p.need_id = n.need_id and p.point is distinct from n.point`);
  await tx.execute(sql`insert into entry_service_need (need_id, entry_id, point)
    select p.need_id, p.entry_id, p.point from projected_need p where not exists (
      select from entry_service_need n where n.entry_id = p.entry_id and n.need_id = p.need_id)`);
}

async function updateSpots(tx: Database): Promise<void> {
  await tx.execute(sql`create temporary table projected_spot on commit drop as ${projectedSpots}`);
  await tx.execute(sql`analyze projected_spot`);
  // By the key of the point, which can be hashed, then by the point.
  const same = sql`p.answers = s.answers and point_key(p.point) = point_key(s.point) and p.point = s.point`;
  await tx.execute(sql`delete from entry_spot s
    where not exists (select from projected_spot p where ${same})`);
  await tx.execute(sql`insert into entry_spot (answers, point) select p.answers, p.point
    from projected_spot p where not exists (select from entry_spot s where ${same})`);
}

async function updateWords(tx: Database): Promise<void> {
  await tx.execute(sql`create temporary table projected_word on commit drop as ${projectedWords}`);
  await tx.execute(sql`create temporary table word_gone on commit drop as select word from entry_word w
    where not exists (select from projected_word p where p.word = w.word)`);
  await tx.execute(sql`create temporary table word_come on commit drop as select word from projected_word p
    where not exists (select from entry_word w where w.word = p.word)`);
  await tx.execute(sql`analyze word_gone, word_come`);
  await tx.execute(sql`delete from entry_word w using word_gone g where g.word = w.word`);
  await tx.execute(sql`insert into entry_word as kept (word, entry_count)
    select word, entry_count from projected_word
    on conflict (word) do update set entry_count = excluded.entry_count
    where kept.entry_count <> excluded.entry_count`);
  await tx.execute(sql`delete from entry_word_deletion d using (${projectedDeletions('word_gone')}) gone
    where d.deletion = gone.deletion and d.word = gone.word`);
  await tx.execute(sql`insert into entry_word_deletion (deletion, word)
    ${projectedDeletions('word_come')}`);
}
