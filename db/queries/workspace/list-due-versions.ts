// Which versions wait for an hour that has come? Of every organization: for the clock.

import { and, asc, isNull, lte } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

export type DueVersion = { workspaceId: string; offerId: string; number: number };

export async function listDueVersions(db: Database, now: Date): Promise<DueVersion[]> {
  return db
    .select({
      workspaceId: offerVersion.workspaceId,
      offerId: offerVersion.offerId,
      number: offerVersion.number,
    })
    .from(offerVersion)
    .where(
      and(
        lte(offerVersion.publishAt, now),
        isNull(offerVersion.publishedAt),
        isNull(offerVersion.cancelledAt),
      ),
    )
    .orderBy(asc(offerVersion.publishAt), asc(offerVersion.offerId));
}
