// What the editor of an offer must know: the draft, and the ground it speaks of.

import type { Role } from '#domain/account/roles.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import type { Step } from './editor-steps.ts';

export type EditorData = {
  workspaceId: string;
  offerId: string;
  step: Step;
  draft: SavedDraft;
  ground: EditorGround;
};

/** What GET /api/workspaces/{id}/ground answers. */
export type EditorGround = {
  workspace: { id: string; name: string };
  /** Of who is signed in. */
  role: Role;
  /** In alphabetical order. */
  communes: readonly { insee: Insee; name: string; epciSiren: string | null }[];
  epcis: readonly { siren: string; name: string }[];
  needs: readonly { id: string; label: Readonly<Record<string, string>> }[];
};

export type StepProps = { draft: DraftStore; data: EditorData };

/** One change of the offer itself, everything else as it is. */
export function editOffer(draft: DraftStore, change: Partial<OfferDocument['offer']>): void {
  draft.change((document) => ({ ...document, offer: { ...document.offer, ...change } }));
}
