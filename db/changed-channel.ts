// Where is a change of the data told, and how? Whoever keeps some of it in memory listens here.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** Sent by whoever changes the data (imports, editors), whatever the payload. */
export const CHANGED_CHANNEL = 'voisoin_changed';

/** Offers and nothing else changed. `number` grows with each such change, over all processes. */
export type OffersChange = { number: number; offerIds: readonly string[] };

/** Heard when the transaction commits, and not at all when it does not. */
export async function announceOffers(tx: Database, change: OffersChange): Promise<void> {
  const payload = ['offers', change.number, ...change.offerIds].join(' ');
  await tx.execute(sql`select pg_notify(${CHANGED_CHANNEL}, ${payload})`);
}

/** Null: something else changed too, or instead. */
export function readOffersChange(payload: string): OffersChange | null {
  const [word, number, ...offerIds] = payload.split(' ');
  if (word !== 'offers' || number === undefined || !/^\d+$/.test(number)) return null;
  return { number: Number(number), offerIds };
}
