// What is the number of the last change of kept offers? The same in every process of one database.

import { eq, max } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { auditEntry } from '#db/schema/history.ts';

export async function lastOffersChange(db: Database): Promise<number> {
  const [row] = await db
    .select({ number: max(auditEntry.position) })
    .from(auditEntry)
    .where(eq(auditEntry.subjectKind, 'offer'));
  return row?.number ?? 0;
}
