// Which trips are those organizations marked, in each version of a timetable? Some feeds name trips anew in each edition.

import { type SQL, sql } from 'drizzle-orm';

/**
 * The tables `named` and `renamed` (`id` of the mark, `version`, `trip_id`), to write after `with`, where
 * `about` holds `id`, `target`, `target_id`, `mark` and `version`: trips by their id, else those of the
 * same line, number and direction that leave at the same second. Trips are read once for all marks.
 */
export function tripsMarked(about: SQL): SQL {
  const sign = (field: string) => sql`a.mark -> 'trip' ->> ${sql.raw(`'${field}'`)}`;
  return sql`named as materialized (
      select a.id, a.version, t.trip_id
      from ${about} a
      join gtfs_trip t on t.feed_version_id = a.version and t.trip_id = a.target_id
      where a.target = 'trip'
    ),
    lost as materialized (
      select a.id, a.version, ${sign('routeId')} as route_id, ${sign('headsign')} as headsign,
        ${sign('shortName')} as short_name, (${sign('departSeconds')})::int as departs
      from ${about} a
      where a.target = 'trip' and a.mark ? 'trip'
        and not exists (select from named n where n.id = a.id and n.version = a.version)
    ),
    leaving as materialized (
      select t.feed_version_id, t.trip_id, t.route_id, t.headsign, t.short_name,
        c.departures[1] as departs
      from gtfs_trip t
      join gtfs_trip_calls c on c.feed_version_id = t.feed_version_id and c.trip_id = t.trip_id
      where t.feed_version_id in (select version from lost)
        and t.route_id in (select route_id from lost)
    ),
    renamed as materialized (
      select l.id, l.version, min(t.trip_id) as trip_id
      from lost l
      join leaving t on t.feed_version_id = l.version and t.route_id = l.route_id
        and t.departs = l.departs and t.headsign is not distinct from l.headsign
        and t.short_name is not distinct from l.short_name
      group by l.id, l.version
    )`;
}
