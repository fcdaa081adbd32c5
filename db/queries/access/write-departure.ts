// Writes what somebody said of their departure, or takes it out. Inside the workspace.

import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { practiceDeparture } from '#db/schema/access.ts';

/** Held until the end of the transaction: two who write of one person take turns. */
export async function lockDeparture(
  tx: Database,
  workspaceId: string,
  entryId: string,
): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`departure ${workspaceId} ${entryId}`}, 0))`,
  );
}

export async function saveDeparture(
  tx: Database,
  row: {
    workspaceId: string;
    entryId: string;
    leavesOn: string;
    note: string | null;
    notedBy: string | null;
    notedAt: Date;
  },
): Promise<void> {
  const { leavesOn, note, notedBy, notedAt } = row;
  await tx
    .insert(practiceDeparture)
    .values(row)
    .onConflictDoUpdate({
      target: [practiceDeparture.workspaceId, practiceDeparture.entryId],
      set: { leavesOn, note, notedBy, notedAt },
    });
}

export async function deleteDeparture(tx: Database, entryId: string): Promise<void> {
  await tx.delete(practiceDeparture).where(eq(practiceDeparture.entryId, entryId));
}
