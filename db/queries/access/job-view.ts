// How does a row of computations read, to those who ask for one?

import type { accessJob } from '#db/schema/access.ts';
import type { AccessJob } from '#domain/access/job.ts';

export function jobView(row: typeof accessJob.$inferSelect): AccessJob {
  return {
    id: row.id,
    territoryCode: row.territoryCode,
    kind: row.kind,
    state: row.state,
    done: row.doneCount,
    total: row.totalCount,
    message: row.message,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
