// Which versions has an offer had, by whom, when and why?

import { desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser } from '#db/schema/account.ts';
import { offerVersion } from '#db/schema/offer-keeping.ts';

export type VersionRow = {
  number: number;
  note: string;
  authorName: string | null;
  createdAt: Date;
  publishAt: Date | null;
  publishedAt: Date | null;
  cancelledAt: Date | null;
  restores: number | null;
};

/** The newest first. Read inside the workspace. */
export async function listVersions(tx: Database, offerId: string): Promise<VersionRow[]> {
  return tx
    .select({
      number: offerVersion.number,
      note: offerVersion.note,
      authorName: accountUser.name,
      createdAt: offerVersion.createdAt,
      publishAt: offerVersion.publishAt,
      publishedAt: offerVersion.publishedAt,
      cancelledAt: offerVersion.cancelledAt,
      restores: offerVersion.restores,
    })
    .from(offerVersion)
    .leftJoin(accountUser, eq(accountUser.id, offerVersion.authorId))
    .where(eq(offerVersion.offerId, offerId))
    .orderBy(desc(offerVersion.number));
}
