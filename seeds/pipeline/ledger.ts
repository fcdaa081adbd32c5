// Which imports ran, on which file, with what result? One row a run, written whatever happens.

import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { importReject, importRun } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { ImportReport } from '#seeds/pipeline/run-import.ts';

type NewRun = Pick<
  typeof importRun.$inferInsert,
  'importer' | 'fileName' | 'sha256' | 'startedAt' | 'sourceId' | 'licence' | 'version'
>;

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

/** Runs of this importer that never ended are marked as interrupted. */
export async function startRun(db: Database, run: NewRun): Promise<number> {
  await db
    .update(importRun)
    .set({ status: 'interrupted' })
    .where(and(eq(importRun.importer, run.importer), eq(importRun.status, 'running')));
  const [row] = await db
    .insert(importRun)
    .values({ ...run, status: 'running' })
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
  checks,
  counts,
  sourceName,
  licence,
  read,
  durationMs,
}: ImportReport): string {
  const failures = checks.filter(({ passed }) => !passed);
  if (failures.length > 0) {
    return failures.map(({ label, detail }) => `${label} : ${detail}`).join(' ; ');
  }
  return [
    sourceName,
    licence,
    read.asOf === null ? null : `données de ${read.asOf}`,
    ...Object.entries(counts).map(([what, count]) => `${what} : ${count}`),
    `${durationMs} ms`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
