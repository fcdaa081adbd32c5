// Which activities of the extract become practices? One pass over millions of rows, a person at a time.

import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { noRow } from '#seeds/pipeline/delimited-rows.ts';
import { loadOppositionFacts } from '#seeds/pipeline/opposition.ts';
import { openPlainTable, type PlainTable } from '#seeds/pipeline/plain-blocks.ts';
import { readInThreads, threadsFor } from '#seeds/pipeline/read-in-threads.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import {
  type ActivityFacts,
  type ActivityLines,
  readActivityLines,
} from '#seeds/sources/rpps/activity-lines.ts';
import {
  DELIMITER,
  isActivityFile,
  OPTIONAL_COLUMNS,
  RPPS_COLUMNS,
} from '#seeds/sources/rpps/columns.ts';
import { loadCommuneFacts } from '#seeds/sources/rpps/commune-codes.ts';
import type { OpposedRead } from '#seeds/sources/rpps/keep-activity.ts';
import { createNumberSet } from '#seeds/sources/rpps/number-set.ts';
import { mergeByStructure, type Person } from '#seeds/sources/rpps/persons.ts';

export type ActivitiesRead = OpposedRead & {
  rowCount: number;
  /** Rows of activities kept, before those of one person and structure are made one. */
  keptCount: number;
  /** Those copied, one a person and structure that follow each other. */
  practiceCount: number;
  /** True: the rows of one person do not follow each other, so that two practices may be one. */
  isScattered: boolean;
};

/**
 * Lines of `STAGED_COLUMNS`, to copy. What is counted in `read` is complete once all are read. Asks the
 * database before the first line only: its connection is busy with the copy then.
 */
export async function openActivities(
  context: ImportContext,
  read: ActivitiesRead,
): Promise<AsyncGenerator<Uint8Array<ArrayBuffer>>> {
  const { tx, file, onProgress, territoryCodes, asOf } = context;
  const facts = {
    communes: await loadCommuneFacts(tx, asOf),
    wanted: (await loadWanted(tx, territoryCodes))?.insees ?? null,
    opposition: await loadOppositionFacts(tx),
  };
  const table = await openPlainTable(
    file,
    {
      delimiter: DELIMITER,
      columns: RPPS_COLUMNS,
      optional: OPTIONAL_COLUMNS,
      choose: isActivityFile,
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  return readActivities(
    context,
    table,
    { ...facts, header: table.header },
    {
      read,
      threads: threadsFor(file),
    },
  );
}

/** `read` is filled as it goes. */
export async function* readActivities(
  { file, reject }: Pick<ImportContext, 'file' | 'reject'>,
  { blocks, lineCount, giveBack }: Pick<PlainTable, 'blocks' | 'lineCount' | 'giveBack'>,
  start: ActivityFacts,
  { read, threads }: { read: ActivitiesRead; threads: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const answers = readInThreads(blocks, {
    entry: new URL('./activity-thread.ts', import.meta.url),
    reader: readActivityLines,
    start,
    threads,
    onRead: giveBack,
  });
  const persons = joinPersons(read);
  let linesBefore = lineCount;
  for await (const answer of answers) {
    for (const refused of answer.rejects) {
      reject({ ...refused, line: linesBefore + (refused.line ?? 0) });
    }
    linesBefore += answer.lineCount;
    read.rowCount += answer.rowCount;
    read.keptCount += answer.keptCount;
    read.opposedCount += answer.opposedCount;
    read.opposedNames.push(...answer.opposedNames);
    yield* persons.add(answer);
  }
  yield persons.end();
  if (read.rowCount === 0) throw noRow(file.name);
}

/** Whoever ends a block and begins the next is one person, whose practices are written then. */
function joinPersons(read: ActivitiesRead) {
  const seen = createNumberSet();
  let open: Person | null = null;

  const meet = (number: number): void => {
    if (!seen.add(number)) read.isScattered = true;
  };
  const end = (): Uint8Array<ArrayBuffer> => {
    const merged = mergeByStructure(open?.activities ?? []);
    read.practiceCount += merged.length;
    return new TextEncoder().encode(merged.map(({ line }) => line).join(''));
  };
  function* add(answer: ActivityLines): Generator<Uint8Array<ArrayBuffer>> {
    const { first, last, lines, numbers } = answer;
    if (first === null) return;
    if (open !== null && open.rpps === first.rpps) {
      open.activities.push(...first.activities);
    } else {
      yield end();
      open = first;
      meet(first.rpps);
    }
    if (last === null) return;
    yield end();
    yield lines;
    read.practiceCount += answer.practiceCount;
    for (const number of numbers) meet(number);
    open = last;
    meet(last.rpps);
  }
  return { add, end };
}
