// How does a transaction write for one organization, and for no other?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/**
 * Inside, rows of other workspaces can neither be written nor, when private, be seen: the policies of
 * the database refuse, whatever the caller forgot to check.
 */
export function inWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (tx: Database) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local role voisoin_editor`);
    await tx.execute(sql`select set_config('voisoin.workspace', ${workspaceId}, true)`);
    return work(tx);
  });
}
