// Puts a version in the hands of residents, or takes it back; inside the workspace, under the lock of the offer.

import { announceOffers } from '#db/changed-channel.ts';
import type { Database } from '#db/database.ts';
import { type AuditChange, appendAudit } from '#db/queries/account/append-audit.ts';
import { findKeptOffer, type KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findOrganization } from '#db/queries/workspace/find-organization.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { deletePublicOffer, writePublicOffer } from '#db/queries/workspace/write-public-offer.ts';
import { AppError } from '#domain/error.ts';
import { type LocalDate, toMoment } from '#domain/time.ts';
import { lineRows } from '#domain/transport/line-rows.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { Standing } from '#domain/transport/offer-standing.ts';
import { publishedOffer } from '#domain/transport/published-offer.ts';
import { fingerprintOf } from './tell-changes.ts';

/** Who acts, where, when. */
export type Act = { workspaceId: string; actorId: string | null; at: Date };

export function dayOf(at: Date): LocalDate {
  return toMoment(at.getTime()).date;
}

/** The origin of what an organization says of its offers. */
export function sourceOf(workspaceId: string): string {
  return `workspace:${workspaceId}`;
}

/** Throws `not_found`. */
export async function lockKeptOffer(tx: Database, offerId: string): Promise<KeptOffer> {
  const kept = await findKeptOffer(tx, offerId, { lock: true });
  if (kept === null) throw new AppError('not_found', 'No such offer in this workspace.');
  return kept;
}

/** Writes the version in use as it is to be read today; nothing stays when there is none. */
export async function showToResidents(
  tx: Database,
  act: Act,
  kept: KeptOffer,
): Promise<Standing | null> {
  if (kept.versionInUse === null) {
    await deletePublicOffer(tx, kept.id);
    return null;
  }
  const version = await findVersion(tx, kept.id, kept.versionInUse);
  const organization = await findOrganization(tx, act.workspaceId);
  if (version === null || organization === null) {
    throw new AppError('not_found', `Version ${kept.versionInUse} of ${kept.id} is not kept.`);
  }
  const sourceId = sourceOf(act.workspaceId);
  const offer = publishedOffer(version.document, {
    offerId: kept.id,
    provider: organization.provider,
    keeping: kept,
    isVerified: kept.verifiedBy !== null,
    today: dayOf(act.at),
  });
  const named = { sourceId, name: organization.name };
  await writePublicOffer(tx, offer, named, timetableOf(version.document, kept, act.at));
  return { status: offer.status, note: offer.statusNote };
}

function timetableOf({ timetable, offer }: OfferDocument, kept: KeptOffer, at: Date) {
  if (timetable === null) return null;
  const rows = lineRows(timetable, dayOf(at), kept.suspension);
  return { rows, sha256: fingerprintOf([offer.name, offer.phone, rows]), at };
}

/** One entry of the history about an offer, told to every process when residents read something else. */
export async function recordOffer(
  tx: Database,
  act: Act,
  offerId: string,
  change: Pick<AuditChange, 'action' | 'before' | 'after'> & { isPublic: boolean },
): Promise<void> {
  const { isPublic, ...told } = change;
  const number = await appendAudit(tx, {
    ...told,
    ...act,
    subjectKind: 'offer',
    subjectId: offerId,
  });
  if (isPublic) await announceOffers(tx, { number, offerIds: [offerId] });
}
