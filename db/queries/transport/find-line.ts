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
  const { rows } = await db.execute<
    ListedLine & { version: number }
  >(sql`with ${linesInReach(reach)}
    select a.id as version, a.feed_id as "feedId", a.name as "feedName", r.route_id as "routeId",
      r.short_name as "shortName", r.long_name as "longName", r.route_type as "routeType",
      (select g.name from gtfs_agency g where g.feed_version_id = a.id
        and (g.agency_id = r.agency_id or r.agency_id is null) order by g.agency_id limit 1
      ) as "agencyName"
    from reach
    join active a on a.id = reach.feed_version_id
    join gtfs_route r on r.feed_version_id = reach.feed_version_id and r.route_id = reach.route_id
    where a.feed_id = ${feedId} and r.route_id = ${routeId}`);
  const [found] = rows;
  if (found === undefined) return null;
  const { version, ...line } = found;
  return {
    ...line,
    trips: await tripsOf(db, version, routeId),
    stops: await stopsOf(db, version, routeId),
  };
}

async function tripsOf(db: Database, version: number, routeId: string): Promise<LineTrip[]> {
  const { rows } = await db.execute<LineTrip>(sql`with trip as materialized (
      select t.trip_id, t.headsign, t.short_name, t.service_id, c.departures[1] as departs,
        c.stops[1] as first, c.stops[cardinality(c.stops)] as last
      from gtfs_trip t
      join gtfs_trip_calls c on c.feed_version_id = ${version} and c.trip_id = t.trip_id
      where t.feed_version_id = ${version} and t.route_id = ${routeId}
      order by c.departures[1] nulls last, t.trip_id limit ${MOST_TRIPS}
    ),
    stop as materialized (
      select number, name from gtfs_stop
      where feed_version_id = ${version}
        and number in (select first from trip union select last from trip)
    )
    select t.trip_id as "tripId", t.headsign, t.short_name as "shortName", f.name as "from",
      l.name as "to", t.departs as "departSeconds", coalesce(w.weekdays, '{}') as weekdays
    from trip t
    join stop f on f.number = t.first
    join stop l on l.number = t.last
    left join gtfs_calendar w on w.feed_version_id = ${version} and w.service_id = t.service_id
    order by t.departs nulls last, t.trip_id`);
  return rows;
}

async function stopsOf(
  db: Database,
  version: number,
  routeId: string,
): Promise<{ stopId: string; name: string }[]> {
  const { rows } = await db.execute<{
    stopId: string;
    name: string;
  }>(sql`with pattern as materialized (
      select distinct c.stops
      from gtfs_trip t
      join gtfs_trip_calls c on c.feed_version_id = ${version} and c.trip_id = t.trip_id
      where t.feed_version_id = ${version} and t.route_id = ${routeId}
    ),
    served as materialized (
      select call.number, min(call.place) as place
      from pattern p cross join unnest(p.stops) with ordinality as call(number, place)
      group by call.number
    )
    select s.stop_id as "stopId", s.name
    from served join gtfs_stop s on s.feed_version_id = ${version} and s.number = served.number
    order by served.place, s.name, s.stop_id`);
  return rows;
}
