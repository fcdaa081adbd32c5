// Which lines of imported timetables may an organization mark, by the words of their names?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type LineReach, linesInReach } from '#db/queries/transport/lines-in-reach.ts';

export type ListedLine = {
  feedId: string;
  feedName: string;
  routeId: string;
  shortName: string | null;
  longName: string | null;
  agencyName: string | null;
  /** As in GTFS. */
  routeType: number;
};

/** Each word is part of the name of the line, of its agency or of its feed; none: every line. */
export async function listLines(
  db: Database,
  reach: LineReach,
  { words, limit }: { words: string; limit: number },
): Promise<ListedLine[]> {
  const { rows } = await db.execute<ListedLine>(listLinesQuery(reach, { words, limit }));
  return rows;
}

/** The statement itself, for its test. */
export function listLinesQuery(
  reach: LineReach,
  { words, limit }: { words: string; limit: number },
): SQL {
  return sql`with ${linesInReach(reach)},
    line as (
      select a.feed_id as "feedId", a.name as "feedName", r.route_id as "routeId",
        r.short_name as "shortName", r.long_name as "longName", r.route_type as "routeType",
        (select g.name from gtfs_agency g where g.feed_version_id = r.feed_version_id
          and (g.agency_id = r.agency_id or r.agency_id is null) order by g.agency_id limit 1
        ) as "agencyName"
      from reach
      join active a on a.id = reach.feed_version_id
      join gtfs_route r on r.feed_version_id = reach.feed_version_id and r.route_id = reach.route_id
    )
    select * from line
    where not exists (
      select from regexp_split_to_table(search_key(${words}), ' +') as word
      where position(word in search_key(
        concat_ws(' ', "shortName", "longName", "agencyName", "feedName", "feedId"))) = 0)
    order by "feedName", "feedId", length(coalesce("shortName", "longName", "routeId")),
      coalesce("shortName", "longName", "routeId"), "routeId"
    limit ${limit}`;
}
