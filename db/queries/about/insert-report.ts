// Keeps what a person reported as wrong, for review.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { entry } from '#db/schema/entry.ts';
import { report } from '#db/schema/report.ts';
import { offer } from '#db/schema/transport.ts';
import { AppError } from '#domain/error.ts';

export type NewReport = {
  id: string;
  /** Exactly one of the two. */
  entryId: string | null;
  offerId: string | null;
  kind: string;
  text: string;
  createdAt: Date;
};

/** Throws `not_found` when the entry or the offer does not exist. */
export async function insertReport(db: Database, newReport: NewReport): Promise<void> {
  const { entryId, offerId } = newReport;
  const found =
    entryId === null
      ? await db
          .select({ id: offer.id })
          .from(offer)
          .where(eq(offer.id, offerId ?? ''))
      : await db.select({ id: entry.id }).from(entry).where(eq(entry.id, entryId));
  if (found.length === 0) {
    const subject = entryId === null ? `offer ${offerId}` : `entry ${entryId}`;
    throw new AppError('not_found', `The ${subject} to report does not exist.`);
  }
  await db.insert(report).values(newReport);
}
