// What a report is about and what it says: read from the address and from the form.

import type { ReportBody } from '#web/lib/api.ts';

/** What may be wrong; the API takes these words and no other. */
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

/** As long as the API takes. */
export const MAX_TEXT_LENGTH = 2000;

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

export function reportBody(subject: ReportSubject, reason: Reason, text: string): ReportBody {
  return {
    ...(subject.kind === 'entry' ? { entryId: subject.id } : { offerId: subject.id }),
    kind: reason,
    text: text.trim().slice(0, MAX_TEXT_LENGTH),
  };
}
