// Throws a trip to replay away. Inside the workspace.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';

export async function deleteCase(tx: Database, caseId: string): Promise<void> {
  await tx.delete(offerCase).where(eq(offerCase.id, caseId));
}
