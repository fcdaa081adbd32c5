// Keeps what a person reported as wrong, for review.

import { and, eq, gt, sql } from 'drizzle-orm';
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

/** What one error needs to be believed; the same again says nothing new that day. */
const MOST_OF_A_KIND = 5;
/** Of one entry or one offer, whatever is wrong with it. */
const MOST_OF_A_SUBJECT = 20;
const DAY_MS = 24 * 3_600_000;

/**
 * `enough`: the same was reported enough times in a day; it waits for whoever reviews it, and nothing is
 * added. `other`: one of this id says something else; one that says the same is this one. Throws `not_found`
 * when the entry or the offer does not exist.
 */
export async function insertReport(
  db: Database,
  newReport: NewReport,
): Promise<'kept' | 'enough' | 'other'> {
  const { entryId, offerId, kind, createdAt } = newReport;
  const found =
    entryId === null
      ? await db
          .select({ id: offer.id })
          .from(offer)
          .where(eq(offer.id, offerId ?? ''))
      : await db.select({ id: entry.id }).from(entry).where(eq(entry.id, entryId));
  const subject = entryId === null ? `offer ${offerId}` : `entry ${entryId}`;
  if (found.length === 0) {
    throw new AppError('not_found', `The ${subject} to report does not exist.`);
  }
  return db.transaction(async (tx) => {
    // Counted and added as one, so that many at once do not pass together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 11))`);
    const [known] = await tx.select().from(report).where(eq(report.id, newReport.id));
    if (known !== undefined) {
      const same = (['entryId', 'offerId', 'kind', 'text'] as const).every(
        (field) => known[field] === newReport[field],
      );
      return same ? 'kept' : 'other';
    }
    const since = new Date(createdAt.getTime() - DAY_MS);
    const isSubject =
      entryId === null ? eq(report.offerId, offerId ?? '') : eq(report.entryId, entryId);
    const [counted] = await tx
      .select({
        ofKind: sql<number>`count(*) filter (where ${report.kind} = ${kind})::int`,
        all: sql<number>`count(*)::int`,
      })
      .from(report)
      .where(and(isSubject, gt(report.createdAt, since)));
    const { ofKind = 0, all = 0 } = counted ?? {};
    if (ofKind >= MOST_OF_A_KIND || all >= MOST_OF_A_SUBJECT) return 'enough';
    const { rowCount } = await tx.insert(report).values(newReport).onConflictDoNothing();
    return rowCount === 1 ? 'kept' : 'other';
  });
}
