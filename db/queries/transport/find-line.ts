// One line of an imported timetable an organization may mark: its trips, its stops.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type LineReach, linesInReach } from '#db/queries/transport/lines-in-reach.ts';
import type { ListedLine } from '#db/queries/transport/list-lines.ts';

export type LineTrip = {
  tripId: string;
  headsign: string | null;
  shortName: string | null;
  from: string;
  to: string;
  /** Of the service day; null: not timed. */
  departSeconds: number | null;
  /** ISO, of the week it runs in; empty: on dates of its own. */
  weekdays: number[];
};

export type LineDetail = ListedLine & {
  /** In order of departure; at most `MOST_TRIPS`. */
  trips: readonly LineTrip[];
  /** In order along the line. */
  stops: readonly { stopId: string; name: string }[];
};

const MOST_TRIPS = 400;

/** Null when no feed in use holds it, or it is not within reach. */
export async function findLine(
  db: Database,
  reach: LineReach,
  { feedId, routeId }: { feedId: string; routeId: string },
): Promise<LineDetail | null> {
  const { rows } = await db.execute<LineDetail>(sql`with ${linesInReach(reach)},
    line as (
      select a.id, a.feed_id, a.name, r.* from reach
      join active a on a.id = reach.feed_version_id
      join gtfs_route r on r.feed_version_id = reach.feed_version_id and r.route_id = reach.route_id
      where a.feed_id = ${feedId} and r.route_id = ${routeId}
    ),
    trip as (
      select t.trip_id, t.headsign, t.short_name, first.name as from_name, last.name as to_name,
        c.departures[1] as departs, coalesce(w.weekdays, '{}') as weekdays
      from line l
      join gtfs_trip t on t.feed_version_id = l.id and t.route_id = l.route_id
      join gtfs_trip_calls c on c.feed_version_id = l.id and c.trip_id = t.trip_id
      join gtfs_stop first on first.feed_version_id = l.id and first.number = c.stops[1]
      join gtfs_stop last on last.feed_version_id = l.id and last.number = c.stops[cardinality(c.stops)]
      left join gtfs_calendar w on w.feed_version_id = l.id and w.service_id = t.service_id
      order by c.departures[1] nulls last, t.trip_id limit ${MOST_TRIPS}
    ),
    stop as (
      select s.stop_id, s.name, min(call.place) as place
      from line l
      join pattern p on p.feed_version_id = l.id and p.route_id = l.route_id
      cross join unnest(p.stops) with ordinality as call(number, place)
      join gtfs_stop s on s.feed_version_id = l.id and s.number = call.number
      group by s.stop_id, s.name
    )
    select l.feed_id as "feedId", l.name as "feedName", l.route_id as "routeId",
      l.short_name as "shortName", l.long_name as "longName", l.route_type as "routeType",
      (select g.name from gtfs_agency g where g.feed_version_id = l.id
        and (g.agency_id = l.agency_id or l.agency_id is null) order by g.agency_id limit 1
      ) as "agencyName",
      coalesce((select json_agg(json_build_object('tripId', trip_id, 'headsign', headsign,
        'shortName', short_name, 'from', from_name, 'to', to_name, 'departSeconds', departs,
        'weekdays', weekdays) order by departs nulls last, trip_id) from trip), '[]') as trips,
      coalesce((select json_agg(json_build_object('stopId', stop_id, 'name', name)
        order by place, name, stop_id) from stop), '[]') as stops
    from line l`);
  return rows[0] ?? null;
}
