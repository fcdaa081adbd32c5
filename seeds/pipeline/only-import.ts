// Is this the only import running on this database? Two at once would write over each other.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { AppError } from '#domain/error.ts';

/** Any number, the same for all imports. */
const LOCK_KEY = 1_986_031_603;

/**
 * Holds until the transaction ends. Throws `conflict` while another import runs. The embedded database belongs
 * to one process: there it always holds.
 */
export async function beOnlyImport(db: Database): Promise<void> {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK_KEY}) as held`,
  );
  if (rows[0]?.held === true) return;
  throw new AppError(
    'conflict',
    'Un autre import est en cours sur cette base de données : attendez qu’il finisse, puis recommencez.',
  );
}
