// Which entries answer which need, and which words are there? Derived from rows of entries.

import { type SQL, sql } from 'drizzle-orm';

/** Rows (need_id, entry_id, point): by the category of each entry, or by one of its services. */
export const projectedNeeds = (
  entries: string,
): SQL => sql`select n.need_id, e.id as entry_id, e.point
from need_category n join ${sql.identifier(entries)} e on e.category = n.category
union all
select s.need_id, e.id, e.point
from (select distinct need_id, entry_id from service where need_id is not null) s
join ${sql.identifier(entries)} e on e.id = s.entry_id
where not exists (
  select from need_category n where n.category = e.category and n.need_id = s.need_id)`;

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
