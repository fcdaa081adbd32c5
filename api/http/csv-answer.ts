// How is a table given to a spreadsheet? RFC 4180, with the `;` and the mark French Excel expects.

import type { Context } from 'hono';
import type { HttpEnv } from './http-env.ts';

export type CsvCell = string | number | null;

/** UTF-8, told to Excel. */
const MARK = '\uFEFF';
/** What a spreadsheet takes for a formula, in its wide form too; blanks before it are skipped by some. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/u;

/** A text a spreadsheet would run as a formula is given an apostrophe: it is shown, and does nothing. */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  const written = typeof value === 'number' ? String(value).replace('.', ',') : value;
  const safe = FORMULA.test(written) ? `'${written}` : written;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(csvCell).join(';'));
  return `${MARK}${lines.join('\r\n')}\r\n`;
}

/** To be saved under this name, of plain letters; kept by nobody on the way. */
export function sendCsv(
  c: Context<HttpEnv>,
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Response {
  return c.body(writeCsv(header, rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
  });
}
