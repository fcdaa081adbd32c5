// Which timetables does this instance hold, of which version, valid from when to when?

import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feed, feedVersion } from '#db/schema/feed.ts';
import { source } from '#db/schema/provenance.ts';

/** Null dates: the feed has no version in use. */
export type ListedFeed = {
  feedId: string;
  name: string;
  publisher: string;
  url: string | null;
  licence: string | null;
  validFrom: string | null;
  validTo: string | null;
  importedAt: Date | null;
};

/** In order of name, then of id. */
export async function listFeeds(db: Database): Promise<ListedFeed[]> {
  return await listFeedsQuery(db);
}

/** The statement itself, for its test. */
export function listFeedsQuery(db: Database) {
  return db
    .select({
      feedId: feed.id,
      name: feed.name,
      publisher: source.publisher,
      url: feed.url,
      licence: feed.licence,
      validFrom: feedVersion.validFrom,
      validTo: feedVersion.validTo,
      importedAt: feedVersion.importedAt,
    })
    .from(feed)
    .innerJoin(source, eq(source.id, feed.sourceId))
    .leftJoin(feedVersion, and(eq(feedVersion.feedId, feed.id), eq(feedVersion.active, true)))
    .orderBy(asc(feed.name), asc(feed.id));
}
