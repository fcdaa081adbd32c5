// What is the number of the last change of kept offers, or of what is said of imported lines? The same in every process of one database.

import { inArray, max } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { auditEntry } from '#db/schema/history.ts';

export async function lastOffersChange(db: Database): Promise<number> {
  const [row] = await db
    .select({ number: max(auditEntry.position) })
    .from(auditEntry)
    .where(inArray(auditEntry.subjectKind, ['offer', 'overlay']));
  return row?.number ?? 0;
}
