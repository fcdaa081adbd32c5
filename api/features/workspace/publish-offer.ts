// From a draft to what residents read: now, at an hour to come, or an older version put back.

import { HttpRefusal } from '#api/http/problem.ts';
import {
  type Act,
  dayOf,
  recordOffer,
  showToResidents,
  sourceOf,
} from '#api/runtime/public-offer.ts';
import { publishVersion } from '#api/runtime/publish-version.ts';
import { fingerprintOf } from '#api/runtime/tell-changes.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { listFeedIds } from '#db/queries/journey/list-feed-ids.ts';
import { changeKeptOffer } from '#db/queries/workspace/change-kept-offer.ts';
import { deleteDraft } from '#db/queries/workspace/delete-draft.ts';
import { findDraft, lastChangeOf } from '#db/queries/workspace/find-draft.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findScheduledVersion } from '#db/queries/workspace/find-scheduled-version.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { insertVersion } from '#db/queries/workspace/insert-version.ts';
import { markVersion } from '#db/queries/workspace/mark-version.ts';
import { saveDraft } from '#db/queries/workspace/save-draft.ts';
import { AppError } from '#domain/error.ts';
import { type CheckGround, canPublish, checkOffer } from '#domain/transport/check-offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { statedBy } from '#domain/transport/stated-document.ts';
import { requireRevision } from './edit-draft.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { type OfferWrite, refuseArchived } from './write-offer.ts';

export async function groundOf(
  tx: Database,
  deps: WorkspaceDeps,
  at: Date,
  territoryCodes: readonly string[],
): Promise<CheckGround> {
  return {
    today: dayOf(at),
    territoryCodes,
    needIds: new Set(deps.stores.needs.current().map(({ id }) => id)),
    feedIds: new Set(await listFeedIds(tx)),
  };
}

/** Returns the number of the new version. Throws 400 with the notices that stop it. */
export async function publishDraft(
  deps: WorkspaceDeps,
  { tx, act, kept, member }: OfferWrite,
  order: { sent: string; note: string; publishAt: Date | null },
): Promise<number> {
  refuseArchived(kept);
  const draft = await requireRevision(tx, kept, order.sent);
  if (draft.saved === null) {
    throw new AppError('conflict', 'Nothing is being written: there is nothing to publish.');
  }
  const { note, publishAt } = order;
  const isLater = publishAt !== null && publishAt > act.at;
  const readAt = isLater ? publishAt : act.at;
  const ground = await groundOf(tx, deps, readAt, member.workspace.territoryCodes);
  refuseFaults(draft.document, ground);
  if (isLater) await refuseSecondSchedule(tx, kept);
  const document = statedBy(draft.document, sourceOf(act.workspaceId), dayOf(readAt));
  const number = await insertVersion(tx, {
    offerId: kept.id,
    workspaceId: act.workspaceId,
    document,
    note,
    authorId: act.actorId,
    createdAt: act.at,
    publishAt: isLater ? publishAt : null,
    publishedAt: isLater ? null : act.at,
    restores: null,
  });
  await deleteDraft(tx, kept.id);
  if (isLater) {
    await recordOffer(tx, act, kept.id, {
      action: 'scheduled',
      isPublic: false,
      after: {
        version: number,
        publishAt: publishAt.toISOString(),
        note,
        sha256: fingerprintOf(document),
      },
    });
  } else {
    await publishVersion(tx, act, kept, { number, authorId: act.actorId, action: 'published' });
  }
  return number;
}

/** A new version with the words of an older one; what is being written stays. */
export async function restoreVersion(
  deps: WorkspaceDeps,
  { tx, act, kept, member }: OfferWrite,
  { number, note }: { number: number; note: string },
): Promise<number> {
  refuseArchived(kept);
  const version = await findVersion(tx, kept.id, number);
  if (version === null) throw new AppError('not_found', `No version ${number} of this offer.`);
  const ground = await groundOf(tx, deps, act.at, member.workspace.territoryCodes);
  refuseFaults(version.document, ground);
  const restored = await insertVersion(tx, {
    offerId: kept.id,
    workspaceId: act.workspaceId,
    document: version.document,
    note,
    authorId: act.actorId,
    createdAt: act.at,
    publishAt: null,
    publishedAt: act.at,
    restores: number,
  });
  await publishVersion(tx, act, kept, {
    number: restored,
    authorId: act.actorId,
    action: 'restored',
  });
  return restored;
}

/** Residents read it no more; its versions stay. `reason` goes into the history. */
export async function withdraw({ tx, act, kept }: OfferWrite, reason: string): Promise<void> {
  if (kept.versionInUse === null) {
    throw new AppError('conflict', 'It is not published: there is nothing to withdraw.');
  }
  await changeKeptOffer(tx, kept.id, { versionInUse: null });
  await showToResidents(tx, act, { ...kept, versionInUse: null });
  await recordOffer(tx, act, kept.id, {
    action: 'withdrawn',
    isPublic: true,
    before: { version: kept.versionInUse },
    after: { note: reason },
  });
}

/** Its words become the draft again, unless something else is being written. Throws `not_found`. */
export async function cancelSchedule({ tx, act, kept }: OfferWrite): Promise<void> {
  const version = await findScheduledVersion(tx, kept.id);
  if (version === null) throw new AppError('not_found', 'No publication is planned.');
  await cancelVersion(tx, act, kept, version.number);
  const { document } = version;
  const draft = await findDraft(tx, kept.id, kept.versionInUse);
  if (draft?.saved) return;
  const revision = (await lastChangeOf(tx, kept.id)) + 1;
  await saveDraft(tx, {
    offerId: kept.id,
    workspaceId: act.workspaceId,
    document,
    revision,
    basedOn: kept.versionInUse,
    updatedAt: act.at,
    updatedBy: act.actorId,
  });
  await appendAudit(tx, {
    ...act,
    action: 'draft_saved',
    subjectKind: 'draft',
    subjectId: kept.id,
    before: { version: version.number },
    after: { revision, sha256: fingerprintOf(document) },
  });
}

export async function cancelVersion(
  tx: Database,
  act: Act,
  kept: KeptOffer,
  number: number,
): Promise<void> {
  await markVersion(tx, kept.id, number, { cancelledAt: act.at });
  await recordOffer(tx, act, kept.id, {
    action: 'schedule_cancelled',
    isPublic: false,
    before: { version: number },
  });
}

function refuseFaults(document: OfferDocument, ground: CheckGround): void {
  const notices = checkOffer(document, ground);
  if (canPublish(notices)) return;
  const details = notices
    .filter(({ severity }) => severity === 'error')
    .map(({ field, code, step }) => ({
      field,
      expected: 'what can be published',
      received: code,
      step,
    }));
  throw new HttpRefusal(
    'bad_request',
    `It cannot be published yet: ${details.map(({ received }) => received).join(', ')}.`,
    details,
    { notices },
  );
}

async function refuseSecondSchedule(tx: Database, kept: KeptOffer): Promise<void> {
  const waiting = await findScheduledVersion(tx, kept.id);
  if (waiting === null) return;
  const when = waiting.publishAt?.toISOString() ?? '';
  throw new AppError(
    'conflict',
    `Version ${waiting.number} is planned for ${when} already: cancel it first.`,
  );
}
