// Puts a version in use: what residents read, what the offer is known by, and the history, all or nothing.

import type { Database } from '#db/database.ts';
import { changeKeptOffer } from '#db/queries/workspace/change-kept-offer.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { AppError } from '#domain/error.ts';
import { type Act, dayOf, recordOffer, showToResidents } from './public-offer.ts';
import { fingerprintOf, tellChanges } from './tell-changes.ts';

/**
 * Under the lock of the offer. Whoever publishes says that all of it is true that day: `authorId` is
 * theirs, also when the clock acts.
 */
export async function publishVersion(
  tx: Database,
  act: Act,
  kept: KeptOffer,
  publication: { number: number; authorId: string | null; action: 'published' | 'restored' },
): Promise<void> {
  const { number, authorId, action } = publication;
  const version = await findVersion(tx, kept.id, number);
  if (version === null) throw new AppError('not_found', `No version ${number} of this offer.`);
  const before =
    kept.versionInUse === null ? null : await findVersion(tx, kept.id, kept.versionInUse);
  const verified = { verifiedOn: dayOf(act.at), verifiedBy: authorId };
  await changeKeptOffer(tx, kept.id, { versionInUse: number, ...verified });
  await showToResidents(tx, act, { ...kept, versionInUse: number, ...verified });
  await recordOffer(tx, act, kept.id, {
    action,
    isPublic: true,
    before: before === null ? null : { version: before.number },
    after: {
      version: number,
      note: version.note,
      ...(version.restores === null ? {} : { restores: version.restores }),
      sha256: fingerprintOf(version.document),
      changes: tellChanges(before?.document ?? null, version.document),
    },
  });
}
