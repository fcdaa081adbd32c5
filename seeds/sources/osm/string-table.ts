// Which text does each number of a block stand for? Read only when asked: most are never needed.

import { PbfReader } from 'pbf';

export class StringTable {
  readonly #bytes: Uint8Array;
  readonly #texts: (string | undefined)[] = [];
  /** Entry i goes from `#bounds[2 i]` to `#bounds[2 i + 1]` excluded; null until it is needed. */
  #bounds: number[] | null = null;

  /** The bytes of one StringTable message. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  text(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const bounds = this.#readBounds();
    const [start, end] = [bounds[2 * index], bounds[2 * index + 1]];
    if (start === undefined) throw new RangeError(`No string ${index} in this block`);
    const text = decoder.decode(this.#bytes.subarray(start, end));
    this.#texts[index] = text;
    return text;
  }

  /** The numbers of these texts in this block; those absent from it are left out. */
  numbersOf(texts: readonly string[]): Set<number> {
    const wanted = texts.map((text) => encoder.encode(text));
    const bounds = this.#readBounds();
    const numbers = new Set<number>();
    for (let index = 0; 2 * index < bounds.length; index++) {
      const [start = 0, end = 0] = [bounds[2 * index], bounds[2 * index + 1]];
      if (wanted.some((word) => this.#holds(word, start, end))) numbers.add(index);
    }
    return numbers;
  }

  #holds(word: Uint8Array, start: number, end: number): boolean {
    if (word.length !== end - start) return false;
    for (let i = 0; i < word.length; i++) if (word[i] !== this.#bytes[start + i]) return false;
    return true;
  }

  #readBounds(): number[] {
    if (this.#bounds !== null) return this.#bounds;
    const bounds: number[] = [];
    const pbf = new PbfReader(this.#bytes);
    for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
      if (field !== 1) continue;
      const length = pbf.readVarint();
      bounds.push(pbf.pos, pbf.pos + length);
      pbf.pos += length;
    }
    if (pbf.pos > this.#bytes.length) throw new RangeError('The block ends within its texts');
    this.#bounds = bounds;
    return bounds;
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
