// Which imports ran, on which file, with what result? One row a run, written whatever happens.

import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { importReject, importRun } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { ImportReport } from '#seeds/pipeline/run-import.ts';

type NewRun = Pick<
  typeof importRun.$inferInsert,
  | 'importer'
  | 'fileName'
  | 'sha256'
  | 'startedAt'
  | 'sourceId'
  | 'licence'
  | 'version'
  | 'territories'
  | 'fingerprint'
>;

/** True when the last completed run of this importer was asked the same of the same bytes. */
export async function isSameAsLastRun(
  db: Database,
  importer: string,
  fingerprint: string,
): Promise<boolean> {
  const [last] = await db
    .select({ fingerprint: importRun.fingerprint })
    .from(importRun)
    .where(and(eq(importRun.importer, importer), eq(importRun.status, 'done')))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(1);
  return last?.fingerprint === fingerprint;
}

/** Rows the last completed run of this importer read and kept, for the same territories. */
export async function findLastCounts(
  db: Database,
  importer: string,
  territories: string,
): Promise<{ readCount: number; keptCount: number } | null> {
  const [last] = await db
    .select({ readCount: importRun.readCount, keptCount: importRun.keptCount })
    .from(importRun)
    .where(
      and(
        eq(importRun.importer, importer),
        eq(importRun.territories, territories),
        eq(importRun.status, 'done'),
      ),
    )
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(1);
  return last ?? null;
}

/** Runs of any importer that never ended: to be called where no other import can be running. */
export async function markInterrupted(db: Database): Promise<void> {
  await db.update(importRun).set({ status: 'interrupted' }).where(eq(importRun.status, 'running'));
}

/** Runs of this importer that never ended are marked as interrupted. */
export async function startRun(db: Database, run: NewRun): Promise<number> {
  await db
    .update(importRun)
    .set({ status: 'interrupted' })
    .where(and(eq(importRun.importer, run.importer), eq(importRun.status, 'running')));
  const [row] = await db
    .insert(importRun)
    .values({ fingerprint: run.sha256, ...run, status: 'running' })
    .returning({ id: importRun.id });
  if (row === undefined) throw new AppError('bad_import', 'Le journal des imports ne répond pas.');
  return row.id;
}

/** What a run has to say once it is over; `message` replaces the summary when it stopped on an error. */
export async function finishRun(
  db: Database,
  runId: number,
  report: ImportReport,
  { finishedAt, message }: { finishedAt: Date; message: string | null },
): Promise<void> {
  await insertRows(
    db,
    importReject,
    report.rejects.map(({ file, line, column, value, reason }, position) => ({
      runId,
      position,
      file: file ?? report.fileName,
      line,
      field: column,
      value,
      reason,
    })),
  );
  await db
    .update(importRun)
    .set({
      status: report.status === 'dry_run' ? 'failed' : report.status,
      finishedAt,
      asOf: report.read.asOf,
      readCount: report.read.readCount,
      keptCount: report.read.keptCount,
      rejectedCount: report.rejectedCount,
      unchangedCount: report.unchangedCount,
      durationMs: report.durationMs,
      changed: report.status === 'done',
      message: message ?? summaryOf(report),
    })
    .where(eq(importRun.id, runId));
}

function summaryOf({
  status,
  checks,
  counts,
  sourceName,
  licence,
  read,
  durationMs,
}: ImportReport): string {
  const failures = checks
    .filter(({ passed }) => !passed)
    .map(({ label, detail }) => `${label} : ${detail}`);
  if (status === 'failed') return failures.join(' ; ');
  return [
    sourceName,
    licence,
    read.asOf === null ? null : `données de ${read.asOf}`,
    ...Object.entries(counts).map(([what, count]) => `${what} : ${count}`),
    ...failures.map((failure) => `accepté malgré tout : ${failure}`),
    `${durationMs} ms`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
