// How is a table without quotes cut in blocks that threads can read, each knowing its columns?

import { isUtf8 } from 'node:buffer';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';
import { allFields, emptyFile, isBlankRow, rowOf } from '#seeds/pipeline/delimited-rows.ts';
import { type Header, matchHeader, refuseOtherFormats } from '#seeds/pipeline/match-header.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import type { DelimitedOptions } from '#seeds/pipeline/read-delimited.ts';
import { FieldScanner } from '#seeds/pipeline/scan-fields.ts';
import type { ImportFile, Reject } from '#seeds/pipeline/source.ts';
import { BlockMemory, lineBlocks, textsOf } from '#seeds/pipeline/text-blocks.ts';

/** Whole lines. The first ones may be above the rows: those up to the header's. */
export type PlainBlock = { bytes: Uint8Array<ArrayBuffer>; linesAbove: number };

/** `lineCount`: lines before the first block. */
export type PlainTable = {
  header: Header;
  lineCount: number;
  blocks: AsyncGenerator<PlainBlock>;
  /** Once a block is read: others will be written in its memory. */
  giveBack: (block: PlainBlock) => void;
};

const BLOCK_BYTES = 1 << 19;

/** Throws `bad_import` when the file is not such a table. */
export async function openPlainTable(
  file: ImportFile,
  options: Omit<DelimitedOptions, 'quoted' | 'headless' | 'ragged' | 'mayBeEmpty'>,
  onBytes: (done: number) => void,
): Promise<PlainTable> {
  const { choose } = options;
  const chosen = choose === undefined ? {} : { choose };
  const content = openContent(file, { ...chosen, onBytes, chunksPass: true });
  const memory = new BlockMemory();
  const blocks = lineBlocks(content, file.name, { blockBytes: BLOCK_BYTES, memory });
  const scanner = new FieldScanner(options.delimiter);
  let lineCount = 0;
  for (let next = await blocks.next(); next.done !== true; next = await blocks.next()) {
    const bytes = next.value;
    let linesAbove = 0;
    for (const text of textsOf(bytes)) {
      if (lineCount + linesAbove === 0) refuseOtherFormats(file.name, text);
      const block = scanner.plain(text);
      const row = block.rows.find((each) => !isBlankRow(block, each));
      if (row !== undefined) {
        linesAbove += row.line + 1;
        const line = lineCount + linesAbove;
        const header = matchHeader(file.name, line, allFields(block, row), options);
        return {
          ...{ header, lineCount, blocks: blocksFrom({ bytes, linesAbove }, blocks) },
          giveBack: ({ bytes: read }) => memory.giveBack(read),
        };
      }
      linesAbove += block.lineCount;
    }
    lineCount += linesAbove;
  }
  throw emptyFile(file.name);
}

async function* blocksFrom(
  first: PlainBlock,
  others: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<PlainBlock> {
  yield first;
  for await (const bytes of others) yield { bytes, linesAbove: 0 };
}

export type PlainReading = {
  header: Header;
  delimiter: DelimitedOptions['delimiter'];
  /** Lines are counted from 1 at the first of the block. */
  onFault: (reject: Reject) => void;
};

/** Calls back with each row of a block, to be read before the next. Returns how many lines the block has. */
export function readPlainBlock(
  { bytes, linesAbove }: PlainBlock,
  row: ByteRow,
  { header, delimiter, onFault }: PlainReading,
  onRow: (row: ByteRow) => void,
): number {
  const block = inUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  let line = 0;
  for (let from = 0; from < block.length; ) {
    const next = row.scan(block, from);
    line += 1;
    row.line = line;
    if (line > linesAbove) {
      if (row.isFaulty) tellFault(block.toString('utf8', from, next), line);
      else onRow(row);
    }
    from = next;
  }
  return line;

  function tellFault(text: string, at: number): void {
    const scanned = new FieldScanner(delimiter).plain(text);
    const [first] = scanned.rows;
    if (first === undefined || isBlankRow(scanned, first)) return;
    rowOf(scanned, first, { line: at, header }, onFault);
  }
}

function inUtf8(block: Buffer): Buffer {
  return isUtf8(block) ? block : Buffer.from([...textsOf(block)].join(''));
}
