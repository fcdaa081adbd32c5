// Runs one import: stage, check, swap. Readers see the old data until the swap commits; a failed check
// leaves everything as it was.

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { BulkTransaction, DatabaseHandle } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { source as sourceTable } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { finishRun, isSameAsLastRun, startRun } from '#seeds/pipeline/ledger.ts';
import type {
  Check,
  ImportContext,
  ImportFile,
  ImportOptions,
  ImportSource,
  Reject,
  Staged,
  Swapped,
} from '#seeds/pipeline/source.ts';
import { upsertRows } from '#seeds/pipeline/upsert-rows.ts';

export type ImportReport = {
  status: 'done' | 'unchanged' | 'failed' | 'dry_run';
  importer: string;
  fileName: string;
  sourceName: string;
  licence: string | null;
  read: Omit<Staged<unknown>, 'read'>;
  rejects: readonly Reject[];
  rejectedCount: number;
  checks: readonly Check[];
  counts: Swapped['counts'];
  unchangedCount: number;
  durationMs: number;
};

export type ImportMode = { dryRun: boolean; clock: () => number };

/** Thrown inside the transaction to leave it without a trace. */
class RollBack extends Error {}

/** A reason nobody will read so many times: the count is kept in full, the rows are not. */
const KEPT_REJECTS = 100_000;

export async function runImport<Read>(
  handle: DatabaseHandle,
  importSource: ImportSource<Read>,
  file: ImportFile,
  options: ImportOptions,
  mode: ImportMode,
): Promise<ImportReport> {
  const startedAt = mode.clock();
  const origin = importSource.source(file, options);
  const report: ImportReport = {
    status: 'unchanged',
    importer: importerName(importSource, file, options),
    fileName: file.name,
    sourceName: origin.name,
    licence: origin.licence,
    read: { readCount: 0, keptCount: 0, asOf: null, validFrom: null, validTo: null },
    rejects: [],
    rejectedCount: 0,
    checks: [],
    counts: {},
    unchangedCount: 0,
    durationMs: 0,
  };
  const rejects: Reject[] = [];
  let rejectedCount = 0;
  const ended = (status: ImportReport['status']): ImportReport =>
    Object.assign(report, {
      status,
      rejects,
      rejectedCount,
      durationMs: mode.clock() - startedAt,
    });
  const run = {
    importer: report.importer,
    fileName: file.name,
    sha256: fingerprint(importSource, file, options),
    startedAt: new Date(startedAt),
    sourceId: origin.id,
    licence: origin.licence,
    version: importSource.version,
  };
  const finish = (db: DatabaseHandle['db'], runId: number, message: string | null = null) =>
    finishRun(db, runId, report, { finishedAt: new Date(mode.clock()), message });

  if (await isSameAsLastRun(handle.db, run.importer, run.sha256)) {
    ended('unchanged');
    if (!mode.dryRun) await finish(handle.db, await startRun(handle.db, run));
    return report;
  }

  const runId = mode.dryRun ? null : await startRun(handle.db, run);
  const work = async (bulk: BulkTransaction): Promise<void> => {
    const { db: tx } = bulk;
    const context: ImportContext = {
      ...options,
      file,
      bulk,
      tx,
      sourceId: origin.id,
      reject: (reject) => {
        rejectedCount += 1;
        if (rejects.length < KEPT_REJECTS) rejects.push(reject);
      },
      rejectedCount: () => rejectedCount,
    };
    await upsertRows(tx, sourceTable, sourceTable.id, [origin]);
    options.onProgress({ step: 'lecture' });
    const staged = await importSource.stage(context);
    const { read: _, ...read } = staged;
    report.read = read;
    await tx.update(sourceTable).set({ date: read.asOf }).where(eq(sourceTable.id, origin.id));
    options.onProgress({ step: 'contrôles' });
    report.checks = await importSource.check(context, staged);
    if (report.checks.some((check) => isRefused(check, options))) throw new RollBack();
    options.onProgress({ step: 'mise en service' });
    Object.assign(report, await importSource.swap(context, staged));
    if (importSource.changesDirectory === true) {
      options.onProgress({ step: 'recherche' });
      await refreshEntryProjection(tx);
    }
    if (runId === null) throw new RollBack();
    await announceChange(tx, report.importer);
    ended('done');
    await finish(tx, runId);
  };
  try {
    await handle.bulkTransaction(work);
    return report;
  } catch (error) {
    const passed = report.checks.every((check) => !isRefused(check, options));
    if (error instanceof RollBack && runId === null && passed) return ended('dry_run');
    ended('failed');
    if (runId !== null) {
      await finish(handle.db, runId, error instanceof AppError ? error.message : null);
    }
    if (error instanceof RollBack) return report;
    throw error;
  }
}

function isRefused({ guard, passed }: Check, { accept }: ImportOptions): boolean {
  return !passed && !accept.includes(guard);
}

function importerName<Read>(
  importSource: ImportSource<Read>,
  file: ImportFile,
  options: ImportOptions,
): string {
  const feed = importSource.feedOf?.(file, options);
  return feed === undefined ? importSource.name : `${importSource.name}:${feed}`;
}

/** The same file for other territories, dated otherwise, or read by another version is another import. */
function fingerprint<Read>(
  { version }: ImportSource<Read>,
  { sha256 }: ImportFile,
  { territoryCodes, asOf }: ImportOptions,
): string {
  return createHash('sha256')
    .update(JSON.stringify([sha256, version, [...territoryCodes].sort(), asOf]))
    .digest('hex');
}
