// The trip to replay of this id, or none in this workspace.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { StoredCase } from '#db/queries/workspace/list-cases.ts';
import { offerCase } from '#db/schema/offer-keeping.ts';

/** Locked until the end of the transaction. Read inside the workspace. */
export async function findCase(tx: Database, caseId: string): Promise<StoredCase | null> {
  const [row] = await tx
    .select({
      id: offerCase.id,
      position: offerCase.position,
      label: offerCase.label,
      subject: offerCase.subject,
    })
    .from(offerCase)
    .where(eq(offerCase.id, caseId))
    .for('update');
  return row ?? null;
}
