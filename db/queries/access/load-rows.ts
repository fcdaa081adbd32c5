// Which times were computed, row by row?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelRow } from '#db/schema/access.ts';
import { type KeptRow, uint16Of, uint32Of } from './row-bytes.ts';

/** By row id. */
export async function loadRows(
  db: Database,
  matrixId: number,
): Promise<ReadonlyMap<string, Omit<KeptRow, 'rowId'>>> {
  const rows = await db.select().from(travelRow).where(eq(travelRow.matrixId, matrixId));
  return new Map(
    rows.map(({ rowId, columns, tenths, masks }) => [
      rowId,
      {
        row: { places: uint32Of(columns), tenths: uint16Of(tenths) },
        masks: masks === null ? null : uint16Of(masks),
      },
    ]),
  );
}
