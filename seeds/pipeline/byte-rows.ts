// Which bytes of a block are which field of which line? One pass that makes no text: of most rows of a large
// file little is read, or what was read before.

import type { Header } from '#seeds/pipeline/match-header.ts';
import type { DelimitedRow } from '#seeds/pipeline/read-delimited.ts';

const NEW_LINE = 10;
/** Where columns that the file leaves out are read: nothing is ever there. */
const NOWHERE = 0;
const FIRST = 1;

/** Where a `ByteRow` has its logical columns. */
export type Places<Name extends string> = Readonly<Record<Name, number>>;

export function placesOf<Name extends string>(
  names: readonly Name[],
  { positions }: Header,
): Places<Name> {
  const placeOf = (name: Name): number => (positions.get(name) ?? NOWHERE - FIRST) + FIRST;
  return Object.fromEntries(names.map((name) => [name, placeOf(name)])) as Record<Name, number>;
}

/** The line last scanned, of a block in UTF-8. Its fields are without the blanks around them. */
export class ByteRow implements DelimitedRow {
  line = 0;
  /** It has a character that is none, a field less than the header, or one more: it says no row. */
  isFaulty = false;
  #block: Buffer = Buffer.alloc(0);
  #starts = new Int32Array(128);
  #ends = new Int32Array(128);
  readonly #header: Header;
  readonly #separator: number;

  constructor(header: Header, delimiter: string) {
    this.#header = header;
    this.#separator = delimiter.charCodeAt(0);
  }

  get block(): Buffer {
    return this.#block;
  }

  /** Answers where the next line starts. */
  scan(block: Buffer, from: number): number {
    const separator = this.#separator;
    const { length } = block;
    let starts = this.#starts;
    let ends = this.#ends;
    let last = FIRST;
    let hasNul = false;
    let at = from;
    starts[FIRST] = from;
    for (; at < length; at++) {
      const byte = block[at];
      if (byte === separator) {
        ends[last] = at;
        last += 1;
        if (last === ends.length) {
          [starts, ends] = [doubled(starts), doubled(ends)];
          [this.#starts, this.#ends] = [starts, ends];
        }
        starts[last] = at + 1;
      } else if (byte === NEW_LINE) {
        break;
      } else if (byte === 0) {
        hasNul = true;
      }
    }
    ends[last] = at;
    this.#block = block;
    const { width } = this.#header;
    this.isFaulty = hasNul || last < width;
    for (let extra = FIRST + width; extra <= last; extra++) {
      this.isFaulty ||= !this.isEmpty(extra);
    }
    return at + 1;
  }

  start(place: number): number {
    const end = this.#ends[place] ?? 0;
    let start = this.#starts[place] ?? 0;
    if (start < end && isPlain(this.#block[start] ?? 0)) return start;
    for (let blank = 1; start < end && blank > 0; start += blank) {
      blank = blankAt(this.#block, start);
    }
    return start;
  }

  /** Before `start` when nothing but blanks is there. */
  end(place: number): number {
    const start = this.#starts[place] ?? 0;
    let end = this.#ends[place] ?? 0;
    if (end > start && isPlain(this.#block[end - 1] ?? 0)) return end;
    for (let blank = 1; end > start && blank > 0; end -= blank) {
      blank = blankBefore(this.#block, end);
    }
    return end;
  }

  isEmpty(place: number): boolean {
    if (this.#starts[place] === this.#ends[place]) return true;
    return this.start(place) >= this.end(place);
  }

  text(place: number): string {
    const start = this.start(place);
    const end = this.end(place);
    return start < end ? this.#block.toString('utf8', start, end) : '';
  }

  get(name: string): string {
    const position = this.#header.positions.get(name);
    return position === undefined ? '' : this.text(position + FIRST);
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** A character of its own, and no blank. */
const isPlain = (byte: number): boolean => byte > 32 && byte < 128;

/** How many bytes has the blank that starts here? Blanks are those of `fieldText`. */
function blankAt(block: Buffer, at: number): number {
  const byte = block[at] ?? 0;
  if (byte <= 32) return 1;
  if (byte === 0xc2) return block[at + 1] === 0xa0 ? 2 : 0;
  return byte === 0xef && block[at + 1] === 0xbb && block[at + 2] === 0xbf ? 3 : 0;
}

function blankBefore(block: Buffer, end: number): number {
  const byte = block[end - 1] ?? 0;
  if (byte <= 32) return 1;
  if (byte === 0xa0) return block[end - 2] === 0xc2 ? 2 : 0;
  return byte === 0xbf && block[end - 2] === 0xbb && block[end - 3] === 0xef ? 3 : 0;
}
