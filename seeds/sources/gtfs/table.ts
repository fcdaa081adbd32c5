// What does one table of a feed hold, row by row, and which rows cannot be read?

import Papa from 'papaparse';
import { AppError } from '#domain/error.ts';
import { RowFault, type RowReader, rowReader } from '#seeds/sources/gtfs/row.ts';

/** A refused row: `line` is that of the file, header included. */
export type GtfsReject = {
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
};

export type Table<Row> = { rows: Row[]; readCount: number; rejects: GtfsReject[] };

/** Spellings met in real files, and what they stand for. */
const HEADER_TYPOS: Readonly<Record<string, string>> = {
  'stop_times.txt/drop_off_time': 'drop_off_type',
  'stop_times.txt/pickup_time': 'pickup_type',
};

/**
 * `build` returns null for a row left out on purpose (neither kept nor refused) and throws RowFault for a
 * row to refuse. Columns of any order and case, quotes, CR LF, blank lines and unknown columns are fine.
 */
export function readTable<Row>(
  file: string,
  text: string,
  required: readonly string[],
  build: (row: RowReader) => Row | null,
): Table<Row> {
  const table: Table<Row> = { rows: [], readCount: 0, rejects: [] };
  let columns: Map<string, number> | null = null;
  let line = 1;
  const quoted = text.includes('"');
  // Files put together by hand mix ends of line.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  Papa.parse<string[]>(lines, {
    delimiter: ',',
    newline: '\n',
    step: ({ data: cells, errors }) => {
      const at = line;
      line += 1 + (quoted ? lineBreaksIn(cells) : 0);
      if (cells.length === 1 && cells[0]?.trim() === '') return;
      if (columns === null) {
        columns = readHeader(file, cells, required);
        return;
      }
      table.readCount++;
      const refuse = (column: string | null, value: string | null, reason: string) => {
        table.rejects.push({ file, line: at, column, value, reason });
      };
      try {
        if (errors.length > 0) throw new RowFault(null, cells.join(','), 'guillemets mal fermés');
        const row = build(rowReader(columns, cells));
        if (row === null) table.readCount--;
        else table.rows.push(row);
      } catch (fault) {
        if (!(fault instanceof RowFault)) throw fault;
        refuse(fault.column, fault.value, fault.message);
      }
    },
  });
  if (columns === null) {
    throw new AppError('bad_import', `${file} : fichier vide, une ligne d'en-tête était attendue.`);
  }
  return table;
}

function readHeader(
  file: string,
  cells: readonly string[],
  required: readonly string[],
): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase();
    const column = HEADER_TYPOS[`${file}/${name}`] ?? name;
    if (!columns.has(column)) columns.set(column, index);
  }
  const missing = required.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    throw new AppError(
      'bad_import',
      `${file} : colonne ${missing.join(', ')} absente. Colonnes trouvées : ${[...columns.keys()].join(', ')}.`,
    );
  }
  return columns;
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  }
  return breaks;
}
