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
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let lineCount = 0;
  let isFirst = true;
  const decodeBlock = (bytes: Buffer): string => {
    const text = decodeLines(isFirst ? withoutMark(bytes, name) : bytes);
    isFirst = false;
    return text;
  };
  for await (const chunk of inPieces(content)) {
    const end = chunk.lastIndexOf(NEW_LINE) + 1;
    if (end > 0) {
      const block = Buffer.concat([...waiting, chunk.subarray(0, end)]);
      if (block.indexOf(NEW_LINE) > LONGEST_LINE_BYTES) throw tooLong(name, lineCount + 1);
      const text = decodeBlock(block);
      lineCount += countLines(block);
      yield text;
      waiting = [];
      waitingBytes = 0;
    }
    if (end < chunk.length) waiting.push(chunk.subarray(end));
    waitingBytes += chunk.length - end;
    if (waitingBytes > LONGEST_LINE_BYTES) throw tooLong(name, lineCount + 1);
  }
  if (waitingBytes > 0) yield decodeBlock(Buffer.concat(waiting));
}

async function* inPieces(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    for (let start = 0; start < chunk.length; start += BLOCK_BYTES) {
      yield chunk.subarray(start, start + BLOCK_BYTES);
    }
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

function withoutMark(bytes: Buffer, name: string): Buffer {
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
