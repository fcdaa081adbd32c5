// What does one table of a feed hold, row by row, and which rows cannot be read?

import { AppError } from '#domain/error.ts';
import { fieldText } from '#seeds/pipeline/field-view.ts';
import {
  FieldScanner,
  type ScanFault,
  type ScannedBlock,
  type ScannedRow,
} from '#seeds/pipeline/scan-fields.ts';
import type { GtfsReject } from '#seeds/sources/gtfs/notice.ts';
import { RowFault, RowReader } from '#seeds/sources/gtfs/row.ts';

export type OnReject = (reject: GtfsReject) => void;

/**
 * `build` returns null for a row left out on purpose (neither kept nor refused) and throws RowFault for a
 * row to refuse. Columns of any order and case, quotes, CR LF, blank lines and unknown columns are fine.
 */
export type TableDefinition<Row> = {
  file: string;
  required: readonly string[];
  /** A table that need not be there says nothing when it is there without a line. */
  mayBeEmpty?: boolean;
  build: (row: RowReader) => Row | null;
};

/** `readCount`: rows kept or refused so far. */
export type TableParser<Row> = {
  push: (text: string) => Row[];
  end: () => Row[];
  readCount: () => number;
};

/** Spellings met in real files, and what they stand for. */
const HEADER_SPELLINGS: Readonly<Record<string, string>> = {
  'stop_times.txt/drop_off_time': 'drop_off_type',
  'stop_times.txt/pickup_time': 'pickup_type',
  'stop_times.txt/start_pickup_dropoff_window': 'start_pickup_drop_off_window',
  'stop_times.txt/end_pickup_dropoff_window': 'end_pickup_drop_off_window',
};

/** Quotes still open after so much text were never closed. */
const LONGEST_QUOTED_ROW = 65_536;

const FAULTS: Readonly<Record<ScanFault, string>> = {
  nul: 'caractère nul',
  quote: 'guillemets mal fermés',
  unclosed: 'guillemets mal fermés',
};

/**
 * `push` takes whole lines. Throws `bad_import` when the header lacks a column, and at the end of a
 * table without any line.
 */
export function createTableParser<Row>(
  { file, required, build, mayBeEmpty }: TableDefinition<Row>,
  onReject: OnReject,
): TableParser<Row> {
  const scanner = new FieldScanner(',');
  let rows: Row[] = [];
  let reader: RowReader | null = null;
  let readCount = 0;
  let held = '';
  let lines = 0;

  const refuse = (line: number, { code, column, value, message }: RowFault): void => {
    readCount++;
    onReject({ code, file, line, column, value, reason: message });
  };
  const readRow = (block: ScannedBlock, row: ScannedRow): void => {
    const line = lines + row.line + 1;
    if (row.fault !== null) {
      const value = textOfRow(block, row);
      refuse(line, new RowFault('csv_parsing_failed', null, value, FAULTS[row.fault]));
      return;
    }
    if (row.count === 1 && fieldText(block, row.first) === '') return;
    if (reader === null) {
      reader = new RowReader(readHeader(file, block, row, required));
      return;
    }
    reader.goTo(block, row, line);
    try {
      const built = build(reader);
      if (built === null) return;
      rows.push(built);
      readCount++;
    } catch (fault) {
      if (!(fault instanceof RowFault)) throw fault;
      refuse(line, fault);
    }
  };
  const read = (given: string, isLast: boolean): void => {
    // Files put together by hand mix ends of line.
    let text = held + (given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given);
    held = '';
    while (text !== '') {
      const mustEnd = isLast || text.length > LONGEST_QUOTED_ROW + given.length;
      const block = text.includes('"') ? scanner.quoted(text, mustEnd) : scanner.plain(text);
      const open = block.rows.findIndex(({ fault }) => fault === 'unclosed');
      for (const row of block.rows) readRow(block, row);
      const unclosed = block.rows[open];
      if (unclosed === undefined) {
        lines += block.lineCount;
        held = text.slice(block.restAt);
        return;
      }
      // Only its first line is lost: reading goes on at the next.
      lines += unclosed.line + 1;
      const next = text.indexOf('\n', block.bounds[unclosed.first] ?? 0);
      text = next === -1 ? '' : text.slice(next + 1);
    }
  };

  const taken = (): Row[] => {
    const done = rows;
    rows = [];
    return done;
  };
  return {
    push: (text) => {
      read(text, false);
      return taken();
    },
    end: () => {
      read('', true);
      if (reader === null && mayBeEmpty !== true) {
        throw new AppError(
          'bad_import',
          `${file} : fichier vide, une ligne d'en-tête était attendue [empty_file].`,
        );
      }
      return taken();
    },
    readCount: () => readCount,
  };
}

/** Its first line: what follows an open quote may be half the file. */
function textOfRow({ text, bounds }: ScannedBlock, row: ScannedRow): string {
  const start = bounds[row.first] ?? 0;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
}

function readHeader(
  file: string,
  block: ScannedBlock,
  row: ScannedRow,
  required: readonly string[],
): Map<string, number> {
  const columns = new Map<string, number>();
  for (let index = 0; index < row.count; index++) {
    const name = fieldText(block, row.first + 2 * index).toLowerCase();
    const column = HEADER_SPELLINGS[`${file}/${name}`] ?? name;
    if (!columns.has(column)) columns.set(column, index);
  }
  const missing = required.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    throw new AppError(
      'bad_import',
      `${file} : colonne ${missing.join(', ')} absente. Colonnes trouvées : ${[...columns.keys()].join(', ')} [missing_required_column].`,
    );
  }
  return columns;
}
