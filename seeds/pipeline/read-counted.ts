// What does each row of this table say, each one counted, faulty ones refused, and the reading told?

import {
  type DelimitedOptions,
  type DelimitedRow,
  readDelimited,
} from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';

/** `counts.read` is complete once all are read. */
export async function* readCounted(
  { file, reject, onProgress }: ImportContext,
  options: DelimitedOptions,
  counts: { read: number },
): AsyncGenerator<DelimitedRow> {
  const rows = readDelimited(
    file,
    options,
    (fault) => {
      counts.read += 1;
      reject(fault);
    },
    (done) => onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const row of rows) {
    counts.read += 1;
    yield row;
  }
}
