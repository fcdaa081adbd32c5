// What is done at each site, as far as codes prove it: by its category, its authorised care activities,
// its equipment. Written again whole, whichever of the files came last.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { SHOWN_CATEGORIES } from '#domain/directory/finess-category.ts';
import { insertOf, type Said } from '#seeds/sources/finess/said.ts';

export const SITES_SOURCE = 'finess';
export const ACTIVITIES_SOURCE = 'finess-activites';
export const EQUIPMENT_SOURCE = 'finess-equipements';

/** Entries others made keep their own services before these. */
const FIRST_POSITION = 100;

export const SERVICE_SOURCES = [SITES_SOURCE, ACTIVITIES_SOURCE, EQUIPMENT_SOURCE];

/** Each by its own source, of its own date. */
export const SERVICES_SAID: Said = {
  columns: {
    entry_id: sql`kept.entry_id`,
    position: sql`${FIRST_POSITION}::int - 1
      + row_number() over (partition by kept.entry_id order by kept.rank, kept.name, kept.source_id)`,
    need_id: sql`kept.need_id`,
    name: sql`kept.name`,
    note: sql`kept.note`,
    source_id: sql`kept.source_id`,
    as_of: sql`kept.as_of`,
    confidence: sql`'high'`,
  },
  from: sql`(
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
      where said.owner_id = ${SITES_SOURCE} or said.need_id is null or not exists (select from public.service o
        where o.entry_id = said.entry_id and o.need_id = said.need_id)
      order by entry_id, said.name, said.rank, said.note
    ) kept`,
};

/** Returns how many services are written. */
export async function writeServices(tx: Database): Promise<number> {
  await tx.execute(
    sql`delete from service where source_id in (${sql.join(
      SERVICE_SOURCES.map((source) => sql`${source}`),
      sql`, `,
    )})`,
  );
  const { rowCount } = await tx.execute(insertOf('service', SERVICES_SAID));
  return rowCount ?? 0;
}

function categories() {
  const proven = SHOWN_CATEGORIES.filter(({ needId }) => needId !== null);
  const column = (key: 'code' | 'title' | 'needId') =>
    sql`${sql.param(proven.map((shown) => shown[key]))}::text[]`;
  return sql`unnest(${column('code')}, ${column('title')}, ${column('needId')}) as c(code, title, need_id)`;
}
