// Which needs do services answer, where does somebody stand, and which words are there? Derived from rows of
// entries.

import { type SQL, sql } from 'drizzle-orm';

/** Rows (need_id, entry_id, point): by one of its services, where its category does not answer already. */
export const projectedServiceNeeds = (
  entries: string,
): SQL => sql`select s.need_id, e.id as entry_id, e.point
from (select distinct need_id, entry_id from service where need_id is not null) s
join ${sql.identifier(entries)} e on e.id = s.entry_id
where not exists (
  select from need_category n where n.category = e.category and n.need_id = s.need_id)`;

/** Rows (answers, point): each point once for all who answer the same there. Grouped as geometry: by hashes. */
export const projectedSpots = (entries: string, serviceNeeds: string): SQL => sql`
select 'category:' || category as answers, point::geometry::geography as point
from ${sql.identifier(entries)} group by category, point::geometry
union all
select 'need:' || need_id, point::geometry::geography
from ${sql.identifier(serviceNeeds)} group by need_id, point::geometry`;

/** Rows (word, entry_count, deletions). */
export const projectedWords = (entries: string): SQL =>
  sql`select word, ndoc as entry_count, ${deletionsOf(sql`word`)} as deletions
from ts_stat(${sql.raw(`'select words from ${entries}'`)})`;

/**
 * A word as an array: itself, and itself without each of its letters in turn. A number one figure apart
 * is another number.
 */
export const deletionsOf = (word: SQL): SQL =>
  sql`case when length(${word}) < 4 or ${word} ~ '^[0-9]+$' then array[${word}]
    else array(select left(${word}, n - 1) || substr(${word}, n + 1)
      from generate_series(1, length(${word}) + 1) n) end`;
