// How an offer stands: interrupted at once, back in service, said to be still true, put away.

import { dayOf, recordOffer, showToResidents } from '#api/runtime/public-offer.ts';
import { changeKeptOffer, type KeptOfferChange } from '#db/queries/workspace/change-kept-offer.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findScheduledVersion } from '#db/queries/workspace/find-scheduled-version.ts';
import { AppError } from '#domain/error.ts';
import type { Suspension } from '#domain/transport/offer-standing.ts';
import { cancelVersion } from './publish-offer.ts';
import { type OfferWrite, refuseArchived } from './write-offer.ts';

export async function suspend(write: OfferWrite, suspension: Suspension): Promise<void> {
  refuseArchived(write.kept);
  const today = dayOf(write.act.at);
  if (suspension.until !== null && suspension.until < today) {
    const fault = { field: 'until', expected: `${today} or later`, received: suspension.until };
    throw new AppError('bad_request', `until: expected ${today} or later.`, { details: [fault] });
  }
  await apply(write, 'suspended', { suspension }, { suspension: write.kept.suspension });
}

export async function resume(write: OfferWrite): Promise<void> {
  if (write.kept.suspension === null) {
    throw new AppError('conflict', 'No interruption is set: there is nothing to lift.');
  }
  await apply(write, 'resumed', { suspension: null }, { suspension: write.kept.suspension });
}

/** « Toujours valable »: all that residents read is true today. */
export async function confirmStillTrue(write: OfferWrite): Promise<void> {
  const { kept, act } = write;
  if (kept.versionInUse === null) {
    throw new AppError('conflict', 'It is not published: there is nothing to confirm.');
  }
  const change = { verifiedOn: dayOf(act.at), verifiedBy: act.actorId };
  await apply(write, 'verified', change, { verifiedOn: kept.verifiedOn });
}

export async function setReview(write: OfferWrite, reviewEveryDays: number): Promise<void> {
  const before = { reviewEveryDays: write.kept.reviewEveryDays };
  await apply(write, 'review_changed', { reviewEveryDays }, before);
}

/** Put away, it is not read by residents and waits for nothing. Taken out, it is to be published again. */
export async function setArchived(write: OfferWrite, archived: boolean): Promise<void> {
  const { tx, act, kept } = write;
  if ((kept.archivedAt !== null) === archived) return;
  const waiting = archived ? await findScheduledVersion(tx, kept.id) : null;
  if (waiting !== null) await cancelVersion(tx, act, kept, waiting.number);
  await apply(
    write,
    archived ? 'archived' : 'unarchived',
    archived ? { archivedAt: act.at, versionInUse: null } : { archivedAt: null },
    { version: kept.versionInUse },
  );
}

async function apply(
  { tx, act, kept }: OfferWrite,
  action: string,
  change: KeptOfferChange,
  before: unknown,
): Promise<void> {
  await changeKeptOffer(tx, kept.id, change);
  const isPublic = kept.versionInUse !== null;
  if (isPublic) await showToResidents(tx, act, { ...kept, ...change } as KeptOffer);
  await recordOffer(tx, act, kept.id, { action, isPublic, before, after: change });
}
