// How is a JSON document larger than a string read, one element of its lists at a time, here or by others?

import {
  type Piece,
  parseAt,
  type SplitOptions,
  Splitter,
} from '#seeds/sources/finess/json-splitter.ts';

/** `list` is the key of the document's list (« pmej »); `position` is 1-based in it. */
export type Element = { list: string; position: number; value: unknown };

/** Whole elements of one list, one after the other in `bytes`: each starts where the one before ends. */
export type ElementBlock = {
  bytes: Uint8Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  fileName: string;
  list: string;
  /** Of the first one. */
  position: number;
  /** Bytes of the document before the last of the block were read: for messages. */
  doneBytes: number;
};

/** Throws `bad_import` for a document that is cut, or is no JSON. */
export async function* splitElements(
  chunks: AsyncIterable<Buffer>,
  options: SplitOptions,
): AsyncGenerator<Element> {
  const splitter = new Splitter(options);
  for await (const chunk of chunks) {
    splitter.take(chunk);
    for (let found = splitter.next(); found !== null; found = splitter.next()) {
      const { list, position, parts } = found;
      yield { list, position, value: splitter.parsed(parts) };
    }
    options.onBytes?.(splitter.doneBytes);
  }
  splitter.end();
}

/** The same, for others to read: those that end in each chunk. Throws for a document that is cut. */
export async function* elementBlocks(
  chunks: AsyncIterable<Buffer>,
  options: SplitOptions,
): AsyncGenerator<ElementBlock> {
  const splitter = new Splitter(options);
  const { fileName } = options;
  for await (const chunk of chunks) {
    const { doneBytes } = splitter;
    splitter.take(chunk);
    let pieces: Piece[] = [];
    try {
      for (let found = splitter.next(); found !== null; found = splitter.next()) {
        if (pieces[0] !== undefined && pieces[0].list !== found.list) {
          yield blockOf(pieces, { fileName, doneBytes });
          pieces = [];
        }
        pieces.push(found);
      }
    } catch (fault) {
      // One of those that came before may have a fault too, which is the first then.
      if (pieces.length > 0) yield blockOf(pieces, { fileName, doneBytes });
      throw fault;
    }
    if (pieces.length > 0) yield blockOf(pieces, { fileName, doneBytes });
    options.onBytes?.(splitter.doneBytes);
  }
  splitter.end();
}

function blockOf(
  pieces: readonly Piece[],
  said: Pick<ElementBlock, 'fileName' | 'doneBytes'>,
): ElementBlock {
  const ends = new Int32Array(pieces.length);
  let size = 0;
  for (const [at, { parts }] of pieces.entries()) {
    for (const part of parts) size += part.length;
    ends[at] = size;
  }
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const { parts } of pieces) {
    for (const part of parts) {
      bytes.set(part, filled);
      filled += part.length;
    }
  }
  return { bytes, ends, list: pieces[0]?.list ?? '', position: pieces[0]?.position ?? 0, ...said };
}

/** The elements of a block, in order. Throws `bad_import` for one that is no JSON. */
export function* readBlock(block: ElementBlock): Generator<Element> {
  const bytes = Buffer.from(block.bytes.buffer);
  let start = 0;
  for (const [at, end] of block.ends.entries()) {
    const position = block.position + at;
    const text = bytes.toString('utf8', start, end);
    yield { list: block.list, position, value: parseAt(text, { ...block, position }) };
    start = end;
  }
}
