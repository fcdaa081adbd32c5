// Which needs do services answer, where does somebody stand, and which words are there? Derived from rows of
// entries.

import { type SQL, sql } from 'drizzle-orm';

/**
 * Rows (need_id, entry_id, point): by the first of its services that answers it, where its category does not
 * already. To make services distinct before they are joined would be the work of one process.
 */
export const projectedServiceNeeds: SQL = sql`select s.need_id, e.id as entry_id, e.point
from service s join entry e on e.id = s.entry_id
where s.need_id is not null
  and not exists (select from service earlier where earlier.entry_id = s.entry_id
    and earlier.position < s.position and earlier.need_id = s.need_id)
  and not exists (
    select from need_category n where n.category = e.category and n.need_id = s.need_id)`;

/** Rows (answers, point): each point once for all who answer the same there. Grouped as geometry: by hashes. */
export const projectedSpots: SQL = sql`
with standing as materialized (
  select category, point::geometry as point from entry group by category, point::geometry
)
select 'any' as answers, point::geography as point from (select distinct point from standing) somewhere
union all
select 'category:' || category, point::geography from standing
union all
select 'need:' || need_id, point::geometry::geography
from entry_service_need group by need_id, point::geometry`;

/** Rows (word, entry_count). */
export const projectedWords: SQL = sql`select word, ndoc as entry_count
from ts_stat('select words from entry')`;

/** Rows (deletion, word) of the words of a table. */
export const projectedDeletions = (
  words: string,
): SQL => sql`select hashtext(d.rest) as deletion, w.word
from ${sql.identifier(words)} w cross join lateral ${deletionsOf(sql`w.word`)} d`;

/**
 * Rows (rest) of a word: itself, and itself without each of its letters in turn. A number one figure apart
 * is another number.
 */
export function deletionsOf(word: SQL): SQL {
  return sql`(select left(${word}, n - 1) || substr(${word}, n + 1) as rest from generate_series(
    case when length(${word}) < 4 or ${word} ~ '^[0-9]+$' then length(${word}) + 1 else 1 end,
    length(${word}) + 1) n)`;
}
