// Which timetables in use call in a territory or near it?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** As far as somebody is taken to a stop. */
const AROUND_METERS = 30_000;
/** More than that anywhere in mainland France, east to west too: distances are reckoned for few stops. */
const AROUND_DEGREES = 0.6;

/** Ids of feeds, in order. */
export async function listFeedsAround(db: Database, territoryCode: string): Promise<string[]> {
  const { rows } = await db.execute<{ feedId: string }>(listFeedsAroundQuery(territoryCode));
  return rows.map(({ feedId }) => feedId);
}

export function listFeedsAroundQuery(territoryCode: string) {
  return sql`with around as materialized (
  select ST_Collect(c.point::geometry)::geography as points,
    ST_Expand(ST_Extent(c.point::geometry)::geometry, ${AROUND_DEGREES}) as box
  from territory_commune t join commune c on c.insee = t.insee
  where t.territory_code = ${territoryCode}
)
select v.feed_id as "feedId" from feed_version v, around a
where v.active and exists (
  select from gtfs_stop s
  where s.feed_version_id = v.id and s.point::geometry && a.box
    and ST_DWithin(s.point, a.points, ${AROUND_METERS}))
order by v.feed_id`;
}
