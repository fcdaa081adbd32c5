// What happens to what is being written of an offer: saved as one more revision, or thrown away.
//
// Each save is in the history, with the fields it touched: nothing acknowledged is only in a draft.

import { staleRefusal } from '#api/http/if-match.ts';
import type { Act } from '#api/runtime/public-offer.ts';
import { fingerprintOf, tellChanges } from '#api/runtime/tell-changes.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { deleteDraft } from '#db/queries/workspace/delete-draft.ts';
import type { Draft } from '#db/queries/workspace/find-draft.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { saveDraft } from '#db/queries/workspace/save-draft.ts';
import { AppError } from '#domain/error.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { type DraftView, presentDraft, revisionTag } from './present-offer.ts';
import { refuseArchived, requireDraft } from './write-offer.ts';

/** Throws 412 with the draft held when it is another revision. */
export async function requireRevision(tx: Database, kept: KeptOffer, sent: string): Promise<Draft> {
  const draft = await requireDraft(tx, kept);
  const held = revisionTag(draft.revision);
  if (sent === held) return draft;
  throw staleRefusal(sent, held, presentDraft(kept.id, draft));
}

/** The same save sent again, because its answer was lost, is not a conflict: it is answered again. */
export async function writeDraft(
  tx: Database,
  act: Act & { actorId: string },
  kept: KeptOffer,
  edit: { sent: string; document: OfferDocument },
): Promise<DraftView> {
  refuseArchived(kept);
  const { sent, document } = edit;
  const { actorId, at, workspaceId } = act;
  const held = await requireDraft(tx, kept);
  const sha256 = fingerprintOf(document);
  const heldHash = fingerprintOf(held.document);
  if (sent !== revisionTag(held.revision)) {
    const isSentAgain =
      sent === revisionTag(held.revision - 1) &&
      held.saved?.byId === actorId &&
      sha256 === heldHash;
    if (isSentAgain) return presentDraft(kept.id, held);
    throw staleRefusal(sent, revisionTag(held.revision), presentDraft(kept.id, held));
  }
  const revision = held.revision + 1;
  await saveDraft(tx, {
    offerId: kept.id,
    workspaceId,
    document,
    revision,
    basedOn: held.basedOn,
    updatedAt: at,
    updatedBy: actorId,
  });
  await appendAudit(tx, {
    ...act,
    action: 'draft_saved',
    subjectKind: 'draft',
    subjectId: kept.id,
    before: { revision: held.revision, sha256: heldHash },
    after: { revision, sha256, changes: tellChanges(held.document, document) },
  });
  return presentDraft(kept.id, await requireDraft(tx, kept));
}

/** Back to what residents read. Throws `conflict` for an offer that would hold nothing. */
export async function discardDraft(
  tx: Database,
  act: Act,
  kept: KeptOffer,
  sent: string,
): Promise<DraftView> {
  refuseArchived(kept);
  const held = await requireRevision(tx, kept, sent);
  if (held.saved === null) return presentDraft(kept.id, held);
  if (held.basedOn === null) {
    throw new AppError('conflict', 'Never published, it would hold nothing: archive it instead.');
  }
  await deleteDraft(tx, kept.id);
  const next = await requireDraft(tx, kept);
  await appendAudit(tx, {
    ...act,
    action: 'draft_discarded',
    subjectKind: 'draft',
    subjectId: kept.id,
    before: {
      revision: held.revision,
      sha256: fingerprintOf(held.document),
      changes: tellChanges(next.document, held.document),
    },
  });
  return presentDraft(kept.id, await requireDraft(tx, kept));
}
