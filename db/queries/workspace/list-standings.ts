// In which state do residents read each offer organizations keep? Of every organization: for the clock.

import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type KeptOffer, toKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';
import { offer } from '#db/schema/transport.ts';
import type { Standing } from '#domain/transport/offer-standing.ts';

export type ReadStanding = { workspaceId: string; kept: KeptOffer; read: Standing };

export async function listStandings(db: Database): Promise<ReadStanding[]> {
  const rows = await db
    .select({ kept: keptOffer, status: offer.status, note: offer.statusNote })
    .from(keptOffer)
    .innerJoin(offer, eq(offer.id, keptOffer.id))
    .where(isNotNull(keptOffer.versionInUse))
    .orderBy(asc(keptOffer.id));
  return rows.map(({ kept, status, note }) => ({
    workspaceId: kept.workspaceId,
    kept: toKeptOffer(kept),
    read: { status, note },
  }));
}
