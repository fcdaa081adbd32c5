// What does a mark point at in the timetables in use, and does the organization know that line?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type LineReach, linesInReach } from '#db/queries/transport/lines-in-reach.ts';
import type { OverlayTarget } from '#domain/transport/line-overlay.ts';

export type MarkAbout = { feedId: string; target: OverlayTarget; targetId: string };

/** `isInReach`: some line it is, it is a trip of, or that stops there, is within reach. */
export type MarkTarget = {
  shortName: string | null;
  longName: string | null;
  stopName: string | null;
  headsign: string | null;
  departSeconds: number | null;
  /** Of a trip: its line and its number. */
  routeId: string;
  tripNumber: string | null;
  isInReach: boolean;
};

/** Null: no imported timetable in use holds it. */
export async function findMarkTarget(
  db: Database,
  reach: LineReach,
  { feedId, target, targetId }: MarkAbout,
): Promise<MarkTarget | null> {
  const { rows } = await db.execute<MarkTarget>(sql`with ${linesInReach(reach)},
    found as (
      select a.id, r.route_id, r.short_name, r.long_name, null as stop_name, null as headsign,
        null::int as departs, null as number
      from active a join gtfs_route r on r.feed_version_id = a.id
      where ${target} = 'route' and a.feed_id = ${feedId} and r.route_id = ${targetId}
      union all
      select a.id, r.route_id, r.short_name, r.long_name, null, t.headsign, c.departures[1],
        t.short_name
      from active a
      join gtfs_trip t on t.feed_version_id = a.id
      join gtfs_route r on r.feed_version_id = a.id and r.route_id = t.route_id
      left join gtfs_trip_calls c on c.feed_version_id = a.id and c.trip_id = t.trip_id
      where ${target} = 'trip' and a.feed_id = ${feedId} and t.trip_id = ${targetId}
      union all
      select a.id, p.route_id, null, null, s.name, null, null, null
      from active a
      join gtfs_stop s on s.feed_version_id = a.id and s.stop_id = ${targetId}
      left join gtfs_stop platform on platform.feed_version_id = a.id
        and (platform.stop_id = s.stop_id or platform.parent_station = s.stop_id)
      left join pattern p on p.feed_version_id = a.id and platform.number = any(p.stops)
      where ${target} = 'stop' and a.feed_id = ${feedId}
    )
    select min(short_name) as "shortName", min(long_name) as "longName",
      min(stop_name) as "stopName", min(headsign) as headsign, min(departs) as "departSeconds",
      min(found.route_id) as "routeId", min(number) as "tripNumber",
      bool_or(reach.route_id is not null) as "isInReach"
    from found left join reach on reach.feed_version_id = found.id and reach.route_id = found.route_id
    having count(*) > 0`);
  return rows[0] ?? null;
}
