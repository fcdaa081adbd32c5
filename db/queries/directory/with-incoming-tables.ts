// How does a transaction fill tables with the help of other connections, and leave nothing when it fails?

import type { BulkTransaction, DatabaseHandle } from '#db/database.ts';
import { type Beside, IncomingTables } from '#db/queries/directory/incoming-tables.ts';

/** Connections left beside that of the transaction and one that fills. */
const MOST_LANES = 2;

/** It swaps the tables itself. */
export type IncomingWork<T = void> = (
  bulk: BulkTransaction,
  incoming: IncomingTables<BulkTransaction>,
) => Promise<T>;

/** All or none of what `work` writes, and of what others made for it. */
export async function withIncomingTables<T>(
  handle: DatabaseHandle,
  work: IncomingWork<T>,
): Promise<T> {
  let incoming: IncomingTables<BulkTransaction> | undefined;
  try {
    return await handle.bulkTransaction(async (bulk) => {
      incoming = new IncomingTables(bulk, besideOf(handle));
      return await work(bulk, incoming);
    });
  } catch (error) {
    // Of a database that went away, the next import drops what is left.
    await incoming?.leave().catch(() => undefined);
    throw error;
  }
}

function besideOf({ kind, pool, bulkTransaction }: DatabaseHandle): Beside<BulkTransaction> | null {
  const lanes = Math.min(MOST_LANES, (pool.options.max ?? 0) - 2);
  return kind === 'embedded' || lanes < 1 ? null : { lanes, transaction: bulkTransaction };
}
