// Keeps what was tried, writes it otherwise, or throws it away. Inside the workspace.

import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { StoredScenario } from '#db/queries/access/list-scenarios.ts';
import { accessScenario } from '#db/schema/access.ts';

export async function insertScenario(
  tx: Database,
  row: StoredScenario & { workspaceId: string; createdBy: string | null },
): Promise<void> {
  await tx.insert(accessScenario).values({ ...row, createdAt: row.updatedAt });
}

/** The version is one more. */
export async function updateScenario(
  tx: Database,
  id: string,
  change: Pick<StoredScenario, 'name' | 'changes' | 'vintage' | 'territoryCode' | 'updatedAt'>,
): Promise<void> {
  await tx
    .update(accessScenario)
    .set({ ...change, version: sql`${accessScenario.version} + 1` })
    .where(eq(accessScenario.id, id));
}

export async function deleteScenario(tx: Database, id: string): Promise<void> {
  await tx.delete(accessScenario).where(eq(accessScenario.id, id));
}
