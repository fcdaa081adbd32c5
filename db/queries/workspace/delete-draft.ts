// Takes away what was being written of an offer.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerDraft } from '#db/schema/offer-keeping.ts';

export async function deleteDraft(tx: Database, offerId: string): Promise<void> {
  await tx.delete(offerDraft).where(eq(offerDraft.offerId, offerId));
}
