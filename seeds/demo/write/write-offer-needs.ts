// Which needs do offers answer where they come, beyond what the demonstration says? What managers added.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { need } from '#db/schema/need.ts';
import { offer, offerNeed } from '#db/schema/transport.ts';

export type OfferNeedRow = typeof offerNeed.$inferSelect;

/** Read before the offers are taken away: removing an offer takes its rows with it. */
export async function listOfferNeeds(tx: Database): Promise<OfferNeedRow[]> {
  return await tx.select().from(offerNeed);
}

/** `all`: rows of before; those of an offer or a need that exists no more are let go. */
export async function keepSaidNeeds(tx: Database, all: readonly OfferNeedRow[]): Promise<void> {
  const offerIds = sql.param(all.map(({ offerId }) => offerId));
  const needIds = sql.param(all.map(({ needId }) => needId));
  await tx.execute(sql`insert into ${offerNeed} (offer_id, need_id)
    select said.offer_id, said.need_id
    from unnest(${offerIds}::text[], ${needIds}::text[]) as said(offer_id, need_id)
    join ${offer} on ${offer.id} = said.offer_id
    join ${need} on ${need.id} = said.need_id
    on conflict do nothing`);
}
