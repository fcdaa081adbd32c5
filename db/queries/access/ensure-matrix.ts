// Which matrix of times is to be filled: the one that is there, else a new one?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelMatrix } from '#db/schema/access.ts';
import type { MatrixShape } from './matrix-shape.ts';

/** The matrix of this key, made when it is not there. Answers its id. */
export async function ensureMatrix(db: Database, shape: MatrixShape): Promise<number> {
  const { columnIds, isEstimate, ...known } = shape;
  const [made] = await db
    .insert(travelMatrix)
    .values({ ...known, columnIds: [...columnIds], estimate: isEstimate ? 'yes' : 'no' })
    .onConflictDoUpdate({
      target: [
        travelMatrix.territoryCode,
        travelMatrix.mode,
        travelMatrix.dayType,
        travelMatrix.fingerprint,
      ],
      set: { usedAt: sql`now()` },
    })
    .returning({ id: travelMatrix.id });
  if (made === undefined) throw new Error('A matrix of times was neither found nor made');
  return made.id;
}
