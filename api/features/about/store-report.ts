// Keeps what somebody reported, for review: about one entry or one offer that exists.

import { randomUUID } from 'node:crypto';
import type { Database } from '#db/database.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import type { ReportBody } from './contract.ts';

/** The id of the stored report. Throws `not_found` when its subject does not exist. */
export async function storeReport(
  db: Database,
  { entryId, offerId, kind, text }: ReportBody,
  nowMs: number,
): Promise<string> {
  const id = randomUUID();
  await insertReport(db, {
    id,
    entryId: entryId ?? null,
    offerId: offerId ?? null,
    kind,
    text,
    createdAt: new Date(nowMs),
  });
  return id;
}
