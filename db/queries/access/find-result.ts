// What was computed of a territory?

import { desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessResult } from '#db/schema/access.ts';
import type { AccessFigures, Vintage } from '#domain/access/figures.ts';

export type AccessResult = {
  fingerprint: string;
  figures: AccessFigures;
  vintages: readonly Vintage[];
  computedAt: Date;
};

/** The newest; null: nothing was computed yet. */
export async function findResult(
  db: Database,
  territoryCode: string,
): Promise<AccessResult | null> {
  const [row] = await db
    .select()
    .from(accessResult)
    .where(eq(accessResult.territoryCode, territoryCode))
    .orderBy(desc(accessResult.computedAt), accessResult.fingerprint)
    .limit(1);
  if (row === undefined) return null;
  const { fingerprint, figures, vintages, computedAt } = row;
  return { fingerprint, figures, vintages, computedAt };
}
