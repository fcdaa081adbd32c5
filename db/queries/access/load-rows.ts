// Which times were computed, row by row?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelRow } from '#db/schema/access.ts';
import { type KeptRow, numberAt } from './row-bytes.ts';

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
        row: {
          places: Uint32Array.from({ length: columns.length / 4 }, numberAt(columns, 4)),
          tenths: Uint16Array.from({ length: tenths.length / 2 }, numberAt(tenths, 2)),
        },
        masks:
          masks === null
            ? null
            : Uint16Array.from({ length: masks.length / 2 }, numberAt(masks, 2)),
      },
    ]),
  );
}
