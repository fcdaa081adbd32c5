// Which documents do organizations keep: those residents read, or those of one organization as they are written?

import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { keptOffer, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

const isInUse = and(
  eq(offerVersion.offerId, keptOffer.id),
  eq(offerVersion.number, keptOffer.versionInUse),
);

/** The versions in use, of one organization or of all, in the order of their ids. Their id is the offer's. */
export async function listPublishedDocuments(
  db: Database,
  workspaceId: string | null,
): Promise<OfferDocument[]> {
  const rows = await db
    .select({ id: keptOffer.id, document: offerVersion.document })
    .from(keptOffer)
    .innerJoin(offerVersion, isInUse)
    .where(workspaceId === null ? undefined : eq(keptOffer.workspaceId, workspaceId))
    .orderBy(asc(keptOffer.id));
  return rows.map(named);
}

/** Drafts, else versions in use, archived offers aside. Read inside the workspace. */
export async function listWorkingDocuments(tx: Database): Promise<OfferDocument[]> {
  const rows = await tx
    .select({ id: keptOffer.id, draft: offerDraft.document, version: offerVersion.document })
    .from(keptOffer)
    .leftJoin(offerDraft, eq(offerDraft.offerId, keptOffer.id))
    .leftJoin(offerVersion, isInUse)
    .where(isNull(keptOffer.archivedAt))
    .orderBy(asc(keptOffer.id));
  return rows.flatMap(({ id, draft, version }) => {
    const document = draft ?? version;
    return document === null ? [] : named({ id, document });
  });
}

function named({ id, document }: { id: string; document: OfferDocument }): OfferDocument {
  return { ...document, offer: { ...document.offer, id } };
}
