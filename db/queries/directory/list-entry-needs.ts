// Which needs does this entry answer? None for an entry that is unknown.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { entryNeed } from '#db/schema/entry.ts';

export async function listEntryNeeds(db: Database, entryId: string): Promise<string[]> {
  const rows = await listEntryNeedsQuery(db, entryId);
  return rows.map(({ needId }) => needId);
}

export function listEntryNeedsQuery(db: Database, entryId: string) {
  return db
    .select({ needId: entryNeed.needId })
    .from(entryNeed)
    .where(eq(entryNeed.entryId, entryId))
    .orderBy(entryNeed.needId);
}
