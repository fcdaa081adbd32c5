// What the editor of an offer must know: the draft, and the ground it speaks of.

import type { Need } from '#domain/directory/directory.ts';
import type { Insee, Territory } from '#domain/territory/territory.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import type { Step } from './editor-steps.ts';

export type EditorData = {
  workspaceId: string;
  workspaceName: string;
  offerId: string;
  step: Step;
  draft: SavedDraft;
  /** The version residents read; null: none yet. */
  versionInUse: number | null;
  ground: EditorGround;
};

/** The territories the organization works in, with the names of their communes. */
export type EditorGround = {
  territories: readonly Territory[];
  communes: readonly { insee: Insee; name: string }[];
  needs: readonly Need[];
  /** YYYY-MM-DD, Europe/Paris. */
  today: string;
};

export type StepProps = { draft: DraftStore; data: EditorData };

/** One change of the offer itself, everything else as it is. */
export function editOffer(draft: DraftStore, change: Partial<OfferDocument['offer']>): void {
  draft.change((document) => ({ ...document, offer: { ...document.offer, ...change } }));
}
