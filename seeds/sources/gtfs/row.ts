// What does one cell of a feed say: a text, a whole number, a day, a time? And what is wrong with it?

import { isDate } from '#domain/time.ts';
import { fieldText, type ScannedBlock, type ScannedRow } from '#seeds/pipeline/scan-fields.ts';
import type { NoticeCode } from '#seeds/sources/gtfs/notice.ts';

/** Why a row is refused. */
export class RowFault extends Error {
  readonly code: NoticeCode;
  readonly column: string | null;
  readonly value: string | null;

  constructor(code: NoticeCode, column: string | null, value: string | null, reason: string) {
    super(reason);
    this.code = code;
    this.column = column;
    this.value = value;
  }
}

type Range = { from: number; to: number };

/** The cells of one row after the other, by column. An absent column reads as an empty cell; cells are trimmed. */
export class RowReader {
  /** Line of the file, header included. */
  line = 0;
  #block: ScannedBlock | null = null;
  #first = 0;
  #count = 0;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(columns: ReadonlyMap<string, number>) {
    this.#columns = columns;
  }

  goTo(block: ScannedBlock, { first, count }: ScannedRow, line: number): void {
    this.#block = block;
    this.#first = first;
    this.#count = count;
    this.line = line;
  }

  optional(column: string): string | null {
    const index = this.#columns.get(column);
    if (index === undefined || index >= this.#count || this.#block === null) return null;
    return fieldText(this.#block, this.#first + 2 * index) || null;
  }

  text(column: string): string {
    const value = this.optional(column);
    if (value === null) throw missing(column);
    return value;
  }

  /** `fallback` stands for an empty cell; without it an empty cell is a fault. */
  whole(column: string, range: Range & { fallback?: number }): number {
    const value = this.optional(column);
    if (value === null) {
      if (range.fallback === undefined) throw missing(column);
      return range.fallback;
    }
    const number = Number(value);
    if (Number.isInteger(number) && number >= range.from && number <= range.to) return number;
    const code = Number.isInteger(number) ? 'number_out_of_range' : 'invalid_integer';
    const expected = `nombre entier de ${range.from} à ${range.to} attendu`;
    throw new RowFault(code, column, value, expected);
  }

  decimal(column: string, { from, to }: Range): number | null {
    const value = this.optional(column);
    if (value === null) return null;
    const number = Number(value);
    if (Number.isFinite(number) && number >= from && number <= to) return number;
    const code = Number.isFinite(number) ? 'number_out_of_range' : 'invalid_float';
    throw new RowFault(code, column, value, `nombre de ${from} à ${to} attendu`);
  }

  /** YYYYMMDD in the file, 'YYYY-MM-DD' here. */
  date(column: string): string {
    const value = this.text(column);
    const date = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
    if (value.length === 8 && isDate(date)) return date;
    throw new RowFault('invalid_date', column, value, 'date AAAAMMJJ attendue');
  }

  /** H:MM:SS, hours may pass 24; seconds of the service day. */
  time(column: string): number | null {
    const value = this.optional(column);
    if (value === null) return null;
    const seconds = secondsOf(value);
    if (seconds !== null) return seconds;
    throw new RowFault('invalid_time', column, value, 'heure H:MM:SS attendue');
  }
}

function missing(column: string): RowFault {
  return new RowFault('missing_required_field', column, null, 'valeur obligatoire absente');
}

const ZERO = 48;
const COLON = 58;

/** Read digit by digit: a feed has two times on each of half a million lines. */
function secondsOf(value: string): number | null {
  const end = value.length;
  if (end < 7 || end > 9) return null;
  if (value.charCodeAt(end - 3) !== COLON || value.charCodeAt(end - 6) !== COLON) return null;
  let hours = 0;
  for (let index = 0; index < end - 6; index++) {
    const digit = value.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return null;
    hours = hours * 10 + digit;
  }
  const minutes = pairAt(value, end - 5);
  const seconds = pairAt(value, end - 2);
  return minutes < 0 || seconds < 0 ? null : hours * 3600 + minutes * 60 + seconds;
}

/** Two digits under 60; -1 for anything else. */
function pairAt(value: string, index: number): number {
  const tens = value.charCodeAt(index) - ZERO;
  const units = value.charCodeAt(index + 1) - ZERO;
  return tens < 0 || tens > 5 || units < 0 || units > 9 ? -1 : tens * 10 + units;
}
