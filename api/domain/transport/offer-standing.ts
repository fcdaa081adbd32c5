// Is an offer an organization keeps in service today, interrupted, or too long unverified to be sure of?

import { addDays, type LocalDate } from '#domain/time.ts';
import type { OfferStatus } from '#domain/transport/offer.ts';

export type Suspension = {
  from: LocalDate;
  /** The last day without service; null: until further notice. */
  until: LocalDate | null;
  note: string | null;
};

export type Keeping = {
  suspension: Suspension | null;
  /** The day somebody of the organization last said that all of it is still true. */
  verifiedOn: LocalDate | null;
  reviewEveryDays: number;
};

export type Standing = { status: OfferStatus; note: string | null };

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** What residents read of its state: an interruption counts first. The note is in French, as offers are. */
export function standingOf(keeping: Keeping, today: LocalDate): Standing {
  const { suspension, verifiedOn } = keeping;
  if (suspension !== null && isSuspendedOn(suspension, today)) {
    return { status: 'suspended', note: interruptionNote(suspension) };
  }
  if (isReviewDue(keeping, today)) {
    const note =
      verifiedOn === null
        ? 'Jamais vérifié par l’organisme : à confirmer par téléphone.'
        : `Vérifié pour la dernière fois le ${dayInFrench(verifiedOn)} : à confirmer par téléphone.`;
    return { status: 'to_confirm', note };
  }
  return { status: 'active', note: null };
}

export function isSuspendedOn({ from, until }: Suspension, date: LocalDate): boolean {
  return from <= date && (until === null || date <= until);
}

/** The last day its verification holds; null when it never was verified. */
export function reviewDueOn({ verifiedOn, reviewEveryDays }: Omit<Keeping, 'suspension'>) {
  return verifiedOn === null ? null : addDays(verifiedOn, reviewEveryDays);
}

function isReviewDue(keeping: Keeping, today: LocalDate): boolean {
  const due = reviewDueOn(keeping);
  return due === null || due < today;
}

function interruptionNote({ until, note }: Suspension): string {
  const limit = until === null ? 'à nouvel ordre' : `au ${dayInFrench(until)}`;
  return [`Service interrompu jusqu’${limit}.`, ...(note === null ? [] : [note])].join(' ');
}

function dayInFrench(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const ordinal = day === '01' ? '1er' : String(Number(day));
  return `${ordinal} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
