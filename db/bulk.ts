// How does a transaction load many rows, given a way to run COPY on its connection?

import { type CopyText, copyTableLines, copyTableRows, copyTableValues } from '#db/copy-text.ts';
import type { BulkTransaction, Database } from '#db/database.ts';

export function bulkOf(db: Database, copy: CopyText): BulkTransaction {
  return {
    db,
    copyRows: (table, rows) => copyTableRows(copy, table, rows),
    copyValues: (table, columns, rows) => copyTableValues(copy, table, columns, rows),
    copyLines: (table, columns, lines) => copyTableLines(copy, table, columns, lines),
  };
}
