// What does an organization say of the trips of the line it keeps, trip by trip?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export type NotedTrip = {
  tripId: string;
  note: string;
  headsign: string | null;
  /** Of the service day; null: not timed. */
  departSeconds: number | null;
  /** The day it was published. */
  saidOn: string;
};

const MOST_TRIPS = 400;

/** In order of departure. The timetable of a line bears the id of its offer; none: it has no note. */
export async function listNotedTrips(db: Database, offerId: string): Promise<NotedTrip[]> {
  const { rows } = await db.execute<NotedTrip>(sql`
    select t.trip_id as "tripId", t.short_name as note, nullif(t.headsign, '') as headsign,
      c.departures[1] as "departSeconds", to_char(v.imported_at, 'YYYY-MM-DD') as "saidOn"
    from feed_version v
    join gtfs_trip t on t.feed_version_id = v.id and t.route_id = v.feed_id
    join gtfs_trip_calls c on c.feed_version_id = v.id and c.trip_id = t.trip_id
    where v.feed_id = ${offerId} and v.active and t.short_name is not null
    order by c.departures[1] nulls last, t.trip_id
    limit ${MOST_TRIPS}`);
  return rows;
}
