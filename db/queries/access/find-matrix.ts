// Were times computed under this key?

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelMatrix } from '#db/schema/access.ts';
import type { MatrixKey } from './matrix-shape.ts';

/** Null when nothing was computed under this key. */
export async function findMatrix(db: Database, key: MatrixKey): Promise<number | null> {
  const [found] = await db
    .select({ id: travelMatrix.id })
    .from(travelMatrix)
    .where(
      and(
        eq(travelMatrix.territoryCode, key.territoryCode),
        eq(travelMatrix.mode, key.mode),
        eq(travelMatrix.dayType, key.dayType),
        eq(travelMatrix.fingerprint, key.fingerprint),
      ),
    );
  return found?.id ?? null;
}
