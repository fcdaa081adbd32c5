// Runs one import: read, parse, stage, check, swap. Readers see the old data until the swap commits;
// a failed check leaves everything as it was.

import { createHash } from 'node:crypto';
import type { DatabaseHandle } from '#db/database.ts';
import { source as sourceTable } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { finishRun, isSameAsLastRun, type RunOutcome, startRun } from '#seeds/pipeline/ledger.ts';
import type {
  Check,
  ImportCounts,
  ImportFile,
  ImportOptions,
  ImportSource,
  Parsed,
} from '#seeds/pipeline/source.ts';
import { upsertRows } from '#seeds/pipeline/upsert-rows.ts';

export type ImportReport = {
  status: 'done' | 'unchanged' | 'failed' | 'dry_run';
  importer: string;
  fileName: string;
  sourceName: string;
  licence: string | null;
  parsed: Pick<Parsed<unknown>, 'readCount' | 'rejects' | 'asOf' | 'validFrom' | 'validTo'>;
  checks: readonly Check[];
  counts: ImportCounts;
  durationMs: number;
};

/** Thrown inside the transaction to leave it without a trace. */
class RollBack extends Error {}

export async function runImport<Rows>(
  handle: DatabaseHandle,
  importSource: ImportSource<Rows>,
  file: ImportFile,
  options: ImportOptions,
  mode: { dryRun: boolean; clock: () => number },
): Promise<ImportReport> {
  const startedAt = mode.clock();
  const importer = importerName(importSource, file, options);
  const sha256 = fingerprint(file, options);
  const origin = importSource.source(file);
  const report: ImportReport = {
    status: 'unchanged',
    importer,
    fileName: file.name,
    sourceName: origin.name,
    licence: origin.licence,
    parsed: { readCount: 0, rejects: [], asOf: null, validFrom: null, validTo: null },
    checks: [],
    counts: {},
    durationMs: 0,
  };
  const finished = (more: Partial<ImportReport>): ImportReport => ({
    ...report,
    ...more,
    durationMs: mode.clock() - startedAt,
  });
  const run = { importer, fileName: file.name, sha256, startedAt: new Date(startedAt) };
  const close = async (db: DatabaseHandle['db'], runId: number, done: ImportReport) =>
    finishRun(
      db,
      runId,
      done.status === 'dry_run' ? 'failed' : done.status,
      outcomeOf(done),
      file.name,
      new Date(mode.clock()),
    );

  if (await isSameAsLastRun(handle.db, importer, sha256)) {
    const unchanged = finished({});
    if (!mode.dryRun) await close(handle.db, await startRun(handle.db, run), unchanged);
    return unchanged;
  }

  let parsed: Parsed<Rows> | null = null;
  let checks: readonly Check[] = [];
  let counts: ImportCounts = {};
  const result = (status: ImportReport['status']) =>
    finished({
      status,
      checks,
      counts,
      ...(parsed === null ? {} : { parsed: withoutRows(parsed) }),
    });
  try {
    options.onProgress('lecture');
    parsed = await importSource.parse(file, handle.db, options);
    const read = parsed;
    await handle.db.transaction(async (tx) => {
      await upsertRows(tx, sourceTable, sourceTable.id, [{ ...origin, date: read.asOf }]);
      options.onProgress('préparation');
      await importSource.stage(tx, read, options);
      options.onProgress('contrôles');
      checks = await importSource.check(tx, read, options);
      if (checks.some(({ passed }) => !passed)) throw new RollBack();
      options.onProgress('mise en service');
      counts = await importSource.swap(tx, read, options);
      if (mode.dryRun) throw new RollBack();
      await announceChange(tx, importer);
      await close(tx, await startRun(tx, run), result('done'));
    });
    return result('done');
  } catch (error) {
    if (error instanceof RollBack) {
      if (mode.dryRun && checks.every(({ passed }) => passed)) return result('dry_run');
    } else if (mode.dryRun) {
      throw error;
    }
    const failed = result('failed');
    const said = error instanceof AppError ? error.message : null;
    if (!mode.dryRun) {
      const runId = await startRun(handle.db, run);
      const outcome = outcomeOf(failed);
      await finishRun(
        handle.db,
        runId,
        'failed',
        { ...outcome, message: said ?? outcome.message },
        file.name,
        new Date(mode.clock()),
      );
    }
    if (error instanceof RollBack) return failed;
    throw error;
  }
}

function importerName<Rows>(
  importSource: ImportSource<Rows>,
  file: ImportFile,
  options: ImportOptions,
): string {
  const feed = importSource.feedOf?.(file, options);
  return feed === undefined ? importSource.name : `${importSource.name}:${feed}`;
}

/** The same file for other territories, or dated otherwise, is another import. */
function fingerprint(file: ImportFile, { territoryCodes, asOf }: ImportOptions): string {
  if (territoryCodes.length === 0 && asOf === null) return file.sha256;
  return createHash('sha256')
    .update(JSON.stringify([file.sha256, [...territoryCodes].sort(), asOf]))
    .digest('hex');
}

function withoutRows({ rows: _, ...rest }: Parsed<unknown>): ImportReport['parsed'] {
  return rest;
}

function outcomeOf(report: ImportReport): RunOutcome {
  const { readCount, rejects } = report.parsed;
  const failures = report.checks.filter(({ passed }) => !passed);
  return {
    readCount,
    keptCount: readCount - rejects.length,
    rejects,
    changed: report.status === 'done',
    message:
      failures.length > 0
        ? failures.map(({ label, detail }) => `${label} : ${detail}`).join(' ; ')
        : [
            report.sourceName,
            report.licence,
            report.parsed.asOf === null ? null : `données de ${report.parsed.asOf}`,
            ...Object.entries(report.counts).map(([what, count]) => `${what} : ${count}`),
            `${report.durationMs} ms`,
          ]
            .filter((part) => part !== null)
            .join(' · '),
  };
}
