// Runs one import: stage, check, swap. Readers see the old data until the swap commits; a failed check
// leaves everything as it was.

import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { DatabaseHandle } from '#db/database.ts';
import { dropLeftIncoming } from '#db/queries/directory/incoming-schema.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import {
  type IncomingWork,
  withIncomingTables,
} from '#db/queries/directory/with-incoming-tables.ts';
import { source as sourceTable } from '#db/schema/provenance.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { checkDate, commonChecks, refuseUnknownGuards } from '#seeds/pipeline/guards.ts';
import { keepRejects } from '#seeds/pipeline/keep-rejects.ts';
import {
  findLastCounts,
  finishRun,
  isSameAsLastRun,
  markInterrupted,
  startRun,
} from '#seeds/pipeline/ledger.ts';
import { findLoadFirst } from '#seeds/pipeline/load-first.ts';
import { type NumberedBy, numberedBy } from '#seeds/pipeline/numbered-by.ts';
import { beOnlyImport } from '#seeds/pipeline/only-import.ts';
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
import { sourceOfRun } from '#seeds/pipeline/source-of-run.ts';

export type ImportReport = {
  status: 'done' | 'unchanged' | 'failed' | 'dry_run';
  importer: string;
  fileName: string;
  sourceName: string;
  licence: string | null;
  read: Omit<Staged<unknown>, 'read'>;
  rejects: readonly Reject[];
  rejectedCount: number;
  /** What the numbers of refused rows count. */
  numberedBy: NumberedBy;
  checks: readonly Check[];
  /** Guards waived for this run. */
  accepted: readonly string[];
  counts: Swapped['counts'];
  unchangedCount: number;
  /** Files to load before this one, each a sentence with its command. */
  loadFirst: readonly string[];
  durationMs: number;
};

/** `again`: even when the last run read the same file. */
export type ImportMode = { dryRun: boolean; again?: boolean; clock: () => number };

/** Thrown inside the transaction to leave it without a trace. */
class RollBack extends Error {}

export async function runImport<Read>(
  handle: DatabaseHandle,
  importSource: ImportSource<Read>,
  file: ImportFile,
  options: ImportOptions,
  mode: ImportMode,
): Promise<ImportReport> {
  const startedAt = mode.clock();
  const { hasOwnLicence, ...origin } = await sourceOfRun(handle.db, importSource, file, options);
  const report: ImportReport = {
    status: 'unchanged',
    importer: importerName(importSource, file, options),
    fileName: file.name,
    sourceName: origin.name,
    licence: origin.licence,
    read: { readCount: 0, keptCount: 0, asOf: null, validFrom: null, validTo: null },
    rejects: [],
    rejectedCount: 0,
    numberedBy: 'line',
    checks: [],
    accepted: options.accept,
    counts: {},
    unchangedCount: 0,
    loadFirst: [],
    durationMs: 0,
  };
  const rejects = keepRejects();
  const ended = (status: ImportReport['status']): ImportReport =>
    Object.assign(report, {
      status,
      rejects: rejects.kept,
      rejectedCount: rejects.count(),
      durationMs: mode.clock() - startedAt,
    });
  const run = {
    importer: report.importer,
    fileName: file.name,
    sha256: file.sha256,
    fingerprint: fingerprint(importSource, file, options, hasOwnLicence ? origin.licence : null),
    startedAt: new Date(startedAt),
    sourceId: origin.id,
    licence: origin.licence,
    version: importSource.version,
    territories: [...options.territoryCodes].sort().join(','),
  };
  const finish = (db: DatabaseHandle['db'], runId: number, message: string | null = null) =>
    finishRun(db, runId, report, { finishedAt: new Date(mode.clock()), message });

  await handle.db.transaction(async (tx) => {
    await beOnlyImport(tx);
    await dropLeftIncoming(tx);
    if (!mode.dryRun) await markInterrupted(tx);
  });
  const isSame = await isSameAsLastRun(handle.db, run.importer, run.fingerprint);
  if (isSame && mode.again !== true) {
    ended('unchanged');
    if (!mode.dryRun) await finish(handle.db, await startRun(handle.db, run));
    return report;
  }

  const runId = mode.dryRun ? null : await startRun(handle.db, run);
  const work: IncomingWork = async (bulk, incoming) => {
    const { db: tx } = bulk;
    const context: ImportContext = {
      ...options,
      asOf: options.asOf ?? file.modifiedOn ?? null,
      file,
      bulk,
      tx,
      incoming,
      sourceId: origin.id,
      reject: rejects.add,
      rejectedCount: rejects.count,
    };
    await beOnlyImport(tx);
    await upsertRows(tx, sourceTable, sourceTable.id, [origin]);
    options.onProgress({ step: 'lecture' });
    const staged = await importSource.stage(context);
    const { read: _, ...read } = staged;
    report.read = read;
    await tx.update(sourceTable).set({ date: read.asOf }).where(eq(sourceTable.id, origin.id));
    if (rejects.count() > 0) report.numberedBy = await numberedBy(file);
    options.onProgress({ step: 'contrôles' });
    report.checks = [
      ...(await importSource.check(context, staged)),
      ...commonChecks(
        {
          readCount: read.readCount,
          keptCount: read.keptCount,
          rejectedCount: rejects.count(),
          last: await findLastCounts(tx, run.importer, run.territories),
        },
        importSource.guards,
      ),
      ...checkDate(read, options.now),
    ];
    refuseUnknownGuards(report.checks, options.accept);
    report.loadFirst = await findLoadFirst(tx, importSource.name, {
      keptCount: read.keptCount,
      rejects: rejects.kept,
    });
    if (report.checks.some((check) => isRefused(check, options))) throw new RollBack();
    options.onProgress({ step: 'mise en service' });
    const { isSound = false, ...swapped } = await importSource.swap(context, staged);
    Object.assign(report, swapped);
    if (importSource.changesDirectory === true) {
      options.onProgress({ step: 'recherche' });
      await refreshEntryProjection(tx, { isSound, incoming });
    }
    if (runId === null) throw new RollBack();
    await announceChange(tx, report.importer);
    ended('done');
    await finish(tx, runId);
  };
  try {
    await withIncomingTables(handle, work);
    return report;
  } catch (error) {
    const passed = report.checks.every((check) => !isRefused(check, options));
    if (error instanceof RollBack && runId === null && passed) return ended('dry_run');
    ended('failed');
    if (runId !== null) {
      const message = error instanceof RollBack ? null : messageOf(error);
      // A database that went away is told by the error, not by the ledger it cannot reach.
      await finish(handle.db, runId, message).catch(() => undefined);
    }
    if (error instanceof RollBack) return report;
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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

/** For other territories, of another date or licence, or read by another version, it is another import. */
function fingerprint<Read>(
  { version }: ImportSource<Read>,
  { sha256 }: ImportFile,
  { territoryCodes, asOf }: ImportOptions,
  licence: string | null,
): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        ...[sha256, version, [...territoryCodes].sort(), asOf],
        ...(licence === null ? [] : [licence]),
      ]),
    )
    .digest('hex');
}
