// Which identifiers has a table of a feed, each with the number it is known under?

import { FieldView } from '#seeds/pipeline/field-view.ts';
import { ownText } from '#seeds/pipeline/own-text.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';

export const NONE = -1;

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const FIRST_CODES = 1 << 12;
const FIRST_IDS = 1 << 8;

/**
 * Numbered from 0, in the order of the file. Known by their characters: no text is made to look one up, nor kept of
 * each of a hundred thousand.
 */
export class Ids {
  size = 0;
  #codes = new Uint16Array(FIRST_CODES);
  /** The same memory. */
  #bytes = Buffer.from(this.#codes.buffer);
  #ends = new Int32Array(FIRST_IDS);
  /** At the place of its hash, or at the next one free: its number, from 1 on. Half of them at most are taken. */
  #slots = new Int32Array(2 * FIRST_IDS);

  /** `NONE` when it is not there. */
  find(field: FieldView): number {
    return (this.#slots[this.#slotOf(field)] ?? 0) - 1;
  }

  has(text: string): boolean {
    return this.find(FieldView.of(text)) !== NONE;
  }

  isAt(number: number, field: FieldView): boolean {
    return field.isSame(this.#codes, this.#start(number), this.#ends[number] ?? 0);
  }

  /** Its number; `NONE` when it is there already. */
  add(field: FieldView): number {
    if (this.size === this.#ends.length) this.#growIds();
    const slot = this.#slotOf(field);
    if (this.#slots[slot] !== 0) return NONE;
    const number = this.size;
    const start = this.#start(number);
    const end = start + field.to - field.from;
    if (end > this.#codes.length) this.#growCodes(end);
    for (let at = start, from = field.from; at < end; at++, from++) {
      this.#codes[at] = field.codes[from] ?? 0;
    }
    this.#ends[number] = end;
    this.size += 1;
    this.#slots[slot] = this.size;
    return number;
  }

  text(number: number): string {
    return this.#bytes.toString('utf16le', 2 * this.#start(number), 2 * (this.#ends[number] ?? 0));
  }

  #start(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  /** Where it is, or would be. */
  #slotOf(field: FieldView): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = hashOf(field.codes, field.from, field.to) & last;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === NONE || this.isAt(number, field)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #growCodes(least: number): void {
    const larger = new Uint16Array(Math.max(least, 2 * this.#codes.length));
    larger.set(this.#codes);
    this.#codes = larger;
    this.#bytes = Buffer.from(larger.buffer);
  }

  #growIds(): void {
    const larger = new Int32Array(2 * this.#ends.length);
    larger.set(this.#ends);
    this.#ends = larger;
    const slots = new Int32Array(2 * larger.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = hashOf(this.#codes, this.#start(number), larger[number] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(codes: Uint16Array, from: number, to: number): number {
  let hash = BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), PRIME);
  return hash ^ (hash >>> 15);
}

/** Lets an identifier through the first time only. */
export function once(column: string): (id: string) => string {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) throw duplicate(column, id);
    seen.add(ownText(id));
    return id;
  };
}

/** Numbers the identifier of a row; lets it through the first time only. */
export function register(ids: Ids, row: RowReader, column: string): string {
  const id = row.text(column);
  if (ids.add(row.cell(column)) === NONE) throw duplicate(column, id);
  return id;
}

/** The number of the identifier a cell names, row after row. `file`: where it should stand. */
export function numbered(column: string, ids: Ids, file: string): (row: RowReader) => number {
  let last = NONE;
  return (row) => {
    const cell = row.cell(column);
    // Rows that name the same one most often stand together.
    if (last !== NONE && ids.isAt(last, cell)) return last;
    last = ids.find(cell);
    if (last !== NONE) return last;
    const id = row.text(column);
    const reason = `identifiant absent de ${file}, ou refusé`;
    throw new RowFault('foreign_key_violation', column, id, reason);
  };
}

export function duplicate(column: string, id: string): RowFault {
  return new RowFault('duplicate_key', column, id, 'identifiant déjà vu plus haut');
}
