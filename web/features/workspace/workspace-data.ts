// What the pages of a workspace read from the API.

import type { Role, WorkspaceKind } from '#domain/account/roles.ts';
import type { LocalDate } from '#domain/time.ts';
import type { OfferKind, OfferStatus } from '#domain/transport/offer.ts';
import type { Suspension } from '#domain/transport/offer-standing.ts';

/** What GET /api/workspaces/{id}/offers answers of each. Moments are ISO, UTC. */
export type KeptOffer = {
  id: string;
  name: string;
  kind: OfferKind;
  /** What residents read, or why they read nothing. */
  state: OfferStatus | 'not_published' | 'withdrawn' | 'archived';
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
  etag: string;
};

export type Membership = { id: string; name: string; kind: WorkspaceKind; role: Role };
export type Me = { userId: string; name: string; workspaces: readonly Membership[] };

export type VersionRow = {
  number: number;
  note: string;
  author: string | null;
  createdAt: string;
  publishAt: string | null;
  publishedAt: string | null;
  cancelledAt: string | null;
  restores: number | null;
  inUse: boolean;
};

export type HistoryEntry = {
  position: number;
  at: string;
  actor: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  saves: number;
};

export type History = { entries: readonly HistoryEntry[]; next: number | null };
