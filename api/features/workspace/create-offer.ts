// A new offer: blank, or begun from another of the same organization.

import { randomBytes } from 'node:crypto';
import { type Act, recordOffer, sourceOf } from '#api/runtime/public-offer.ts';
import { fingerprintOf } from '#api/runtime/tell-changes.ts';
import type { Database } from '#db/database.ts';
import { findDraft } from '#db/queries/workspace/find-draft.ts';
import { findKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { findOrganization, type Organization } from '#db/queries/workspace/find-organization.ts';
import { insertKeptOffer } from '#db/queries/workspace/insert-kept-offer.ts';
import { saveDraft } from '#db/queries/workspace/save-draft.ts';
import type { OfferKind } from '#domain/transport/offer.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import { noOffer } from './write-offer.ts';

export type NewOffer = { kind: OfferKind; name: string } | { copyOf: string };

/** Returns its id; its document is a draft. Throws `not_found` for a copy of nothing. */
export async function createOffer(tx: Database, act: Act, wanted: NewOffer): Promise<string> {
  const { workspaceId, actorId, at } = act;
  const organization = await findOrganization(tx, workspaceId);
  if (organization === null || actorId === null) throw noOffer();
  const id = `offre-${randomBytes(6).toString('hex')}`;
  const document =
    'copyOf' in wanted
      ? await copyDocument(tx, wanted.copyOf, id)
      : blankOf(id, wanted, organization);
  await insertKeptOffer(tx, { id, workspaceId, createdAt: at });
  await saveDraft(tx, {
    offerId: id,
    workspaceId,
    document,
    revision: 1,
    basedOn: null,
    updatedAt: at,
    updatedBy: actorId,
  });
  await recordOffer(tx, act, id, {
    action: 'created',
    isPublic: false,
    after: {
      name: document.offer.name,
      kind: document.offer.kind,
      ...('copyOf' in wanted ? { copyOf: wanted.copyOf } : {}),
      revision: 1,
      sha256: fingerprintOf(document),
    },
  });
  return id;
}

function blankOf(
  id: string,
  { kind, name }: { kind: OfferKind; name: string },
  { workspaceId, provider, territoryCodes }: Organization,
): OfferDocument {
  const sourceId = sourceOf(workspaceId);
  const blank = blankDocument({ id, kind, territoryCodes, provider, sourceId });
  return { ...blank, offer: { ...blank.offer, name } };
}

async function copyDocument(tx: Database, offerId: string, id: string): Promise<OfferDocument> {
  const kept = await findKeptOffer(tx, offerId);
  const draft = kept === null ? null : await findDraft(tx, offerId, kept.versionInUse);
  if (draft === null) throw noOffer();
  const { document } = draft;
  return { ...document, offer: { ...document.offer, id, name: `${document.offer.name} (copie)` } };
}
