// Writes what was typed of an offer as its draft of this revision.

import type { Database } from '#db/database.ts';
import { offerDraft } from '#db/schema/offer-keeping.ts';

/** Who may write it, and on which revision, was seen to under the lock of the offer. */
export async function saveDraft(
  tx: Database,
  draft: Required<typeof offerDraft.$inferInsert>,
): Promise<void> {
  const { document, revision, updatedAt, updatedBy } = draft;
  await tx.insert(offerDraft).values(draft).onConflictDoUpdate({
    target: offerDraft.offerId,
    set: { document, revision, updatedAt, updatedBy },
  });
}
