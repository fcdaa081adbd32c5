// Where does each field of each line start and end? The scanners of delimited text, one pass each.

/** Rows of one block of text. Fields of a row stand one after the other in `bounds`: start, end. */
export type ScannedBlock = {
  text: string;
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
const ESCAPED = -1;

const NEW_LINE = 10;
const QUOTE = 34;

let typicalBounds = 4096;

/** Grows as it fills; the next one starts at the size this one needed. */
class Bounds {
  values = new Int32Array(typicalBounds);
  size = 0;

  push(start: number, end: number): void {
    if (this.size + 2 > this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
      typicalBounds = larger.length;
    }
    this.values[this.size] = start;
    this.values[this.size + 1] = end;
    this.size += 2;
  }
}

/** Quotes are characters like others. `text` ends where a line ends. */
export function scanPlain(text: string, delimiter: string): ScannedBlock {
  const separator = delimiter.charCodeAt(0);
  const bounds = new Bounds();
  const rows: ScannedRow[] = [];
  const { length } = text;
  let start = 0;
  let first = 0;
  let fault: ScanFault | null = null;
  for (let at = 0; at <= length; at++) {
    const code = at === length ? NEW_LINE : text.charCodeAt(at);
    if (code === separator) {
      bounds.push(start, at);
      start = at + 1;
    } else if (code === NEW_LINE) {
      if (at === length && start === length && bounds.size === first) break;
      bounds.push(start, at);
      rows.push({ first, count: (bounds.size - first) >> 1, line: rows.length, fault });
      first = bounds.size;
      start = at + 1;
      fault = null;
    } else if (code === 0) {
      fault = 'nul';
    }
  }
  return { text, bounds: bounds.values, rows, restAt: length, lineCount: rows.length };
}

/**
 * Fields may stand in quotes, hold the delimiter, line ends, and quotes doubled. A row whose quote
 * is not closed is left for the next block, unless `isLast`.
 */
export function scanQuoted(text: string, delimiter: string, isLast: boolean): ScannedBlock {
  const separator = delimiter.charCodeAt(0);
  const bounds = new Bounds();
  const rows: ScannedRow[] = [];
  const { length } = text;
  let at = 0;
  let line = 0;
  while (at < length) {
    const row: ScannedRow = { first: bounds.size, count: 0, line, fault: null };
    const rowStart = at;
    for (let inRow = true; inRow; ) {
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close.at === -1) {
          if (!isLast) {
            const { values } = bounds;
            return { text, bounds: values, rows, restAt: rowStart, lineCount: row.line };
          }
          row.fault = 'unclosed';
          bounds.push(at, length);
          end = length;
        } else {
          line += newLines(text, at, close.at);
          bounds.push(at + 1, close.isEscaped ? ESCAPED - close.at : close.at);
          end = close.at + 1;
          if (text.charCodeAt(end) === 13) end += 1;
          const next = end === length ? NEW_LINE : text.charCodeAt(end);
          if (next !== separator && next !== NEW_LINE) {
            row.fault = 'quote';
            end = text.indexOf('\n', end);
            if (end === -1) end = length;
          }
        }
      } else {
        end = at;
        for (; end < length; end++) {
          const code = text.charCodeAt(end);
          if (code === separator || code === NEW_LINE) break;
          if (code === 0) row.fault = 'nul';
        }
        bounds.push(at, end);
      }
      inRow = end < length && text.charCodeAt(end) === separator;
      at = end + 1;
    }
    row.count = (bounds.size - row.first) >> 1;
    rows.push(row);
    line += 1;
  }
  return { text, bounds: bounds.values, rows, restAt: length, lineCount: line };
}

function closingQuote(text: string, from: number): { at: number; isEscaped: boolean } {
  let isEscaped = false;
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return { at, isEscaped };
    isEscaped = true;
  }
  return { at: -1, isEscaped };
}

function newLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** The text of one field, without the blanks around it. */
export function fieldText({ text, bounds }: ScannedBlock, position: number): string {
  let start = bounds[position] ?? 0;
  const said = bounds[position + 1] ?? 0;
  let end = said < 0 ? ESCAPED - said : said;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  const field = text.slice(start, end);
  return said < 0 ? field.replaceAll('""', '"') : field;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 160 || code === 0xfeff;
}
