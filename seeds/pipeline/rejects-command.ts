// `npm run import -- rejects [RUN|SOURCE] [--out FILE]`: which rows were refused, and why, as CSV?

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { and, asc, desc, eq, gt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { importReject, importRun } from '#db/schema/provenance.ts';
import { CSV_MARK, csvLine } from '#domain/csv-text.ts';
import { AppError } from '#domain/error.ts';

const ROWS_PER_PAGE = 5_000;
const USAGE =
  'Utilisation : npm run import -- rejects [NUMÉRO D’IMPORT | SOURCE] [--out FICHIER.csv]';

type Run = { id: number; importer: string; startedAt: Date; rejectedCount: number };

/** Without `--out`, the table is what the command writes. */
export async function rejectsCommand(
  { db }: DatabaseHandle,
  words: readonly string[],
): Promise<boolean> {
  const { which, out } = readWords(words);
  const run = await findRun(db, which);
  const rows = Readable.from(csvOf(db, run.id));
  if (out === null) {
    await pipeline(rows, process.stdout, { end: false });
    return true;
  }
  await pipeline(rows, createWriteStream(out)).catch((cause: unknown) => {
    throw new AppError('bad_request', `Le fichier « ${out} » ne peut pas être écrit.`, { cause });
  });
  const day = run.startedAt.toLocaleDateString('fr-FR');
  console.log(
    `${run.rejectedCount} lignes refusées par l’import ${run.id} (${run.importer}, ${day}) : ${out}`,
  );
  return true;
}

function readWords(words: readonly string[]): { which: string | null; out: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [which = null, extra] = positionals;
    if (extra === undefined) return { which, out: values.out ?? null };
  } catch (cause) {
    throw new AppError('bad_request', USAGE, { cause });
  }
  throw new AppError('bad_request', USAGE);
}

async function findRun(db: Database, which: string | null): Promise<Run> {
  const [run] = await db
    .select({
      id: importRun.id,
      importer: importRun.importer,
      startedAt: importRun.startedAt,
      rejectedCount: importRun.rejectedCount,
    })
    .from(importRun)
    .where(conditionOf(which))
    .orderBy(desc(importRun.id))
    .limit(1);
  if (run !== undefined) return run;
  const said =
    which === null ? 'Aucun import dans le journal.' : `Aucun import « ${which} » dans le journal.`;
  throw new AppError('not_found', `${said}\n${USAGE}`);
}

/** A number names a run; a word, the last run of a source that read a file. */
function conditionOf(which: string | null): SQL | undefined {
  const hasRead = ne(importRun.status, 'unchanged');
  if (which === null) return hasRead;
  if (/^\d{1,9}$/.test(which)) return eq(importRun.id, Number(which));
  const isSource = or(
    eq(importRun.importer, which),
    sql`split_part(${importRun.importer}, ':', 1) = ${which}`,
  );
  return and(hasRead, isSource);
}

async function* csvOf(db: Database, runId: number): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(['Fichier', 'Ligne', 'Colonne', 'Valeur', 'Motif']);
  for (let last = -1; ; ) {
    const rows = await db
      .select()
      .from(importReject)
      .where(and(eq(importReject.runId, runId), gt(importReject.position, last)))
      .orderBy(asc(importReject.position))
      .limit(ROWS_PER_PAGE);
    yield rows
      .map(({ file, line, field, value, reason }) => csvLine([file, line, field, value, reason]))
      .join('');
    const end = rows.at(-1);
    if (end === undefined || rows.length < ROWS_PER_PAGE) return;
    last = end.position;
  }
}
