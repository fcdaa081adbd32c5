// Which rows of a matrix of times are there already?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelRow } from '#db/schema/access.ts';

export async function listRowIds(db: Database, matrixId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ rowId: travelRow.rowId })
    .from(travelRow)
    .where(eq(travelRow.matrixId, matrixId));
  return new Set(rows.map(({ rowId }) => rowId));
}
