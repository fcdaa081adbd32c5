// Which entries of the directory may be one and the same? A list for people: nothing is ever merged.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { CATEGORY_GROUP } from '#domain/directory/category-group.ts';
import { mappedBy } from '#seeds/derived/link-keys.ts';

/** `source_id` of pairs of entries in `duplicate_candidate`: `source_key` is the first entry. */
export const DIRECTORY = 'fiches';

const CLOSE_NAME = 0.6;
const CLOSE_METERS = 100;

/**
 * Pairs of one group of categories: close names within 100 m; or the same phone in the same commune,
 * which colleagues of one surgery share: for professionals the names must be close too. Invented
 * entries, and two surgeries of one person, are no duplicates. Pairs a person put aside stay so.
 */
export async function findDuplicates(tx: Database): Promise<number> {
  await tx.execute(sql`create temporary table same_entry on commit drop as
    select e.id, e.kind, ${mappedBy('e.category', CATEGORY_GROUP)} as category_group, e.search_key, e.insee, e.phone ->> 'dial' as dial,
      case when e.point_precision in ('site', 'address') then e.point end as point, p.professional_id
    from entry e left join practice p on p.id = e.id where not e.demonstration`);
  await tx.execute(sql`create index on same_entry using gist (point)`);
  await tx.execute(sql`create index on same_entry (dial, insee)`);
  await tx.execute(sql`analyze same_entry`);
  await tx.execute(sql`create temporary table found_pair on commit drop as
    select a.id as source_key, b.id as entry_id, 'close_name_within_100_m' as rule,
      round((0.5 + similarity(a.search_key, b.search_key) * 0.25)::numeric, 2)::real as confidence,
      round(ST_Distance(a.point, b.point)) || ' m' as detail
    from same_entry a join same_entry b on a.id < b.id and a.category_group = b.category_group
      and ST_DWithin(a.point, b.point, ${CLOSE_METERS})
    where similarity(a.search_key, b.search_key) >= ${CLOSE_NAME}
      and a.professional_id is distinct from coalesce(b.professional_id, '')
    union all
    select a.id, b.id, 'same_phone_same_commune', 0.5::real, a.dial
    from same_entry a join same_entry b on a.id < b.id and a.category_group = b.category_group
      and a.dial = b.dial and a.insee = b.insee
    where (a.kind <> 'practice' and b.kind <> 'practice'
        or similarity(a.search_key, b.search_key) >= ${CLOSE_NAME})
      and a.professional_id is distinct from coalesce(b.professional_id, '')`);
  await tx.execute(sql`delete from duplicate_candidate c where c.source_id = ${DIRECTORY} and c.status = 'auto'
    and not exists (select from found_pair f where f.source_key = c.source_key and f.entry_id = c.entry_id)`);
  await tx.execute(sql`insert into duplicate_candidate as kept
      (source_id, source_key, entry_id, rule, confidence, detail, status)
    select distinct on (source_key, entry_id) ${DIRECTORY}, source_key, entry_id, rule, confidence, detail, 'auto'
    from found_pair order by source_key, entry_id, confidence desc
    on conflict (source_id, source_key, entry_id) do update
      set rule = excluded.rule, confidence = excluded.confidence, detail = excluded.detail where kept.status = 'auto'`);
  const { rows } = await tx.execute<{ found: number }>(sql`select count(*)::int as found
    from duplicate_candidate where source_id = ${DIRECTORY} and status = 'auto'`);
  return rows[0]?.found ?? 0;
}
