// A version that waited was published, or will not be.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

export async function markVersion(
  tx: Database,
  offerId: string,
  number: number,
  mark: { publishedAt: Date } | { cancelledAt: Date },
): Promise<void> {
  await tx
    .update(offerVersion)
    .set(mark)
    .where(and(eq(offerVersion.offerId, offerId), eq(offerVersion.number, number)));
}
