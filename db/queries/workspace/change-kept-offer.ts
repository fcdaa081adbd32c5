// Changes how an organization keeps an offer: its version in use, its interruption, its verification.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';
import type { Suspension } from '#domain/transport/offer-standing.ts';

export type KeptOfferChange = {
  versionInUse?: number | null;
  suspension?: Suspension | null;
  verifiedOn?: string;
  verifiedBy?: string | null;
  reviewEveryDays?: number;
  archivedAt?: Date | null;
};

export async function changeKeptOffer(
  tx: Database,
  offerId: string,
  { suspension, ...change }: KeptOfferChange,
): Promise<void> {
  const interruption =
    suspension === undefined
      ? {}
      : {
          suspendedFrom: suspension?.from ?? null,
          suspendedUntil: suspension?.until ?? null,
          suspendedNote: suspension?.note ?? null,
        };
  await tx
    .update(keptOffer)
    .set({ ...change, ...interruption })
    .where(eq(keptOffer.id, offerId));
}
