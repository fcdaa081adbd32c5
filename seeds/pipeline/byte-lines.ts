// How are rows written as bytes to copy, when most of their fields are bytes of the file?

import { copyLine } from '#db/copy-line.ts';
import type { CopyValue } from '#db/database.ts';
import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';

const BACKSLASH = 0x5c;
const TAB = 9;
const NEW_LINE = 10;
const RETURN = 13;
const ZERO = 0x30;
const LARGEST_INT = 2 ** 31 - 1;
const INT_DIGITS = 10;

/** These columns, one after the other, as `copyLine` writes them. */
export function columnBytes(...values: readonly CopyValue[]): Uint8Array {
  const line = Buffer.from(copyLine(values));
  return line.subarray(0, line.length - 1);
}

/** Up to so many, a call costs more than to copy them one by one. */
const FEW_BYTES = 32;

const NULL = columnBytes(null);

export class ByteLines {
  #bytes = Buffer.from(new ArrayBuffer(1 << 16));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** What was written is not longer than that. */
  cutAt(size: number): void {
    this.#size = size;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#size++] = byte;
  }

  nextColumn(): void {
    this.byte(TAB);
  }

  endLine(): void {
    this.byte(NEW_LINE);
  }

  /** Already as COPY wants them. */
  raw(bytes: Uint8Array): void {
    const { length } = bytes;
    this.#reserve(length);
    const out = this.#bytes;
    const size = this.#size;
    if (length > FEW_BYTES) out.set(bytes, size);
    else for (let at = 0; at < length; at++) out[size + at] = bytes[at] ?? 0;
    this.#size = size + length;
  }

  /** What was written from one place to another, once more. */
  again(start: number, end: number): void {
    this.#reserve(end - start);
    const out = this.#bytes;
    let size = this.#size;
    for (let at = start; at < end; at++) out[size++] = out[at] ?? 0;
    this.#size = size;
  }

  /** A whole number, as `value` writes it. */
  whole(number: number): void {
    if (number < 0 || number > LARGEST_INT) {
      this.value(number);
      return;
    }
    this.#reserve(INT_DIGITS);
    const out = this.#bytes;
    let end = this.#size + 1;
    for (let power = 10; power <= number; power *= 10) end += 1;
    let rest = number | 0;
    for (let at = end - 1; at >= this.#size; at--) {
      // In whole numbers all along: to divide with a fraction costs more than all else.
      const tens = (rest / 10) | 0;
      out[at] = ZERO + rest - 10 * tens;
      rest = tens;
    }
    this.#size = end;
  }

  value(value: CopyValue): void {
    const line = copyLine([value]);
    this.#reserve(3 * line.length);
    this.#size += this.#bytes.write(line, this.#size) - 1;
  }

  field(row: ByteRow, place: number): void {
    const { block } = row;
    const start = row.start(place);
    const end = row.end(place);
    this.#reserve(2 * Math.max(0, end - start));
    const out = this.#bytes;
    let size = this.#size;
    for (let at = start; at < end; at++) {
      const byte = block[at] ?? 0;
      if (byte === BACKSLASH || byte === TAB || byte === RETURN) {
        out[size++] = BACKSLASH;
        out[size++] = byte === TAB ? 0x74 : byte === RETURN ? 0x72 : BACKSLASH;
      } else {
        out[size++] = byte;
      }
    }
    this.#size = size;
  }

  /** Null when it is empty. */
  fieldOrNull(row: ByteRow, place: number): void {
    if (row.isEmpty(place)) this.raw(NULL);
    else this.field(row, place);
  }

  isSame(start: number, end: number, otherStart: number, otherEnd: number): boolean {
    if (end - start !== otherEnd - otherStart) return false;
    for (let at = start, other = otherStart; at < end; at++, other++) {
      if (this.#bytes[at] !== this.#bytes[other]) return false;
    }
    return true;
  }

  text(start: number, end: number): string {
    return this.#bytes.toString('utf8', start, end);
  }

  /** All of them, in memory of their own, which is begun anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#size);
    taken.set(this.#bytes.subarray(0, this.#size));
    this.#size = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#size + more <= this.#bytes.length) return;
    const size = Math.max(this.#size + more, this.#bytes.length * 2);
    const larger = Buffer.from(new ArrayBuffer(size));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
