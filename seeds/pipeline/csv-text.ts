// How is a row written so that a spreadsheet shows it, and runs none of it?

/** A byte order mark: spreadsheets then read UTF-8. */
export const CSV_MARK = '\uFEFF';

const STARTS_FORMULA = /^[=+\-@\t\r]/;

/** Cells that would be formulas are made text by an apostrophe. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
