// Which imports ran, on which file, with what result? One row a run, written whatever happens.

import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { importReject, importRun } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

/** A reason nobody will read a thousand times: the count is kept in full, the rows are not. */
const KEPT_REJECTS = 1_000;

export type RunOutcome = {
  readCount: number;
  keptCount: number;
  rejects: readonly Reject[];
  changed: boolean;
  message: string;
};

/** True when the last completed run of this importer read the same bytes. */
export async function isSameAsLastRun(
  db: Database,
  importer: string,
  sha256: string,
): Promise<boolean> {
  const [last] = await db
    .select({ sha256: importRun.sha256 })
    .from(importRun)
    .where(and(eq(importRun.importer, importer), eq(importRun.status, 'done')))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(1);
  return last?.sha256 === sha256;
}

export async function startRun(
  db: Database,
  run: { importer: string; fileName: string | null; sha256: string; startedAt: Date },
): Promise<number> {
  const [row] = await db
    .insert(importRun)
    .values({ ...run, status: 'running' })
    .returning({ id: importRun.id });
  if (row === undefined) throw new AppError('bad_import', 'Le journal des imports ne répond pas.');
  return row.id;
}

export async function finishRun(
  db: Database,
  runId: number,
  status: 'done' | 'unchanged' | 'failed',
  outcome: RunOutcome,
  fileName: string | null,
  finishedAt: Date,
): Promise<void> {
  await insertRows(
    db,
    importReject,
    outcome.rejects.slice(0, KEPT_REJECTS).map(({ line, column, value, reason }, position) => ({
      runId,
      position,
      file: fileName,
      line,
      field: column,
      value,
      reason,
    })),
  );
  await db
    .update(importRun)
    .set({
      status,
      finishedAt,
      readCount: outcome.readCount,
      keptCount: outcome.keptCount,
      rejectedCount: outcome.rejects.length,
      changed: outcome.changed,
      message: outcome.message,
    })
    .where(eq(importRun.id, runId));
}
