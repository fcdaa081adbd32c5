// Figures of a territory, computed now and not by a job that starts when it can.

import { createLog } from '#api/http/request-log.ts';
import { createAccessRunner } from '#api/runtime/access-runner.ts';
import { askJob } from '#db/queries/access/ask-job.ts';
import { NO_PARTS } from '#tests/support/access-ground.ts';
import type { TestApp } from '#tests/support/app.ts';

/** Returns the id of the computation. */
export async function computeAccess(site: TestApp, territoryCode: string): Promise<string> {
  const { db } = site.database;
  const job = await askJob(db, { territoryCode, kind: 'indicators', fingerprint: 'asked' });
  await workAccessJobs(site);
  return job.id;
}

/** Those that wait. Without lines nor roads: times are estimated. */
export async function workAccessJobs({ database, clock }: TestApp): Promise<void> {
  const runner = createAccessRunner({
    ...{ database, parts: () => NO_PARTS, isWatching: false, clock: () => clock.nowMs },
    log: createLog({ level: 'silent', clock: Date.now, write: () => undefined }),
  });
  await runner.work();
  await runner.stop();
}
