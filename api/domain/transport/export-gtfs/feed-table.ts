// How is a table of a feed written: header, rows, one line each?

export type Cell = string | number | null;
export type FeedTable = { file: string; columns: readonly string[]; rows: readonly Cell[][] };

/** Values are written on one line: a feed is read line by line. Empty text for a table without rows. */
export function tableText({ columns, rows }: FeedTable): string {
  if (rows.length === 0) return '';
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell).replace(/\s+/g, ' ').trim();
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 'YYYY-MM-DD' as YYYYMMDD. */
export function feedDate(date: string): string {
  return date.replaceAll('-', '');
}

/** Minutes from midnight as HH:MM:SS; may pass 24 hours. */
export function feedTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
