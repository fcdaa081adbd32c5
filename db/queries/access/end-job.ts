// How did a computation end?

import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJobState } from '#domain/access/job.ts';

export async function endJob(
  db: Database,
  id: string,
  state: Extract<AccessJobState, 'done' | 'failed'>,
  message: string | null,
): Promise<void> {
  await db
    .update(accessJob)
    .set({ state, message, endedAt: sql`now()`, beatAt: null })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')));
}
