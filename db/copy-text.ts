// How are rows written in the text format of COPY?

import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { copyLine } from '#db/copy-line.ts';
import type { AnyIterable, CopyLines, CopyValue, Rows } from '#db/database.ts';

/** A string longer than this costs more to put together than sending it sooner. */
const CHUNK_CHARACTERS = 16_000;

/** Runs one « copy … » over the connection of a transaction. */
export type CopyText = (sql: string, lines: CopyLines) => Promise<void>;

/** Columns are those of the first row. Returns how many rows. */
export async function copyTableRows<T extends PgTable>(
  copy: CopyText,
  table: T,
  rows: Rows<T>,
): Promise<number> {
  const iterator = iterate(rows);
  const first = await iterator.next();
  if (first.done === true) return 0;
  const columns = columnsOf(table, first.value);
  async function* values(): AsyncGenerator<(string | null)[]> {
    for (let next = first; next.done !== true; next = await iterator.next()) {
      const row: Record<string, unknown> = next.value;
      yield columns.map(([key, column]) => textOf(column, row[key]));
    }
  }
  const names = columns.map(([, column]) => column.name);
  return copyTableValues(copy, getTableName(table), names, values());
}

/** Returns how many rows. */
export async function copyTableValues(
  copy: CopyText,
  table: string,
  columns: readonly string[],
  rows: AnyIterable<readonly CopyValue[]>,
): Promise<number> {
  let rowCount = 0;
  async function* chunks(): AsyncGenerator<string> {
    let text = '';
    for await (const row of rows) {
      text += copyLine(row);
      rowCount += 1;
      if (text.length > CHUNK_CHARACTERS) {
        yield text;
        text = '';
      }
    }
    if (text !== '') yield text;
  }
  await copyTableLines(copy, table, columns, chunks());
  return rowCount;
}

/** Whole lines of `copyLine`, as they are. */
export async function copyTableLines(
  copy: CopyText,
  table: string,
  columns: readonly string[],
  lines: CopyLines,
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  await copy(`copy "${table}" (${names})`, lines);
}

/** The columns a row fills, by the row's keys. */
export function columnsOf(table: PgTable, row: object): [key: string, column: PgColumn][] {
  const columns = Object.entries(getTableColumns(table));
  const keys = Object.keys(row);
  for (const key of keys) {
    if (!columns.some(([known]) => known === key)) {
      throw new Error(`Table ${getTableName(table)}: no column for « ${key} »`);
    }
  }
  return columns.filter(([key]) => keys.includes(key));
}

/** A value as PostgreSQL writes it; null for none. */
export function textOf(column: PgColumn, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return String(column.mapToDriverValue(value));
}

async function* iterate<T>(rows: AnyIterable<T>): AsyncGenerator<T> {
  yield* rows;
}
