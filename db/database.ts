// What is a database to the rest of the code, whichever kind it is?

import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgTable } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';

/** A connected database or a transaction on it. The same type for both kinds. */
export type Database = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

export type DatabaseKind = 'embedded' | 'server';

export type AnyIterable<T> = Iterable<T> | AsyncIterable<T>;

export type Rows<T extends PgTable> = AnyIterable<T['$inferInsert']>;

/** One value of COPY's text format; null for none. */
export type CopyValue = string | number | boolean | null;

/** Rows written by `copyLine`, many at a time: text, or its bytes in UTF-8. */
export type CopyLines = AnyIterable<string | Uint8Array<ArrayBuffer>>;

/** A transaction that may also load many rows, at the speed of COPY. */
export type BulkTransaction = {
  db: Database;
  /** Into a table of the schema; columns are those of the first row. Returns how many rows. */
  copyRows: <T extends PgTable>(table: T, rows: Rows<T>) => Promise<number>;
  /** Into any table, temporary ones included: `values` in the order of `columns`. */
  copyValues: (
    table: string,
    columns: readonly string[],
    rows: AnyIterable<readonly CopyValue[]>,
  ) => Promise<number>;
  /** The same, of rows already written. */
  copyLines: (table: string, columns: readonly string[], lines: CopyLines) => Promise<void>;
};

export type DatabaseHandle = {
  kind: DatabaseKind;
  db: Database;
  pool: Pool;
  /** Calls back with each payload until the returned function is called. */
  listen: (channel: string, onPayload: (payload: string) => void) => Promise<() => Promise<void>>;
  notify: (channel: string, payload: string) => Promise<void>;
  /**
   * The fastest load of many rows, all or none, in a transaction of its own; columns are those of
   * the first row. Returns how many rows.
   */
  copyRows: <T extends PgTable>(table: T, rows: Rows<T>) => Promise<number>;
  /** All or none of what `work` writes. Readers see the rows of before until it ends. */
  bulkTransaction: <T>(work: (bulk: BulkTransaction) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};
