// Which text do these bytes hold? Whole lines at a time, in UTF-8; old tools write Windows-1252.

import { isUtf8 } from 'node:buffer';
import { AppError } from '#domain/error.ts';
import { refuseUtf16 } from '#seeds/pipeline/other-format.ts';

/** No honest line of a table is so long. */
export const LONGEST_LINE_BYTES = 10_000_000;

/** What is cut from a block lives as long as it: a small one is gone before it is costly to collect. */
const BLOCK_BYTES = 1 << 16;

const NEW_LINE = 10;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const windows1252 = new TextDecoder('windows-1252');

/**
 * Each block ends where a line ends, the last one where the file ends. Throws `bad_import` for UTF-16
 * and for a line past the limit; `name` is that of the file.
 */
export async function* textBlocks(
  content: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<string> {
  const memory = new BlockMemory();
  for await (const bytes of lineBlocks(content, name, { blockBytes: BLOCK_BYTES, memory })) {
    const text = decodeLines(bytes);
    memory.giveBack(bytes);
    yield text;
  }
}

/**
 * The same, as bytes in memory of their own, for `textsOf` to decode elsewhere. A chunk of the content may be
 * gone once the next is asked for.
 */
export async function* lineBlocks(
  content: AsyncIterable<Buffer>,
  name: string,
  { blockBytes, memory }: { blockBytes: number; memory: BlockMemory },
): AsyncGenerator<Buffer<ArrayBuffer>> {
  let block = memory.take(blockBytes);
  let size = 0;
  let lineCount = 0;
  let isFirst = true;
  const taken = (end: number): Buffer<ArrayBuffer> => {
    const whole = block.subarray(0, end);
    lineCount += countLines(whole);
    const lines = isFirst ? withoutMark(whole, name) : whole;
    isFirst = false;
    return lines;
  };
  for await (const chunk of content) {
    for (let start = 0; start < chunk.length; ) {
      const copied = chunk.copy(block, size, start);
      start += copied;
      size += copied;
      if (size < block.length) break;
      const end = block.lastIndexOf(NEW_LINE) + 1;
      if (end === 0 && size > LONGEST_LINE_BYTES) throw tooLong(name, lineCount + 1);
      const larger = Math.min(2 * block.length, LONGEST_LINE_BYTES + 1);
      const next = memory.take(end === 0 ? larger : Math.max(blockBytes, size - end));
      size = block.copy(next, 0, end);
      if (end > 0) yield taken(end);
      else memory.giveBack(block);
      block = next;
    }
  }
  if (size > 0) yield taken(size);
}

/** A block of `lineBlocks` as texts, each of whole lines and short. */
export function* textsOf(block: Buffer): Generator<string> {
  for (let start = 0; start < block.length; ) {
    const last = block.lastIndexOf(NEW_LINE, start + BLOCK_BYTES - 1);
    const found = last >= start ? last : block.indexOf(NEW_LINE, start + BLOCK_BYTES);
    const end = found === -1 ? block.length : found + 1;
    yield decodeLines(block.subarray(start, end));
    start = end;
  }
}

/** Blocks whose bytes are read no more, to write others in: to have memory for each would be collected all the time. */
export class BlockMemory {
  readonly #spare: ArrayBuffer[] = [];

  giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
    this.#spare.push(buffer);
  }

  take(size: number): Buffer<ArrayBuffer> {
    const spare = this.#spare.pop();
    const isEnough = spare !== undefined && spare.byteLength >= size;
    return Buffer.from(isEnough ? spare : new ArrayBuffer(size), 0, size);
  }
}

function tooLong(name: string, line: number): AppError {
  return new AppError(
    'bad_import',
    `« ${name} », ligne ${line}, colonne 1 : plus de ${LONGEST_LINE_BYTES} octets sans fin de ligne ; ce n’est pas un tableau.`,
  );
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) count++;
  return count;
}

function withoutMark(bytes: Buffer<ArrayBuffer>, name: string): Buffer<ArrayBuffer> {
  refuseUtf16(bytes, name);
  return bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
}

/** One faulty line does not change how its neighbours are read. */
function decodeLines(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? line.toString('utf8') : windows1252.decode(line);
    start = end;
  }
  return text;
}
