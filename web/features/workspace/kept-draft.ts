// What waits on this device of a draft that was not saved, read again; null when it is not one.

import type { OfferDocument } from '#domain/transport/offer-document.ts';

/** `base`: what was held at that revision. */
export type KeptDraft = { revision: number; document: OfferDocument; base?: OfferDocument };

export function readKept(text: string | null): KeptDraft | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as KeptDraft;
    return value.document?.schema === 1 && Number.isInteger(value.revision) ? value : null;
  } catch {
    return null;
  }
}
