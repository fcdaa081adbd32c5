// How many trips did volunteers drive, month by month? Numbers, no names. Read inside the workspace.

import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { volunteerTripCount } from '#db/schema/offer-keeping.ts';
import type { TripCounts, YearMonth } from '#domain/transport/trip-counts.ts';

export type TripCountRow = {
  offerId: string;
  month: YearMonth;
  counts: TripCounts;
  updatedAt: Date;
};

export async function listTripCounts(
  tx: Database,
  filter: { from: YearMonth; to: YearMonth; offerId?: string },
): Promise<TripCountRow[]> {
  const rows = await tx
    .select()
    .from(volunteerTripCount)
    .where(
      and(
        gte(volunteerTripCount.month, `${filter.from}-01`),
        lte(volunteerTripCount.month, `${filter.to}-01`),
        filter.offerId === undefined ? undefined : eq(volunteerTripCount.offerId, filter.offerId),
      ),
    )
    .orderBy(asc(volunteerTripCount.offerId), asc(volunteerTripCount.month));
  return rows.map(({ workspaceId: _, offerId, month, updatedAt, ...counts }) => ({
    offerId,
    month: month.slice(0, 7),
    counts,
    updatedAt,
  }));
}
