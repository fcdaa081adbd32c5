// Is there an offer of this id?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type OfferRecord, selectOffers, toOffer } from '#db/queries/transport/offer-row.ts';
import type { Offer } from '#domain/transport/offer.ts';

export async function findOffer(db: Database, id: string): Promise<Offer | null> {
  const { rows } = await db.execute<OfferRecord>(sql`${selectOffers} where o.id = ${id}`);
  return rows[0] === undefined ? null : toOffer(rows[0]);
}
