// Does who computes still hold the computation, and how far is it?

import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';

/** A sign of life with the progress. False: the job was cancelled, or somebody else holds it. */
export async function beatJob(
  db: Database,
  id: string,
  progress: { done: number; total: number },
): Promise<boolean> {
  const rows = await db
    .update(accessJob)
    .set({ beatAt: sql`now()`, doneCount: progress.done, totalCount: progress.total })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')))
    .returning({ id: accessJob.id });
  return rows.length === 1;
}
