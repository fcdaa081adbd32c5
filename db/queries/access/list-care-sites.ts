// Where do the professions of everyday care practise, in a territory and around it?
//
// Places of the directory, demonstration apart; and where more are counted in a commune than it names, the commune
// itself, unless its names are those of a register. Those who practise within a hundred metres make one place; salaried staff of hospitals receive nobody in town. Nobody is named.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { isAt, standsAt } from '#db/queries/directory/near-point.ts';
import type { CareSite } from '#domain/access/care-site.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import type { HoursBlock } from '#domain/directory/directory.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** As a place is looked for from the farthest commune. */
const AROUND_METERS = 45_000;

type SiteRow = {
  id: string;
  profession: AccessProfession;
  name: string;
  insee: Insee;
  lon: number;
  lat: number;
  hours: HoursBlock[][];
};

/** In order of profession, then of id. */
export async function listCareSites(db: Database, territoryCode: string): Promise<CareSite[]> {
  const { rows } = await db.execute<SiteRow>(listCareSitesQuery(territoryCode));
  return rows.map(({ lon, lat, ...site }) => ({ ...site, point: [lon, lat] as const }));
}

export function listCareSitesQuery(territoryCode: string) {
  const professions = sql.param([...ACCESS_PROFESSIONS]);
  return sql`with around as materialized (
  select ST_Collect(c.point::geometry)::geography as points
  from territory_commune t join commune c on c.insee = t.insee
  where t.territory_code = ${territoryCode}
), listed as materialized (
  select e.category as profession, e.insee, min(e.id) as id,
    coalesce(min(case when e.kind = 'place' then e.name else e.place_name end collate "C"), min(e.commune_name)) as name,
    avg(ST_X(e.point::geometry)) as lon, avg(ST_Y(e.point::geometry)) as lat,
    jsonb_agg(e.hours order by e.id) as hours, count(*) as heads,
    bool_or(e.source_id = 'rpps' or e.source_id like 'finess%') as is_of_register
  from around a
  join entry_spot s on ${standsAt(sql`'any'`)} and ST_DWithin(s.point, a.points, ${AROUND_METERS})
  join entry e on ${isAt(sql`e`, sql`s`)}
  left join practice p on p.id = e.id
  left join entry at on at.id = p.place_id
  where e.category = any(${professions}::text[]) and not e.demonstration
    and not (coalesce(p.mode_code, '') = 'S' and coalesce(at.category, '') = 'hospital')
  group by e.category, e.insee, round(ST_X(e.point::geometry)::numeric, 3), round(ST_Y(e.point::geometry)::numeric, 3)
), counted as (
  select s.kind as profession, s.insee, 'commune-' || s.insee as id, c.name,
    ST_X(c.point::geometry) as lon, ST_Y(c.point::geometry) as lat, '[[]]'::jsonb as hours
  from commune_supply s join commune c on c.insee = s.insee, around a
  where s.kind = any(${professions}::text[]) and s.head_count > 0
    and ST_DWithin(c.point, a.points, ${AROUND_METERS})
    and s.head_count > (select coalesce(sum(l.heads), 0) from listed l where l.profession = s.kind and l.insee = s.insee)
    and not exists (select from listed l where l.profession = s.kind and l.insee = s.insee and l.is_of_register)
), site as (
  select id, profession, name, insee, lon, lat, hours from listed
  union all select id, profession, name, insee, lon, lat, hours from counted
)
select id, profession, name, insee, lon, lat, hours from site
order by array_position(${professions}::text[], profession), id`;
}
