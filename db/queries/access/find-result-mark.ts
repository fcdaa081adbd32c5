// What names the newest figures of a territory, and since when are they there?

import { desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessResult } from '#db/schema/access.ts';

/** The fingerprint and the hour of the newest, without its figures. */
export async function findResultMark(
  db: Database,
  territoryCode: string,
): Promise<{ fingerprint: string; computedAt: Date } | null> {
  const [row] = await db
    .select({ fingerprint: accessResult.fingerprint, computedAt: accessResult.computedAt })
    .from(accessResult)
    .where(eq(accessResult.territoryCode, territoryCode))
    .orderBy(desc(accessResult.computedAt), accessResult.fingerprint)
    .limit(1);
  return row ?? null;
}
