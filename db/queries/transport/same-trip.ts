// Which trip of a version of a timetable is the one an organization marked? Some feeds name trips anew in each edition.

import { type SQL, sql } from 'drizzle-orm';

/**
 * Trips of the version that are that of the row `o` of `line_overlay`: by its id, else those of the same
 * line, number and direction that leave at the same second. Columns of `gtfs_trip`, and `departs`.
 */
export function tripsMarked(version: SQL): SQL {
  const sign = (field: string) => sql`o.mark -> 'trip' ->> ${sql.raw(`'${field}'`)}`;
  return sql`select t.*, c.departures[1] as departs
    from gtfs_trip t
    join gtfs_trip_calls c on c.feed_version_id = t.feed_version_id and c.trip_id = t.trip_id
    where o.target = 'trip' and t.feed_version_id = ${version} and t.trip_id = o.target_id
    union all
    select t.*, c.departures[1]
    from gtfs_trip t
    join gtfs_trip_calls c on c.feed_version_id = t.feed_version_id and c.trip_id = t.trip_id
    where o.target = 'trip' and t.feed_version_id = ${version}
      and t.route_id = ${sign('routeId')}
      and t.headsign is not distinct from ${sign('headsign')}
      and t.short_name is not distinct from ${sign('shortName')}
      and c.departures[1] = (${sign('departSeconds')})::int
      and not exists (select from gtfs_trip same
        where same.feed_version_id = ${version} and same.trip_id = o.target_id)`;
}
