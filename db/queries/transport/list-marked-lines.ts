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
  const { rows } = await db.execute<MarkedLine>(sql`with held as (
      select o.id, o.target, o.target_id, o.feed_id, o.mark, v.id as version
      from line_overlay o join feed_version v on v.feed_id = o.feed_id and v.active
    ),
    line as (
      select h.id, h.feed_id, h.version, r.route_id, t.trip_id, null as stop_name, false as of_trip
      from held h
      join gtfs_route r on r.feed_version_id = h.version and r.route_id = h.target_id
      cross join lateral (
        select min(trip_id) as trip_id from gtfs_trip t
        where t.feed_version_id = h.version and t.route_id = r.route_id) t
      where h.target = 'route'
      union all
      select o.id, o.feed_id, o.version, t.route_id, t.trip_id, null, true
      from held o cross join lateral (
        select route_id, trip_id from (${tripsMarked(sql`o.version`)}) m order by trip_id limit 1) t
      union all
      select h.id, h.feed_id, h.version, t.route_id, min(t.trip_id), s.name, false
      from held h
      join gtfs_stop s on s.feed_version_id = h.version and s.stop_id = h.target_id
      join gtfs_stop p on p.feed_version_id = h.version
        and (p.stop_id = s.stop_id or p.parent_station = s.stop_id)
      join gtfs_trip_calls c on c.feed_version_id = h.version and p.number = any(c.stops)
      join gtfs_trip t on t.feed_version_id = h.version and t.trip_id = c.trip_id
      where h.target = 'stop'
      group by h.id, h.feed_id, h.version, t.route_id, s.name
    )
    select l.id as "markId", l.feed_id as "feedId", l.route_id as "routeId",
      r.short_name as "shortName", r.long_name as "longName", l.stop_name as "stopName",
      case when l.of_trip then c.departures[1] end as "departSeconds",
      case when l.of_trip then t.headsign end as headsign,
      coalesce((select json_agg(json_build_array(st_x(s.point::geometry), st_y(s.point::geometry)))
        from gtfs_stop s where s.feed_version_id = l.version and s.point is not null
          and s.number in (c.stops[1], c.stops[cardinality(c.stops)])), '[]') as ends
    from line l
    join gtfs_route r on r.feed_version_id = l.version and r.route_id = l.route_id
    left join gtfs_trip t on t.feed_version_id = l.version and t.trip_id = l.trip_id
    left join gtfs_trip_calls c on c.feed_version_id = l.version and c.trip_id = l.trip_id
    order by l.id, l.route_id`);
  return rows;
}
