// Who practises these professions in these communes, and from which document, of what date, is it known?
//
// Entries of the directory, demonstration apart; where it holds none of a profession in a commune, the count of it.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { CareBasis, CareFact } from '#domain/access/near-care.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { HoursBlock } from '#domain/directory/directory.ts';
import type { Confidence } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type CarePlace = { profession: AccessProfession; insee: Insee };

type FactRow = {
  profession: AccessProfession;
  insee: Insee;
  communeName: string;
  lon: number;
  lat: number;
  basis: CareBasis;
  placeName: string | null;
  heads: number;
  hours: HoursBlock[];
  sourceName: string;
  publisher: string;
  sourceId: string;
  asOf: string | null;
  confirmedOn: string | null;
  confidence: Confidence;
};

/** In order of commune, profession and entry. */
export async function listCareFacts(
  db: Database,
  places: readonly CarePlace[],
): Promise<CareFact[]> {
  if (places.length === 0) return [];
  const { rows } = await db.execute<FactRow>(listCareFactsQuery(places));
  return rows.map(({ lon, lat, sourceId, asOf, confirmedOn, confidence, ...row }) => ({
    ...row,
    point: [lon, lat] as const,
    provenance: { sourceId, asOf, confirmedOn, confidence },
  }));
}

/** Salaried staff of hospitals receive nobody in town. */
export function listCareFactsQuery(places: readonly CarePlace[]) {
  const professions = sql.param(places.map(({ profession }) => profession));
  const insees = sql.param(places.map(({ insee }) => insee));
  return sql`with asked as (
  select distinct a.profession, a.insee
  from unnest(${professions}::text[], ${insees}::text[]) as a(profession, insee)
), listed as (
  select e.id, e.category as profession, e.insee, e.commune_name, e.point::geometry as point,
    case when e.kind = 'practice' then 'practice' else 'place' end as basis,
    case when e.kind = 'practice' then e.place_name else e.name end as place_name,
    1::float8 as heads, e.source_id = 'rpps' or e.source_id like 'finess%' as is_of_register, e.hours, e.source_id, e.as_of, e.confirmed_on, e.confidence
  from asked a join entry e on e.category = a.profession and e.insee = a.insee
  left join practice p on p.id = e.id
  left join entry at on at.id = p.place_id
  where not e.demonstration
    and not (coalesce(p.mode_code, '') = 'S' and coalesce(at.category, '') = 'hospital')
), counted as (
  select '' as id, s.kind as profession, s.insee, c.name as commune_name, c.point::geometry as point,
    'count' as basis, null::text as place_name,
    s.head_count - (select count(*) from listed l where l.profession = s.kind and l.insee = s.insee) as heads,
    false as is_of_register, '[]'::jsonb as hours, s.source_id, s.as_of, s.confirmed_on, s.confidence
  from asked a join commune_supply s on s.kind = a.profession and s.insee = a.insee
  join commune c on c.insee = s.insee
  where not exists (select from listed l where l.profession = s.kind and l.insee = s.insee and l.is_of_register)
), fact as (select * from listed union all select * from counted)
select f.profession, f.insee, f.commune_name as "communeName", ST_X(f.point) as lon, ST_Y(f.point) as lat,
  f.basis, f.place_name as "placeName", f.heads, f.hours, o.name as "sourceName", o.publisher,
  f.source_id as "sourceId", f.as_of as "asOf", f.confirmed_on as "confirmedOn", f.confidence
from fact f join source o on o.id = f.source_id
where f.heads > 0
order by f.insee, f.profession, f.id`;
}
