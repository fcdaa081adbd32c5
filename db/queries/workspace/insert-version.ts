// One more version of an offer, numbered after the last.

import { eq, max } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

/** Under the lock of the offer. Returns its number. */
export async function insertVersion(
  tx: Database,
  version: Omit<typeof offerVersion.$inferInsert, 'number' | 'cancelledAt'>,
): Promise<number> {
  const [last] = await tx
    .select({ number: max(offerVersion.number) })
    .from(offerVersion)
    .where(eq(offerVersion.offerId, version.offerId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(offerVersion).values({ ...version, number });
  return number;
}
