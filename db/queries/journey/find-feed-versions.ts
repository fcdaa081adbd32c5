// Which versions of timetables are in use? Cheap to ask, to know whether to read them again.

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feedVersion } from '#db/schema/feed.ts';

/** The same text as long as the same versions are in use. */
export async function findFeedVersions(db: Database): Promise<string> {
  const versions = await feedVersionsQuery(db);
  return versions.map(({ id, importedAt }) => `${id} ${importedAt.toISOString()}`).join(', ');
}

/** The statement itself, for its test. */
export function feedVersionsQuery(db: Database) {
  return db
    .select({ id: feedVersion.id, importedAt: feedVersion.importedAt })
    .from(feedVersion)
    .where(eq(feedVersion.active, true))
    .orderBy(asc(feedVersion.id));
}
