// What does each row of this table say? CSV and its cousins, as a stream, at the speed of a COPY.

import { AppError } from '#domain/error.ts';
import { allFields, emptyFile, isBlankRow, noRow, rowOf } from '#seeds/pipeline/delimited-rows.ts';
import { type Header, matchHeader, refuseOtherFormats } from '#seeds/pipeline/match-header.ts';
import { type ContentOptions, openContent } from '#seeds/pipeline/open-content.ts';
import { FieldScanner, type ScannedBlock } from '#seeds/pipeline/scan-fields.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { LONGEST_LINE_BYTES, textBlocks } from '#seeds/pipeline/text-blocks.ts';

export type DelimitedOptions = {
  delimiter: ',' | ';' | '|' | '\t';
  /** Quotes as in RFC 4180; false: a quote is a character like others. */
  quoted: boolean;
  /** Logical name → accepted header spellings, compared without accents, case, punctuation. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Logical names that may be missing from the header. */
  optional?: readonly string[];
  /** No header line: the logical names by position, '' for a column of no use. */
  headless?: readonly string[];
  /** True: a row may stop early, its last fields are empty. False: it is a fault. */
  ragged?: boolean;
  /** True: a header and nothing under it is a table like others. */
  mayBeEmpty?: boolean;
  /** Which file of an archive. */
  choose?: NonNullable<ContentOptions['choose']>;
};

/**
 * `line` is that of the file, 1 for the header. `get` answers the field without the blanks around
 * it, '' when absent, until the next row is asked for; what it answers holds its whole block in memory:
 * do not keep many of them.
 */
export type DelimitedRow = { line: number; get: (name: string) => string };

/** Throws `bad_import` when the file is not such a table; `onFault` hears of rows left out. */
export async function* readDelimited(
  file: ImportFile,
  options: DelimitedOptions,
  onFault: (reject: Reject) => void,
  onBytes?: (done: number) => void,
): AsyncGenerator<DelimitedRow> {
  for await (const rows of readDelimitedBatches(file, options, onFault, onBytes)) yield* rows;
}

/** The same, a block at a time, to read whole before the next: half the cost for files of millions of rows. */
export async function* readDelimitedBatches(
  file: ImportFile,
  options: DelimitedOptions,
  onFault: (reject: Reject) => void,
  onBytes?: (done: number) => void,
): AsyncGenerator<Iterable<DelimitedRow>> {
  const { choose, headless } = options;
  let header: Header | null = headless === undefined ? null : headerOf(headless);
  let lineCount = 0;
  let rowCount = 0;
  const content = openContent(file, {
    ...(choose === undefined ? {} : { choose }),
    ...(onBytes === undefined ? {} : { onBytes }),
  });
  /** One at a time, so that none outlives its reading: thousands at once are costly to collect. */
  function* rowsOf(block: ScannedBlock): Generator<DelimitedRow> {
    const firstLine = lineCount + 1;
    lineCount += block.lineCount;
    for (const scanned of block.rows) {
      const line = firstLine + scanned.line;
      if (isBlankRow(block, scanned)) continue;
      if (header === null) {
        header = matchHeader(file.name, line, allFields(block, scanned), options);
        continue;
      }
      rowCount += 1;
      const row = rowOf(block, scanned, { line, header, ragged: options.ragged }, onFault);
      if (row !== null) yield row;
    }
  }
  for await (const block of scanBlocks(textBlocks(content, file.name), file.name, options)) {
    yield rowsOf(block);
  }
  if (header === null) throw emptyFile(file.name);
  if (rowCount === 0 && options.mayBeEmpty !== true) throw noRow(file.name);
}

async function* scanBlocks(
  blocks: AsyncIterable<string>,
  name: string,
  { delimiter, quoted }: DelimitedOptions,
): AsyncGenerator<ScannedBlock> {
  const scanner = new FieldScanner(delimiter);
  let waiting = '';
  let lineCount = 0;
  let isFirst = true;
  for await (const text of blocks) {
    if (isFirst) refuseOtherFormats(name, text);
    isFirst = false;
    if (!quoted) {
      yield scanner.plain(text);
      continue;
    }
    const block = scanner.quoted(waiting + text, false);
    lineCount += block.lineCount;
    waiting = block.text.slice(block.restAt);
    if (waiting.length > LONGEST_LINE_BYTES) throw neverClosed(name, lineCount + 1);
    yield block;
  }
  if (waiting === '') return;
  // A file cut in the middle of its last row loses that row; a quote too many would lose the rest.
  if (waiting.split('\n', LONGEST_CUT_LINES + 1).length > LONGEST_CUT_LINES) {
    throw neverClosed(name, lineCount + 1);
  }
  yield scanner.quoted(waiting, true);
}

const LONGEST_CUT_LINES = 100;

function neverClosed(name: string, line: number): AppError {
  return new AppError(
    'bad_import',
    `« ${name} », ligne ${line} : un guillemet est ouvert et jamais fermé.`,
  );
}

function headerOf(names: readonly string[]): Header {
  const known = names.flatMap((name, position): [string, number][] =>
    name === '' ? [] : [[name, position]],
  );
  return { positions: new Map(known), width: names.length };
}
