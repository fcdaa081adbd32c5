// What did each importer last do, and what did the run whose rows are served bring?

import { desc, inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { importRun } from '#db/schema/provenance.ts';

export type Run = typeof importRun.$inferSelect;

/**
 * `served`: the last completed run; `checked`: the last that completed or found nothing new; `latest`: the
 * last of any result. They may be one.
 */
export type LastRuns = { importer: string; served: Run | null; checked: Run | null; latest: Run };

/** In order of importer. */
export async function listLastRuns(db: Database): Promise<LastRuns[]> {
  const served = await lastOf(db, ['done']);
  const checked = await lastOf(db, ['done', 'unchanged']);
  const latest = await lastOf(db, ['done', 'unchanged', 'failed', 'interrupted', 'running']);
  return latest.map((run) => ({
    importer: run.importer,
    served: served.find(({ importer }) => importer === run.importer) ?? null,
    checked: checked.find(({ importer }) => importer === run.importer) ?? null,
    latest: run,
  }));
}

async function lastOf(db: Database, statuses: Run['status'][]): Promise<Run[]> {
  return await db
    .selectDistinctOn([importRun.importer])
    .from(importRun)
    .where(inArray(importRun.status, statuses))
    .orderBy(importRun.importer, desc(importRun.startedAt), desc(importRun.id));
}
