// What was computed of a territory before its newest figures?

import { desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessResult } from '#db/schema/access.ts';
import type { AccessResult } from './find-result.ts';

/** Those still kept, the newest of them first. */
export async function listOlderResults(
  db: Database,
  territoryCode: string,
): Promise<AccessResult[]> {
  const rows = await db
    .select()
    .from(accessResult)
    .where(eq(accessResult.territoryCode, territoryCode))
    .orderBy(desc(accessResult.computedAt), accessResult.fingerprint)
    .offset(1);
  return rows.map(({ fingerprint, figures, vintages, computedAt }) => ({
    ...{ fingerprint, figures, vintages, computedAt },
  }));
}
