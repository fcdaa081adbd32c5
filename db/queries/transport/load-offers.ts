// Every transport offer, whole: what the planner judges and the guide lists.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type OfferRecord, selectOffers, toOffer } from '#db/queries/transport/offer-row.ts';
import type { Offer } from '#domain/transport/offer.ts';

export async function loadOffers(db: Database): Promise<Offer[]> {
  const { rows } = await db.execute<OfferRecord>(loadOffersQuery());
  return rows.map(toOffer);
}

export function loadOffersQuery(): SQL {
  return sql`${selectOffers} order by o.position, o.id`;
}
