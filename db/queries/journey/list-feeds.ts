// Which timetables and on-demand services does this instance hold, of which versions, valid from when to when?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { LocalDate } from '#domain/time.ts';

/** `validFrom` and `validTo`: first and last day the version covers, both included. */
export type ListedVersion = {
  id: number;
  validFrom: LocalDate;
  validTo: LocalDate;
  importedAt: string;
  /** The one in use. */
  active: boolean;
  /** Its last day is over. */
  expired: boolean;
};

export type ListedFeed = {
  feedId: string;
  kind: 'timetable' | 'on_demand';
  name: string;
  publisher: string;
  url: string | null;
  licence: string | null;
  /** Newest first. */
  versions: readonly ListedVersion[];
};

/** In order of name, of id, then timetable first. A file that has both parts is two feeds of one id. */
export async function listFeeds(db: Database, today: LocalDate): Promise<ListedFeed[]> {
  const { rows } = await db.execute<ListedFeed>(listFeedsQuery(today));
  return rows;
}

/** The statement itself, for its test. */
export function listFeedsQuery(today: LocalDate): SQL {
  return sql`
    with version as (
      select 'timetable' as kind, id, feed_id, valid_from, valid_to, imported_at, active from feed_version
      union all
      select 'on_demand', id, feed_id, valid_from, valid_to, imported_at, active from flex_feed_version
    )
    select f.id as "feedId", v.kind, f.name, s.publisher, f.url, f.licence,
      jsonb_agg(jsonb_build_object('id', v.id, 'validFrom', v.valid_from, 'validTo', v.valid_to,
        'importedAt', to_char(v.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'active', v.active, 'expired', v.valid_to < ${today}::date)
        order by v.imported_at desc, v.id desc) as versions
    from feed f join source s on s.id = f.source_id join version v on v.feed_id = f.id
    group by f.id, v.kind, s.publisher
    order by f.name, f.id, v.kind desc`;
}
