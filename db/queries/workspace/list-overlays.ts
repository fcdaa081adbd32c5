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
  const holds = (version: SQL) => sql`(
    exists (select from gtfs_route x where o.target = 'route'
      and x.feed_version_id = ${version} and x.route_id = o.target_id)
    or exists (${tripsMarked(version)})
    or exists (select from gtfs_stop x where o.target = 'stop'
      and x.feed_version_id = ${version} and x.stop_id = o.target_id))`;
  return sql`select o.id, o.feed_id as "feedId", f.name as "feedName", o.target,
      o.target_id as "targetId", o.mark, o.note, held.is as "isHeld",
      case when held.is or v.id is null then null else coalesce((
        select min(w.imported_at) from feed_version w
        where w.feed_id = o.feed_id and w.imported_at > coalesce((
          select max(h.imported_at) from feed_version h
          where h.feed_id = o.feed_id and ${holds(sql`h.id`)}), o.created_at)
      ), v.imported_at) end as "goneSince",
      r.route_id as "routeId", r.short_name as "shortName", r.long_name as "longName",
      r.route_type as "routeType"
    from line_overlay o
    join feed f on f.id = o.feed_id
    left join feed_version v on v.feed_id = o.feed_id and v.active
    cross join lateral (select v.id is not null and ${holds(sql`v.id`)} as is) held
    left join lateral (select route_id from (${tripsMarked(sql`v.id`)}) m limit 1) t on true
    left join gtfs_route r on r.feed_version_id = v.id
      and r.route_id = case when o.target = 'route' then o.target_id else t.route_id end
    ${id === undefined ? sql`` : sql`where o.id = ${id}`}
    order by held.is, f.name, o.feed_id, r.short_name nulls last, o.target, o.target_id
    ${id === undefined ? sql`` : sql`for update of o`}`;
}
