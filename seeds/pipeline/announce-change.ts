// Tells running servers that they must read again what they keep in memory.

import { sql } from 'drizzle-orm';
import { CHANGED_CHANNEL } from '#db/changed-channel.ts';
import type { Database } from '#db/database.ts';

/** Heard when the transaction commits, and not at all when it does not. */
export async function announceChange(tx: Database, what: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANGED_CHANNEL}, ${what})`);
}
