// What is done at each site, as far as codes prove it: by its category, its authorised care activities,
// its equipment. Written again whole, whichever of the files came last.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { SHOWN_CATEGORIES } from '#domain/directory/finess-category.ts';

export const SITES_SOURCE = 'finess';
export const ACTIVITIES_SOURCE = 'finess-activites';
export const EQUIPMENT_SOURCE = 'finess-equipements';

/** Entries others made keep their own services before these. */
const FIRST_POSITION = 100;

/** Returns how many services are written. */
export async function writeServices(tx: Database): Promise<number> {
  await tx.execute(
    sql`delete from service where source_id in (${SITES_SOURCE}, ${ACTIVITIES_SOURCE}, ${EQUIPMENT_SOURCE})`,
  );
  const written = await tx.execute(sql`
    insert into service (entry_id, position, need_id, name, note, source_id, as_of, confirmed_on, confidence)
    select entry_id, ${FIRST_POSITION}::int - 1 + row_number() over (partition by entry_id order by rank, name, source_id),
      need_id, name, note, source_id, as_of, null, 'high'
    from (
      select distinct on (entry_id, said.name) entry_id, n.id as need_id, said.name, said.note, said.rank,
        said.source_id, src.date as as_of
      from (
        select p.id as entry_id, p.source_id as owner_id, c.need_id, c.title as name, null as note, 1 as rank,
          ${SITES_SOURCE}::text as source_id
        from place p join ${categories()} on c.code = p.category_code
        where p.source_id = ${SITES_SOURCE} and p.gone_on is null and c.need_id is not null
        union all
        select p.id, p.source_id, a.need_id, a.shown_name, a.detail, case a.source_id when ${ACTIVITIES_SOURCE} then 2 else 3 end,
          a.source_id
        from finess_activity a join place p on p.finess = a.finess
        where a.shown_name is not null and p.gone_on is null
          and (p.source_id = ${SITES_SOURCE} or exists (select from entity_link l where l.source_id = ${SITES_SOURCE}
            and l.source_key = a.finess and l.entry_id = p.id and l.status <> 'rejected'))
      ) said
      join source src on src.id = said.source_id
      left join need n on n.id = said.need_id
      where said.owner_id = ${SITES_SOURCE} or said.need_id is null or not exists (select from service o
        where o.entry_id = said.entry_id and o.need_id = said.need_id)
      order by entry_id, said.name, said.rank, said.note
    ) kept`);
  return written.rowCount ?? 0;
}

function categories() {
  const proven = SHOWN_CATEGORIES.filter(({ needId }) => needId !== null);
  const column = (key: 'code' | 'title' | 'needId') =>
    sql`${sql.param(proven.map((shown) => shown[key]))}::text[]`;
  return sql`unnest(${column('code')}, ${column('title')}, ${column('needId')}) as c(code, title, need_id)`;
}
