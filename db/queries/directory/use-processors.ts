// How does a transaction that makes whole tables have their rows computed by several processes?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** Beside the one that writes the rows. The database starts as many as it may: none when embedded. */
const MOST_WORKERS = 2;
/**
 * What a row handed from one process to another is held to cost: 0.1 by default, which keeps plain tables to
 * one process. Less than this, and rows are handed over before the long work on them, not after.
 */
const ROW_COST = '0.03';
/** Where the planner expects a hundred times the rows there will be. */
export const FEW_ROWS_COST = '0.0001';

/** Memory and processors for whole tables; settings of this transaction. */
export async function useMachine(tx: Database): Promise<void> {
  await tx.execute(sql`set local work_mem = '64MB'`);
  await tx.execute(sql`set local maintenance_work_mem = '128MB'`);
  await useProcessors(tx);
}

export async function useProcessors(tx: Database, rowCost = ROW_COST): Promise<void> {
  await tx.execute(sql`select
    set_config('max_parallel_workers_per_gather',
      least(${MOST_WORKERS}, current_setting('max_parallel_workers')::int)::text, true),
    set_config('parallel_tuple_cost', ${rowCost}, true)`);
}
