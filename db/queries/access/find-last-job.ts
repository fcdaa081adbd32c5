// Which computation of a territory is to be told: one on its way, else the last that ended?

import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJob } from '#domain/access/job.ts';
import { jobView } from './job-view.ts';

/** Those in which something may still happen, the newest ended ones otherwise. */
export async function findLastJob(db: Database, territoryCode: string): Promise<AccessJob | null> {
  const [row] = await db
    .select()
    .from(accessJob)
    .where(eq(accessJob.territoryCode, territoryCode))
    .orderBy(
      sql`${accessJob.state} in ('queued', 'running') desc`,
      desc(accessJob.createdAt),
      accessJob.id,
    )
    .limit(1);
  return row === undefined ? null : jobView(row);
}
