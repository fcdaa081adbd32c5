// In which state do residents read each offer organizations keep? Of every organization: for the clock.

import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type KeptOffer, toKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { feedVersion } from '#db/schema/feed.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';
import { offer } from '#db/schema/transport.ts';
import type { LocalDate } from '#domain/time.ts';
import type { Standing } from '#domain/transport/offer-standing.ts';

export type ReadStanding = {
  workspaceId: string;
  kept: KeptOffer;
  read: Standing;
  /** The last day its timetable is written out; null: it has none. */
  timetableTo: LocalDate | null;
};

export async function listStandings(db: Database): Promise<ReadStanding[]> {
  const rows = await db
    .select({
      kept: keptOffer,
      status: offer.status,
      note: offer.statusNote,
      timetableTo: feedVersion.validTo,
    })
    .from(keptOffer)
    .innerJoin(offer, eq(offer.id, keptOffer.id))
    .leftJoin(feedVersion, and(eq(feedVersion.feedId, keptOffer.id), eq(feedVersion.active, true)))
    .where(isNotNull(keptOffer.versionInUse))
    .orderBy(asc(keptOffer.id));
  return rows.map(({ kept, status, note, timetableTo }) => ({
    workspaceId: kept.workspaceId,
    kept: toKeptOffer(kept),
    read: { status, note },
    timetableTo,
  }));
}
