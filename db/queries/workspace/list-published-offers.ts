// Which offers do organizations keep themselves, with a version residents read?

import { isNotNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';

export async function listPublishedOffers(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: keptOffer.id })
    .from(keptOffer)
    .where(isNotNull(keptOffer.versionInUse))
    .orderBy(keptOffer.id);
  return rows.map(({ id }) => id);
}
