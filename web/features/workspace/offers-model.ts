// In which order are the offers of a workspace shown, and what is to be done first?

import type { KeptOffer } from './workspace-data.ts';

/** Due first, the longest overdue on top; then what is being written; then the others by name; put away last. */
export function sortKept(offers: readonly KeptOffer[]): KeptOffer[] {
  return offers.toSorted(
    (a, b) =>
      urgency(a) - urgency(b) ||
      (a.isReviewDue && b.isReviewDue ? compare(a.reviewDueOn ?? '', b.reviewDueOn ?? '') : 0) ||
      a.name.localeCompare(b.name, 'fr') ||
      compare(a.id, b.id),
  );
}

export function isArchived({ archivedAt }: KeptOffer): boolean {
  return archivedAt !== null;
}

/** Counts only what can be acted upon. */
export function whatIsDue(offers: readonly KeptOffer[]): { reviews: number; drafts: number } {
  const kept = offers.filter((offer) => !isArchived(offer));
  return {
    reviews: kept.filter(({ isReviewDue }) => isReviewDue).length,
    drafts: kept.filter(({ draft }) => draft !== null).length,
  };
}

function urgency(offer: KeptOffer): number {
  if (isArchived(offer)) return 3;
  if (offer.isReviewDue) return 0;
  if (offer.draft !== null || offer.versionInUse === null) return 1;
  return 2;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
