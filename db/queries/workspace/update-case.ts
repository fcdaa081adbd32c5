// Says a trip to replay otherwise. Inside the workspace.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { StoredCase } from '#db/queries/workspace/list-cases.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';

export async function updateCase(
  tx: Database,
  caseId: string,
  { label, subject }: Pick<StoredCase, 'label' | 'subject'>,
): Promise<void> {
  await tx.update(offerCase).set({ label, subject }).where(eq(offerCase.id, caseId));
}
