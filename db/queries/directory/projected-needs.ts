// Which needs do services answer, where does somebody stand, and which words are there? Derived from rows of
// entries.

import { type SQL, sql } from 'drizzle-orm';

/** Rows (need_id, entry_id, point): by one of its services, where its category does not answer already. */
export const projectedServiceNeeds: SQL = sql`select s.need_id, e.id as entry_id, e.point
from (select distinct need_id, entry_id from service where need_id is not null) s
join entry e on e.id = s.entry_id
where not exists (
  select from need_category n where n.category = e.category and n.need_id = s.need_id)`;

/** Rows (answers, point): each point once for all who answer the same there. Grouped as geometry: by hashes. */
export const projectedSpots: SQL = sql`
select 'category:' || category as answers, point::geometry::geography as point
from entry group by category, point::geometry
union all
select 'need:' || need_id, point::geometry::geography
from entry_service_need group by need_id, point::geometry`;

/** Rows (word, entry_count, deletions). */
export const projectedWords: SQL = sql`select word, ndoc as entry_count, ${hashesOf(sql`word`)} as deletions
from ts_stat('select words from entry')`;

/**
 * A word as an array: itself, and itself without each of its letters in turn. A number one figure apart
 * is another number.
 */
export function deletionsOf(word: SQL): SQL {
  return deletions(word, (left) => left);
}

/** As many numbers, which an index holds and compares in a fraction of the time. */
export function hashesOf(word: SQL): SQL {
  return deletions(word, (left) => sql`hashtext(${left})`);
}

function deletions(word: SQL, kept: (left: SQL) => SQL): SQL {
  return sql`case when length(${word}) < 4 or ${word} ~ '^[0-9]+$' then array[${kept(word)}]
    else array(select ${kept(sql`left(${word}, n - 1) || substr(${word}, n + 1)`)}
      from generate_series(1, length(${word}) + 1) n) end`;
}
