// Adds a trip to replay. Inside the workspace.

import type { Database } from '#db/database.ts';
import type { StoredCase } from '#db/queries/workspace/list-cases.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';

export async function insertCase(
  tx: Database,
  row: StoredCase & { workspaceId: string; createdAt: Date },
): Promise<void> {
  await tx.insert(offerCase).values(row);
}
