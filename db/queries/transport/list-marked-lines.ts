// Which lines of the timetables in use are those organizations marked, whole or by a trip or a stop?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { tripsMarked } from '#db/queries/transport/same-trip.ts';
import type { LonLat } from '#domain/geo.ts';

/** A stop is one of several lines. */
export type MarkedLine = {
  markId: string;
  feedId: string;
  routeId: string;
  shortName: string | null;
  longName: string | null;
  /** Where one of its trips begins and ends. */
  ends: readonly LonLat[];
  /** Of a mark about a trip: when it leaves, in seconds of the service day. */
  departSeconds: number | null;
  headsign: string | null;
  /** Of a mark about a stop. */
  stopName: string | null;
};

/** In order of mark, then of line. Marks whose target is gone are not there. */
export async function listMarkedLines(db: Database): Promise<MarkedLine[]> {
  const { rows } = await db.execute<MarkedLine>(sql`with about as materialized (
      select o.id, o.target, o.target_id, o.feed_id, o.mark, v.id as version
      from line_overlay o join feed_version v on v.feed_id = o.feed_id and v.active
    ),
    ${tripsMarked(sql`about`)},
    trip as materialized (
      select t.feed_version_id, t.route_id, min(t.trip_id) as trip_id
      from gtfs_trip t
      where (t.feed_version_id, t.route_id) in (
        select version, target_id from about where target = 'route')
      group by t.feed_version_id, t.route_id
    ),
    platform as materialized (
      select a.id, a.version, s.number, s.name
      from about a
      join gtfs_stop s on a.target = 'stop'
        and s.feed_version_id = a.version and s.stop_id = a.target_id
      union
      select a.id, a.version, p.number, s.name
      from about a
      join gtfs_stop s on a.target = 'stop'
        and s.feed_version_id = a.version and s.stop_id = a.target_id
      join gtfs_stop p on p.feed_version_id = a.version and p.parent_station = s.stop_id
    ),
    passing as materialized (
      select c.feed_version_id, c.trip_id, call.number
      from gtfs_trip_calls c cross join unnest(c.stops) as call(number)
      where c.feed_version_id in (select version from platform)
    ),
    called as materialized (
      select distinct p.id, p.version, p.name, c.trip_id
      from passing c
      join platform p on p.version = c.feed_version_id and p.number = c.number
    ),
    line as materialized (
      select a.id, a.version, t.route_id, t.trip_id, null as stop_name, false as of_trip
      from about a join trip t on t.feed_version_id = a.version and t.route_id = a.target_id
      where a.target = 'route'
      union all
      select n.id, n.version, t.route_id, n.trip_id, null, true
      from (select * from named union all select * from renamed) n
      join gtfs_trip t on t.feed_version_id = n.version and t.trip_id = n.trip_id
      union all
      select c.id, c.version, t.route_id, min(t.trip_id), c.name, false
      from called c
      join gtfs_trip t on t.feed_version_id = c.version and t.trip_id = c.trip_id
      group by c.id, c.version, t.route_id, c.name
    ),
    told as materialized (
      select l.*, t.headsign, c.departures[1] as departs, c.stops[1] as first,
        c.stops[cardinality(c.stops)] as last
      from line l
      left join gtfs_trip t on t.feed_version_id = l.version and t.trip_id = l.trip_id
      left join gtfs_trip_calls c on c.feed_version_id = l.version and c.trip_id = l.trip_id
    ),
    spot as materialized (
      select s.feed_version_id, s.number,
        json_build_array(st_x(s.point::geometry), st_y(s.point::geometry)) as point
      from gtfs_stop s
      where s.point is not null and (s.feed_version_id, s.number) in (
        select version, first from told union select version, last from told)
    )
    select l.id as "markId", a.feed_id as "feedId", l.route_id as "routeId",
      r.short_name as "shortName", r.long_name as "longName", l.stop_name as "stopName",
      case when l.of_trip then l.departs end as "departSeconds",
      case when l.of_trip then l.headsign end as headsign,
      coalesce((select json_agg(s.point) from spot s
        where s.feed_version_id = l.version and s.number in (l.first, l.last)), '[]') as ends
    from told l
    join (select distinct id, feed_id from about) a on a.id = l.id
    join gtfs_route r on r.feed_version_id = l.version and r.route_id = l.route_id
    order by l.id, l.route_id`);
  return rows;
}
