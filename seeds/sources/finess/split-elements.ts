// How is a JSON document larger than a string read, one element of its lists at a time, here or by others?

import { keptText, parseAt, type Span } from '#seeds/sources/finess/json-span.ts';
import { type Piece, type SplitOptions, Splitter } from '#seeds/sources/finess/json-splitter.ts';

/** `list` is the key of the document's list (« pmej »); `position` is 1-based in it. */
export type Element = { list: string; position: number; value: unknown };

/** Whole elements of one list: where each of them starts and ends in `bytes`, and what is left out of them. */
export type ElementBlock = {
  bytes: Uint8Array<ArrayBuffer>;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  /** As those of a `Span`, of all elements in order. */
  holes: Int32Array<ArrayBuffer>;
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
      const { list, position } = found;
      yield { list, position, value: splitter.parsed(found) };
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
    const said = { fileName, doneBytes };
    let pieces: Piece[] = [];
    try {
      for (let found = splitter.next(); found !== null; found = splitter.next()) {
        if (pieces[0] !== undefined && pieces[0].list !== found.list) {
          yield blockOf(splitter.bytes.slice(), pieces, said);
          pieces = [];
        }
        pieces.push(found);
      }
    } catch (fault) {
      // One of those that came before may have a fault too, which is the first then.
      if (pieces.length > 0) yield blockOf(splitter.bytes, pieces, said);
      throw fault;
    }
    if (pieces.length > 0) yield blockOf(splitter.bytes, pieces, said);
    options.onBytes?.(splitter.doneBytes);
  }
  splitter.end();
}

function blockOf(
  bytes: Uint8Array<ArrayBuffer>,
  pieces: readonly Piece[],
  said: Pick<ElementBlock, 'fileName' | 'doneBytes'>,
): ElementBlock {
  return {
    bytes,
    starts: Int32Array.from(pieces, ({ start }) => start),
    ends: Int32Array.from(pieces, ({ end }) => end),
    holes: Int32Array.from(pieces.flatMap(({ holes }) => holes)),
    list: pieces[0]?.list ?? '',
    position: pieces[0]?.position ?? 0,
    ...said,
  };
}

/** Where the elements of a block are, in order. */
export function* spansOf({ starts, ends, holes }: ElementBlock): Generator<Span> {
  let hole = 0;
  for (const [at, end] of ends.entries()) {
    const first = hole;
    while (hole < holes.length && (holes[hole] ?? end) < end) hole += 2;
    yield { start: starts[at] ?? end, end, holes: [...holes.subarray(first, hole)] };
  }
}

/** The elements of a block, in order. Throws `bad_import` for one that is no JSON. */
export function* readBlock(block: ElementBlock): Generator<Element> {
  let { position } = block;
  for (const span of spansOf(block)) {
    const value = parseAt(keptText(block.bytes, span), { ...block, position });
    yield { list: block.list, position, value };
    position += 1;
  }
}
