// What does the organization say of imported lines, and does the timetable in use still hold them?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { tripsMarked } from '#db/queries/transport/same-trip.ts';
import type { KeptMark, OverlayTarget } from '#domain/transport/line-overlay.ts';

export type OverlayRow = {
  id: string;
  feedId: string;
  feedName: string;
  target: OverlayTarget;
  targetId: string;
  mark: KeptMark;
  note: string;
  /** Whether the version of the feed in use holds the target. */
  isHeld: boolean;
  /** Import since which it holds it no more; null when it does, or when no version is in use. */
  goneSince: Date | null;
  /** Of the line, or of the line of the trip. */
  routeId: string | null;
  shortName: string | null;
  longName: string | null;
  /** As in GTFS. */
  routeType: number | null;
};

/** Inside the workspace. `id`: one only, locked until the end of the transaction. */
export async function listOverlays(tx: Database, id?: string): Promise<OverlayRow[]> {
  const { rows } = await tx.execute<OverlayRow>(overlaysQuery(id));
  return rows.map((row) => ({
    ...row,
    goneSince: row.goneSince === null ? null : new Date(row.goneSince),
  }));
}

/** The statement itself, for its test. */
export function overlaysQuery(id?: string): SQL {
  const one = id === undefined ? sql`true` : sql`o.id = ${id}`;
  return sql`with about as materialized (
      select o.id, o.feed_id, o.target, o.target_id, o.mark, o.created_at, v.id as version,
        v.active, v.imported_at
      from line_overlay o join feed_version v on v.feed_id = o.feed_id where ${one}
    ),
    ${tripsMarked(sql`about`)},
    held as materialized (
      select a.id, a.version, a.imported_at, a.active, x.route_id
      from about a join gtfs_route x on a.target = 'route'
        and x.feed_version_id = a.version and x.route_id = a.target_id
      union all
      select a.id, a.version, a.imported_at, a.active, t.route_id
      from about a
      join (select * from named union all select * from renamed) n
        on n.id = a.id and n.version = a.version
      join gtfs_trip t on t.feed_version_id = n.version and t.trip_id = n.trip_id
      union all
      select a.id, a.version, a.imported_at, a.active, null
      from about a join gtfs_stop x on a.target = 'stop'
        and x.feed_version_id = a.version and x.stop_id = a.target_id
    ),
    gone as materialized (
      select a.id, coalesce(
          min(a.imported_at) filter (where a.imported_at > coalesce(
            (select max(h.imported_at) from held h where h.id = a.id), a.created_at)),
          max(a.imported_at) filter (where a.active)) as since
      from about a
      where not exists (select from held h where h.id = a.id and h.active)
      group by a.id
      having bool_or(a.active)
    )
    select o.id, o.feed_id as "feedId", f.name as "feedName", o.target,
      o.target_id as "targetId", o.mark, o.note, h.id is not null as "isHeld",
      g.since as "goneSince", r.route_id as "routeId", r.short_name as "shortName",
      r.long_name as "longName", r.route_type as "routeType"
    from line_overlay o
    join feed f on f.id = o.feed_id
    left join held h on h.id = o.id and h.active
    left join gone g on g.id = o.id
    left join gtfs_route r on r.feed_version_id = h.version and r.route_id = h.route_id
    where ${one}
    order by h.id is not null, f.name, o.feed_id, r.short_name nulls last, o.target, o.target_id
    ${id === undefined ? sql`` : sql`for update of o`}`;
}
