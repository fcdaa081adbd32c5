// How far is this computation of the territory?

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJob } from '#domain/access/job.ts';
import { jobView } from './job-view.ts';

export async function findJob(
  db: Database,
  territoryCode: string,
  id: string,
): Promise<AccessJob | null> {
  const [row] = await db
    .select()
    .from(accessJob)
    .where(and(eq(accessJob.territoryCode, territoryCode), eq(accessJob.id, id)));
  return row === undefined ? null : jobView(row);
}
