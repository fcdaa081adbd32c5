// Which lines of imported timetables does an organization know: those of its territory, and its own?

import { type SQL, sql } from 'drizzle-orm';

/** `names`: those it goes by, as the agency of a line. */
export type LineReach = { territoryCodes: readonly string[]; names: readonly string[] };

/** Where nobody drew a commune, a stop so near its centre is in it. */
const COMMUNE_METERS = 3000;

/**
 * The tables `active` (versions in use of imported feeds; a line an organization keeps is none) and
 * `reach` (`feed_version_id`, `route_id`), to write after `with`.
 */
export function linesInReach({ territoryCodes, names }: LineReach): SQL {
  const codes = sql`${sql.param([...territoryCodes])}::text[]`;
  const agencies = sql`${sql.param(names.map((name) => name.toLowerCase()))}::text[]`;
  return sql`active as materialized (
      select v.id, v.feed_id, f.name from feed_version v join feed f on f.id = v.feed_id
      where v.active and f.source_id not like 'workspace:%'
    ),
    ground as materialized (
      select c.shape, c.point from commune c join territory_commune t on t.insee = c.insee
      where t.territory_code = any(${codes})
    ),
    frame as materialized (
      select st_expand(st_extent(coalesce(shape, point::geometry))::geometry, 0.05) as box from ground
    ),
    near as materialized (
      select s.feed_version_id, s.number
      from gtfs_stop s join active a on a.id = s.feed_version_id cross join frame
      where s.point::geometry && frame.box and exists (
        select from ground g where case when g.shape is null
          then st_dwithin(g.point, s.point, ${COMMUNE_METERS})
          else st_intersects(g.shape, s.point::geometry) end)
    ),
    pattern as materialized (
      select distinct t.feed_version_id, t.route_id, c.stops
      from gtfs_trip t
      join gtfs_trip_calls c on c.feed_version_id = t.feed_version_id and c.trip_id = t.trip_id
      where t.feed_version_id in (select id from active)
    ),
    reach as materialized (
      select p.feed_version_id, p.route_id
      from pattern p cross join unnest(p.stops) as call(number)
      join near n on n.feed_version_id = p.feed_version_id and n.number = call.number
      union
      select r.feed_version_id, r.route_id
      from gtfs_route r
      join active a on a.id = r.feed_version_id
      join gtfs_agency g on g.feed_version_id = r.feed_version_id
        and (g.agency_id = r.agency_id or r.agency_id is null)
      where lower(g.name) = any(${agencies})
    )`;
}
