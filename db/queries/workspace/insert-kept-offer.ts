// An offer the organization keeps from now on.

import type { Database } from '#db/database.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';

export async function insertKeptOffer(
  tx: Database,
  offer: { id: string; workspaceId: string; createdAt: Date },
): Promise<void> {
  await tx.insert(keptOffer).values(offer);
}
