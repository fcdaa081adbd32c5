// How is a table written for a spreadsheet? RFC 4180, with the `;` and the mark French Excel expects.

export type CsvCell = string | number | null;

/** UTF-8, told to Excel. */
export const CSV_MARK = '\uFEFF';
/** What a spreadsheet takes for a formula, in its wide form too; blanks before it are skipped by some. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/u;

/**
 * A text a spreadsheet would run as a formula is given an apostrophe: it is shown, and does nothing. A number
 * below zero stays one.
 */
export function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row, with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return CSV_MARK + [header, ...rows].map(csvLine).join('');
}
