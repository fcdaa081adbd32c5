// Which trips does the organization replay before it publishes, in its order?

import { asc } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';

export type StoredCase = { id: string; position: number; label: string; subject: OfferCase };

/** Read inside the workspace. */
export async function listCases(tx: Database): Promise<StoredCase[]> {
  return tx
    .select({
      id: offerCase.id,
      position: offerCase.position,
      label: offerCase.label,
      subject: offerCase.subject,
    })
    .from(offerCase)
    .orderBy(asc(offerCase.position), asc(offerCase.id));
}
