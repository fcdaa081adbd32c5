// Is it of no use to compute this again?

import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';

/** The last computation of this fingerprint failed: trying again changes nothing. */
export async function hasFailed(
  db: Database,
  territoryCode: string,
  fingerprint: string,
): Promise<boolean> {
  const [row] = await db
    .select({ state: accessJob.state })
    .from(accessJob)
    .where(and(eq(accessJob.territoryCode, territoryCode), eq(accessJob.fingerprint, fingerprint)))
    .orderBy(desc(accessJob.createdAt), accessJob.id)
    .limit(1);
  return row?.state === 'failed';
}
