// What a report is about and what it says: read from the address and from the form.

import type { ReportBody } from '#web/lib/api.ts';

/** What may be wrong, in the words of a resident. */
export const REASONS = [
  'phone',
  'hours',
  'address',
  'gone',
  'new_patients',
  'price',
  'rule',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

export type ReportSubject = { kind: 'entry' | 'offer'; id: string };

/** What concerns an entry only, or an offer only, is not proposed for the other. */
const NOT_FOR: Record<ReportSubject['kind'], readonly Reason[]> = {
  entry: ['price', 'rule'],
  offer: ['address', 'new_patients'],
};

export function reasonsFor(subject: ReportSubject): Reason[] {
  return REASONS.filter((reason) => !NOT_FOR[subject.kind].includes(reason));
}

export function readSubject(query: URLSearchParams): ReportSubject | null {
  const entryId = query.get('fiche')?.trim() ?? '';
  if (entryId !== '') return { kind: 'entry', id: entryId };
  const offerId = query.get('offre')?.trim() ?? '';
  return offerId === '' ? null : { kind: 'offer', id: offerId };
}

export function readReason(query: URLSearchParams): Reason | null {
  return REASONS.find((reason) => reason === query.get('quoi')) ?? null;
}

/** The API stores a kind and a text: the reason is said in both. */
export function reportBody(
  subject: ReportSubject,
  reason: Reason,
  reasonWords: string,
  text: string,
): ReportBody {
  const said = text.trim();
  return {
    ...(subject.kind === 'entry' ? { entryId: subject.id } : { offerId: subject.id }),
    kind: reason === 'gone' ? 'closed' : reason === 'other' ? 'other' : 'wrong',
    text: (said === '' ? `${reasonWords}.` : `${reasonWords}. ${said}`).slice(0, 2000),
  };
}
