// Where does each field of each line start and end? Delimited text, in one pass.

/** Rows of one block of text. Fields of a row stand one after the other in `bounds`: start, end. */
export type ScannedBlock = {
  text: string;
  /** The characters of `text`, as numbers: several times as fast to read one by one. */
  codes: Uint16Array;
  bounds: Int32Array;
  rows: ScannedRow[];
  /** Where the text that could not be read yet starts; the length of the text when none is left. */
  restAt: number;
  lineCount: number;
};

/** `first`: index in `bounds`; `count`: fields; `line`: 0 for the first of the block. */
export type ScannedRow = { first: number; count: number; line: number; fault: ScanFault | null };

export type ScanFault = 'nul' | 'quote' | 'unclosed';

/** An end below zero says that quotes are doubled in the field. */
export const ESCAPED = -1;

const NEW_LINE = 10;
const RETURN = 13;
const QUOTE = 34;

const FIRST_SIZE = 4096;

/** Reads each block in the memory of the one before, which is gone then; texts cut from it stay. */
export class FieldScanner {
  readonly #separator: number;
  #codes = new Uint16Array(FIRST_SIZE);
  #length = 0;
  #bounds = new Int32Array(FIRST_SIZE);
  #size = 0;
  /** More of them than the block has, when one before had more. */
  readonly #everyRow: ScannedRow[] = [];
  /** Of the quotes last read. */
  #quoteEnd = 0;
  #isEscaped = false;
  #linesInQuotes = 0;

  constructor(delimiter: string) {
    this.#separator = delimiter.charCodeAt(0);
  }

  /** Quotes are characters like others. `text` ends where a line ends. */
  plain(text: string): ScannedBlock {
    this.#begin(text);
    const separator = this.#separator;
    const codes = this.#codes;
    const length = this.#length;
    const rows: ScannedRow[] = [];
    let row = this.#row(rows, 0);
    let start = 0;
    for (let at = 0; at <= length; at++) {
      const code = at === length ? NEW_LINE : codes[at];
      if (code === separator) {
        this.#push(start, at);
        start = at + 1;
      } else if (code === NEW_LINE) {
        if (at === length && start === length && this.#size === row.first) break;
        this.#push(start, at);
        this.#end(rows, row);
        row = this.#row(rows, rows.length);
        start = at + 1;
      } else if (code === 0) {
        row.fault = 'nul';
      }
    }
    return this.#block(text, rows, length, rows.length);
  }

  /**
   * Fields may stand in quotes, hold the delimiter, line ends, and quotes doubled. A row whose quote
   * is not closed is left for the next block, unless `isLast`.
   */
  quoted(text: string, isLast: boolean): ScannedBlock {
    this.#begin(text);
    const separator = this.#separator;
    const codes = this.#codes;
    const length = this.#length;
    const rows: ScannedRow[] = [];
    let line = 0;
    for (let at = 0; at < length; ) {
      const row = this.#row(rows, line);
      const rowStart = at;
      for (let inRow = true; inRow; ) {
        let end = at;
        if (codes[at] !== QUOTE) {
          for (; end < length; end++) {
            const code = codes[end];
            if (code === separator || code === NEW_LINE) break;
            if (code === 0) row.fault = 'nul';
          }
          this.#push(at, end);
        } else if (this.#readQuotes(at + 1)) {
          line += this.#linesInQuotes;
          end = this.#quoteEnd;
          this.#push(at + 1, this.#isEscaped ? ESCAPED - end : end);
          end += 1;
          if (end < length && codes[end] === RETURN) end += 1;
          if (end < length && codes[end] !== separator && codes[end] !== NEW_LINE) {
            row.fault = 'quote';
            while (end < length && codes[end] !== NEW_LINE) end += 1;
          }
        } else if (isLast) {
          row.fault = 'unclosed';
          this.#push(at, length);
          end = length;
        } else {
          return this.#block(text, rows, rowStart, row.line);
        }
        inRow = end < length && codes[end] === separator;
        at = end + 1;
      }
      this.#end(rows, row);
      line += 1;
    }
    return this.#block(text, rows, length, line);
  }

  #begin(text: string): void {
    this.#size = 0;
    this.#length = text.length;
    if (this.#codes.length < text.length) this.#codes = new Uint16Array(2 * text.length);
    writeCodes(text, this.#codes);
  }

  /** Not yet of `rows`. */
  #row(rows: readonly ScannedRow[], line: number): ScannedRow {
    const row = this.#everyRow[rows.length] ?? { first: 0, count: 0, line: 0, fault: null };
    row.first = this.#size;
    row.line = line;
    row.fault = null;
    return row;
  }

  #end(rows: ScannedRow[], row: ScannedRow): void {
    row.count = (this.#size - row.first) >> 1;
    this.#everyRow[rows.length] = row;
    rows.push(row);
  }

  #block(text: string, rows: ScannedRow[], restAt: number, lineCount: number): ScannedBlock {
    return { text, codes: this.#codes, bounds: this.#bounds, rows, restAt, lineCount };
  }

  /** False: they are not closed. */
  #readQuotes(from: number): boolean {
    const codes = this.#codes;
    const length = this.#length;
    this.#isEscaped = false;
    this.#linesInQuotes = 0;
    for (let at = from; at < length; at++) {
      const code = codes[at];
      if (code === NEW_LINE) {
        this.#linesInQuotes += 1;
      } else if (code === QUOTE) {
        if (at + 1 === length || codes[at + 1] !== QUOTE) {
          this.#quoteEnd = at;
          return true;
        }
        this.#isEscaped = true;
        at += 1;
      }
    }
    return false;
  }

  #push(start: number, end: number): void {
    if (this.#size + 2 > this.#bounds.length) {
      const larger = new Int32Array(this.#bounds.length * 2);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
    this.#bounds[this.#size] = start;
    this.#bounds[this.#size + 1] = end;
    this.#size += 2;
  }
}

/** The characters of a text, as numbers, at the start of `codes`. */
export function writeCodes(text: string, codes: Uint16Array<ArrayBuffer>): void {
  Buffer.from(codes.buffer).write(text, 'utf16le');
}
