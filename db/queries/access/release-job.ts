// How is a computation given back by who stops before its end?

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';

/** Back in the queue, where it stands first: who held it stops. */
export async function releaseJob(db: Database, id: string): Promise<void> {
  await db
    .update(accessJob)
    .set({ state: 'queued', beatAt: null })
    .where(and(eq(accessJob.id, id), eq(accessJob.state, 'running')));
}
