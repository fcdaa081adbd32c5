// What is being written of this offer: its draft, or else what an edit would begin from?

import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser } from '#db/schema/account.ts';
import { auditEntry } from '#db/schema/history.ts';
import { offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

/**
 * `saved` null: nothing is being written; `document` is the version in use, or the last one.
 * `revision` never goes back, whatever was discarded or published in between.
 */
export type Draft = {
  document: OfferDocument;
  revision: number;
  basedOn: number | null;
  saved: { at: Date; byId: string | null; byName: string | null } | null;
};

/** What puts another document where an edit begins. */
const CHANGES_THE_GROUND = [
  'created',
  'published',
  'restored',
  'scheduled',
  'schedule_cancelled',
  'withdrawn',
];

/** Null when the offer holds nothing at all. Read inside the workspace. */
export async function findDraft(
  tx: Database,
  offerId: string,
  versionInUse: number | null,
): Promise<Draft | null> {
  const [row] = await tx
    .select({ draft: offerDraft, byName: accountUser.name })
    .from(offerDraft)
    .leftJoin(accountUser, eq(accountUser.id, offerDraft.updatedBy))
    .where(eq(offerDraft.offerId, offerId));
  if (row !== undefined) {
    const { document, revision, basedOn, updatedAt, updatedBy } = row.draft;
    const saved = { at: updatedAt, byId: updatedBy, byName: row.byName };
    return { document, revision, basedOn, saved };
  }
  const [version] = await tx
    .select({ number: offerVersion.number, document: offerVersion.document })
    .from(offerVersion)
    .where(
      and(
        eq(offerVersion.offerId, offerId),
        versionInUse === null
          ? isNull(offerVersion.cancelledAt)
          : eq(offerVersion.number, versionInUse),
      ),
    )
    .orderBy(desc(offerVersion.number))
    .limit(1);
  if (version === undefined) return null;
  const revision = await lastChangeOf(tx, offerId);
  return { document: version.document, revision, basedOn: version.number, saved: null };
}

/** Its place in the history: more than any revision before it, since each save has a place of its own. */
export async function lastChangeOf(tx: Database, offerId: string): Promise<number> {
  const [last] = await tx
    .select({ position: auditEntry.position })
    .from(auditEntry)
    .where(
      and(
        inArray(auditEntry.subjectKind, ['offer', 'draft']),
        eq(auditEntry.subjectId, offerId),
        or(eq(auditEntry.subjectKind, 'draft'), inArray(auditEntry.action, CHANGES_THE_GROUND)),
      ),
    )
    .orderBy(desc(auditEntry.position))
    .limit(1);
  return last?.position ?? 0;
}
