// What was found the last time some bytes said this? Known by their bytes: no text is made to look it up.

import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';

const BETWEEN = 0x7c;
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

const USUAL_MOST = 1 << 13;
/** Bytes of keys. */
const MOST_BYTES = 1 << 22;

/** A key is begun, written piece by piece, then looked up; what it was not known to say may be kept. */
export class ByteMemo<Value extends object> {
  readonly #most: number;
  readonly #slots: Int32Array;
  readonly #keyEnds: Int32Array;
  readonly #values: Value[] = [];
  #keys = new Uint8Array(1 << 12);
  /** Of the key being written, after those that are kept. */
  #start = 0;
  #end = 0;
  #hash = BASIS;
  #slot = 0;

  /** `most`, a power of two: so many are remembered; then all are forgotten and it starts anew. */
  constructor(most = USUAL_MOST) {
    this.#most = most;
    this.#slots = new Int32Array(2 * most);
    this.#keyEnds = new Int32Array(most + 1);
  }

  begin(): void {
    const { length } = this.#values;
    const isFull = length === this.#most || (this.#keyEnds[length] ?? 0) > MOST_BYTES;
    if (isFull) {
      this.#slots.fill(0);
      this.#values.length = 0;
    }
    this.#start = isFull ? 0 : (this.#keyEnds[length] ?? 0);
    this.#end = this.#start;
    this.#hash = BASIS;
  }

  /** These bytes, and a mark after them. */
  add(block: Uint8Array, from: number, to: number, mark = BETWEEN): void {
    const room = this.#end + Math.max(0, to - from) + 1;
    if (room > this.#keys.length) this.#keys = grown(this.#keys, room);
    const keys = this.#keys;
    let hash = this.#hash;
    let end = this.#end;
    for (let at = from; at < to; at++) {
      const byte = block[at] ?? 0;
      keys[end++] = byte;
      hash = Math.imul(hash ^ byte, PRIME);
    }
    keys[end++] = mark;
    this.#hash = Math.imul(hash ^ mark, PRIME);
    this.#end = end;
  }

  find(): Value | undefined {
    const slots = this.#slots;
    let slot = (this.#hash ^ (this.#hash >>> 15)) & (slots.length - 1);
    for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
      if (this.#isSame(index - 1)) return this.#values[index - 1];
      slot = (slot + 1) & (slots.length - 1);
    }
    this.#slot = slot;
    return undefined;
  }

  /** What the key just looked up, and not found, says. */
  keep(value: Value): Value {
    this.#values.push(value);
    this.#keyEnds[this.#values.length] = this.#end;
    this.#slots[this.#slot] = this.#values.length;
    return value;
  }

  #isSame(index: number): boolean {
    const keys = this.#keys;
    const end = this.#end;
    const from = this.#start;
    let known = this.#keyEnds[index] ?? 0;
    if ((this.#keyEnds[index + 1] ?? 0) - known !== end - from) return false;
    for (let at = from; at < end; at++) if (keys[at] !== keys[known++]) return false;
    return true;
  }
}

/** What `find` says of a row, which must say the same of rows that have the same in these places. */
export function rememberByFields<Value extends object>(
  places: readonly number[],
  find: (row: ByteRow) => Value,
  most = USUAL_MOST,
): (row: ByteRow) => Value {
  const memo = new ByteMemo<Value>(most);
  return (row) => {
    memo.begin();
    for (const place of places) memo.add(row.block, row.start(place), row.end(place));
    return memo.find() ?? memo.keep(find(row));
  };
}

function grown(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(size, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
