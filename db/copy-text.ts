// How are rows written in the text format of COPY?

import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Rows } from '#db/database.ts';

const CHUNK_CHARACTERS = 4_000_000;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

export type CopySource = { sql: string; chunks: AsyncGenerator<string>; rowCount: () => number };

/** Null when there is no row. `sql` lacks its « from … ». */
export async function prepareCopy<T extends PgTable>(
  table: T,
  rows: Rows<T>,
): Promise<CopySource | null> {
  const iterator = iterate(rows);
  const first = await iterator.next();
  if (first.done === true) return null;
  const columns = columnsOf(table, first.value);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  let rowCount = 0;

  async function* chunks(): AsyncGenerator<string> {
    let text = '';
    for (let next = first; next.done !== true; next = await iterator.next()) {
      const row: Record<string, unknown> = next.value;
      text += `${columns.map(([key, column]) => copyText(textOf(column, row[key]))).join('\t')}\n`;
      rowCount += 1;
      if (text.length > CHUNK_CHARACTERS) {
        yield text;
        text = '';
      }
    }
    if (text !== '') yield text;
  }
  return {
    sql: `copy "${getTableName(table)}" (${names})`,
    chunks: chunks(),
    rowCount: () => rowCount,
  };
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

function copyText(text: string | null): string {
  return text === null ? '\\N' : text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}

async function* iterate<T>(rows: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* rows;
}
