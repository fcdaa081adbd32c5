// How is an offer of a workspace shown to its people?

import { createHash } from 'node:crypto';
import type { Draft } from '#db/queries/workspace/find-draft.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import type { KeptOfferRow } from '#db/queries/workspace/list-kept-offers.ts';
import type { LocalDate } from '#domain/time.ts';
import type { OfferKind, OfferStatus } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { reviewDueOn, type Suspension, standingOf } from '#domain/transport/offer-standing.ts';

/** What residents read, or why they read nothing. */
export type OfferState = OfferStatus | 'not_published' | 'withdrawn' | 'archived';

export type OfferView = {
  id: string;
  name: string;
  kind: OfferKind;
  state: OfferState;
  stateNote: string | null;
  versionInUse: number | null;
  publishedAt: string | null;
  /** The last one residents read, in use or not; null: never published. */
  lastVersion: number | null;
  draft: { revision: number; updatedAt: string; updatedBy: string | null } | null;
  scheduled: { number: number; publishAt: string } | null;
  suspension: Suspension | null;
  verifiedOn: LocalDate | null;
  verifiedBy: string | null;
  reviewEveryDays: number;
  /** The last day the verification holds. */
  reviewDueOn: LocalDate | null;
  isReviewDue: boolean;
  archivedAt: string | null;
  /** To be sent back as If-Match with what changes the state. */
  etag: string;
};

export type DraftView = {
  offerId: string;
  /** Sent back as If-Match, between quotes. */
  revision: number;
  basedOn: number | null;
  document: OfferDocument;
  /** False: nothing is being written; the document is what an edit begins from. */
  isSaved: boolean;
  savedAt: string | null;
  savedBy: string | null;
};

export function presentOffer(row: KeptOfferRow, today: LocalDate): OfferView {
  const { draft, scheduled } = row;
  const standing = standingOf(row, today);
  const due = reviewDueOn(row);
  const isPublished = row.versionInUse !== null;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    state: isPublished ? standing.status : hiddenState(row),
    stateNote: isPublished ? standing.note : null,
    versionInUse: row.versionInUse,
    publishedAt: isoOf(row.publishedAt),
    lastVersion: row.lastVersion,
    draft:
      draft === null
        ? null
        : {
            revision: draft.revision,
            updatedAt: draft.updatedAt.toISOString(),
            updatedBy: draft.updatedByName,
          },
    scheduled:
      scheduled === null
        ? null
        : { number: scheduled.number, publishAt: scheduled.publishAt.toISOString() },
    suspension: row.suspension,
    verifiedOn: row.verifiedOn,
    verifiedBy: row.verifiedByName,
    reviewEveryDays: row.reviewEveryDays,
    reviewDueOn: due,
    isReviewDue: isPublished && (due === null || due < today),
    archivedAt: isoOf(row.archivedAt),
    etag: stateTag(row),
  };
}

/** Why residents read nothing. */
function hiddenState({ archivedAt, lastVersion }: KeptOfferRow): OfferState {
  if (archivedAt !== null) return 'archived';
  return lastVersion === null ? 'not_published' : 'withdrawn';
}

/** Another tag for another state; drafts have their own. */
export function stateTag(kept: KeptOffer): string {
  const { versionInUse, suspension, verifiedOn, verifiedBy, reviewEveryDays, archivedAt } = kept;
  const state = [
    versionInUse,
    suspension === null ? null : [suspension.from, suspension.until, suspension.note],
    verifiedOn,
    verifiedBy,
    reviewEveryDays,
    archivedAt?.toISOString() ?? null,
  ];
  const text = createHash('sha256').update(JSON.stringify(state)).digest('base64url');
  return `"${text.slice(0, 16)}"`;
}

export function presentDraft(offerId: string, draft: Draft): DraftView {
  const { document, revision, basedOn, saved } = draft;
  return {
    offerId,
    revision,
    basedOn,
    document,
    isSaved: saved !== null,
    savedAt: isoOf(saved?.at ?? null),
    savedBy: saved?.byName ?? null,
  };
}

export function revisionTag(revision: number): string {
  return `"${revision}"`;
}

export function isoOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
