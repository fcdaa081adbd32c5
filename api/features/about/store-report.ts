// Keeps what somebody reported, for review: about one entry or one offer that exists.

import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import type { ReportBody } from './contract.ts';

/** `isKept`: false when enough people said the same that day. Throws `not_found` without a subject. */
export async function storeReport(
  db: Database,
  { entryId, offerId, kind, text }: ReportBody,
  nowMs: number,
): Promise<{ id: string; isKept: boolean }> {
  const id = randomUUID();
  const isKept = await insertReport(db, {
    id,
    entryId: entryId ?? null,
    offerId: offerId ?? null,
    kind,
    text,
    createdAt: new Date(nowMs),
  });
  return { id, isKept };
}
