// Keeps what somebody reported, for review: about one entry or one offer that exists.

import { createHash, randomUUID } from 'node:crypto';
import { HttpRefusal } from '#api/http/problem.ts';
import type { Database } from '#db/database.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import type { ReportBody } from './contract.ts';

/**
 * `isKept`: false when enough people said the same that day. With a key, the same report sent twice is kept
 * once. Throws `not_found` without a subject, `unprocessable` when the key was sent with another report.
 */
export async function storeReport(
  db: Database,
  { entryId, offerId, kind, text }: ReportBody,
  { nowMs, key }: { nowMs: number; key: string | null },
): Promise<{ id: string; isKept: boolean }> {
  const id = key === null ? randomUUID() : idOf(key);
  const outcome = await insertReport(db, {
    id,
    entryId: entryId ?? null,
    offerId: offerId ?? null,
    kind,
    text,
    createdAt: new Date(nowMs),
  });
  if (outcome === 'other') {
    throw new HttpRefusal('unprocessable', 'This Idempotency-Key was sent with another report.');
  }
  return { id, isKept: outcome === 'kept' };
}

/** Nobody is signed in: the key is all there is to know a report again, and cannot be told from its id. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`report ${key}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
