// Which version of the offer waits for its hour?

import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Version } from '#db/queries/workspace/find-version.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

/** At most one waits. */
export async function findScheduledVersion(tx: Database, offerId: string): Promise<Version | null> {
  const [row] = await tx
    .select()
    .from(offerVersion)
    .where(
      and(
        eq(offerVersion.offerId, offerId),
        isNotNull(offerVersion.publishAt),
        isNull(offerVersion.publishedAt),
        isNull(offerVersion.cancelledAt),
      ),
    );
  return row ?? null;
}
