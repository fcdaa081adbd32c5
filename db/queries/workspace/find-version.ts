// What did this version of the offer say?

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

export type Version = typeof offerVersion.$inferSelect;

export async function findVersion(
  tx: Database,
  offerId: string,
  number: number,
): Promise<Version | null> {
  const [row] = await tx
    .select()
    .from(offerVersion)
    .where(and(eq(offerVersion.offerId, offerId), eq(offerVersion.number, number)));
  return row ?? null;
}
