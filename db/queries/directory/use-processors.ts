// How does a transaction that makes whole tables have their rows computed by several processes?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** Beside the one that writes the rows. The database starts as many as it may: none when embedded. */
const MOST_WORKERS = 2;

export async function useProcessors(tx: Database): Promise<void> {
  await tx.execute(sql`select set_config('max_parallel_workers_per_gather',
    least(${MOST_WORKERS}, current_setting('max_parallel_workers')::int)::text, true)`);
}
