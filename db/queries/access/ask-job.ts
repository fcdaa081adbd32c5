// Which computation answers somebody who asks for one? One that waits already, else a new one.

import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessJob } from '#db/schema/access.ts';
import type { AccessJob, AccessJobKind } from '#domain/access/job.ts';
import { jobView } from './job-view.ts';

/** The one that waits or runs for this fingerprint, else a new one. */
export async function askJob(
  db: Database,
  wanted: { territoryCode: string; kind: AccessJobKind; fingerprint: string },
): Promise<AccessJob> {
  const { territoryCode, kind, fingerprint } = wanted;
  return db.transaction(async (tx) => {
    // Two who ask at once wait for each other, and the second finds the job of the first.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`access ${territoryCode}`}, 0))`,
    );
    const [waiting] = await tx
      .select()
      .from(accessJob)
      .where(
        and(
          eq(accessJob.territoryCode, territoryCode),
          eq(accessJob.kind, kind),
          eq(accessJob.fingerprint, fingerprint),
          sql`${accessJob.state} in ('queued', 'running')`,
        ),
      );
    if (waiting !== undefined) return jobView(waiting);
    const [made] = await tx.insert(accessJob).values(wanted).returning();
    if (made === undefined) throw new Error('A computation was asked and not written');
    return jobView(made);
  });
}
