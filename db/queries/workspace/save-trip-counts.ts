// Writes the trips of one offer in one month, whatever was written before. Inside the workspace.

import type { Database } from '#db/database.ts';
import { volunteerTripCount } from '#db/schema/offer-keeping.ts';
import type { TripCounts, YearMonth } from '#domain/transport/trip-counts.ts';

export async function saveTripCounts(
  tx: Database,
  key: { workspaceId: string; offerId: string; month: YearMonth },
  counts: TripCounts,
  at: Date,
): Promise<void> {
  const values = { ...counts, updatedAt: at };
  await tx
    .insert(volunteerTripCount)
    .values({ ...key, month: `${key.month}-01`, ...values })
    .onConflictDoUpdate({
      target: [
        volunteerTripCount.workspaceId,
        volunteerTripCount.offerId,
        volunteerTripCount.month,
      ],
      set: values,
    });
}
