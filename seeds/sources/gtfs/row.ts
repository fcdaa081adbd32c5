// What does one cell of a feed say: a text, a whole number, a day, a time? And what is wrong with it?

import { isDate } from '#domain/time.ts';
import { FieldView } from '#seeds/pipeline/field-view.ts';
import { numberIn, secondsIn } from '#seeds/pipeline/read-numbers.ts';
import type { ScannedBlock, ScannedRow } from '#seeds/pipeline/scan-fields.ts';
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
  readonly #cell = new FieldView();
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

  /** What it holds is another cell once the next is asked for. */
  cell(column: string): FieldView {
    const index = this.#columns.get(column);
    if (index === undefined || index >= this.#count || this.#block === null) return NO_CELL;
    this.#cell.goTo(this.#block, this.#first + 2 * index);
    return this.#cell;
  }

  optional(column: string): string | null {
    return this.cell(column).text() || null;
  }

  text(column: string): string {
    const value = this.optional(column);
    if (value === null) throw missing(column);
    return value;
  }

  /** `fallback` stands for an empty cell; without it an empty cell is a fault. */
  whole(column: string, range: Range & { fallback?: number }): number {
    const cell = this.cell(column);
    if (cell.isEmpty()) {
      if (range.fallback === undefined) throw missing(column);
      return range.fallback;
    }
    const number = numberIn(cell);
    if (Number.isInteger(number) && number >= range.from && number <= range.to) return number;
    const code = Number.isInteger(number) ? 'number_out_of_range' : 'invalid_integer';
    const expected = `nombre entier de ${range.from} à ${range.to} attendu`;
    throw new RowFault(code, column, cell.text(), expected);
  }

  decimal(column: string, { from, to }: Range): number | null {
    const cell = this.cell(column);
    if (cell.isEmpty()) return null;
    const number = numberIn(cell);
    if (Number.isFinite(number) && number >= from && number <= to) return number;
    const code = Number.isFinite(number) ? 'number_out_of_range' : 'invalid_float';
    throw new RowFault(code, column, cell.text(), `nombre de ${from} à ${to} attendu`);
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
    const cell = this.cell(column);
    if (cell.isEmpty()) return null;
    const seconds = secondsIn(cell);
    if (seconds !== null) return seconds;
    throw new RowFault('invalid_time', column, cell.text(), 'heure H:MM:SS attendue');
  }
}

const NO_CELL = new FieldView();

function missing(column: string): RowFault {
  return new RowFault('missing_required_field', column, null, 'valeur obligatoire absente');
}
