// Which timetables were ever imported?

import { asc } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feed } from '#db/schema/feed.ts';

export async function listFeedIds(db: Database): Promise<string[]> {
  const rows = await db.select({ id: feed.id }).from(feed).orderBy(asc(feed.id));
  return rows.map(({ id }) => id);
}
