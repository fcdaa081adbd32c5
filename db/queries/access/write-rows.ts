// Where do rows of times go as they are computed?

import type { Database } from '#db/database.ts';
import { travelRow } from '#db/schema/access.ts';
import { bytesOf, type KeptRow } from './row-bytes.ts';

/** A row that is there already stays as it is. */
export async function writeRows(
  db: Database,
  matrixId: number,
  rows: readonly KeptRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(travelRow)
    .values(
      rows.map(({ rowId, row, masks }) => ({
        matrixId,
        rowId,
        columns: bytesOf(row.places),
        tenths: bytesOf(row.tenths),
        masks: masks === null ? null : bytesOf(masks),
      })),
    )
    .onConflictDoNothing();
}
