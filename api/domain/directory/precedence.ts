// Several sources speak of the same field of the same entry: whose word stands?

import { addMonths, earliestDay } from '#domain/directory/freshness.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { LocalDate } from '#domain/time.ts';

export const CLAIM_FIELDS = [
  'name',
  'title',
  'category',
  'address',
  'phone',
  'website',
  'fees',
  'accessibility',
  'new_patients',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Sources by id, the most trusted first; those not named come after, the newest first. */
export const TRUSTED_SOURCES: Readonly<Record<ClaimField, readonly string[]>> = {
  name: ['rpps', 'finess'],
  title: ['rpps', 'finess'],
  category: ['rpps', 'finess'],
  address: ['finess', 'rpps'],
  phone: ['ameli', 'ameli-centres', 'finess', 'rpps'],
  website: [],
  fees: ['ameli'],
  accessibility: ['acceslibre'],
  new_patients: [],
};

/** A person's word stands against every source while it is younger than this. */
const CONFIRMATION_MONTHS = 12;

/** A confirmation counts when its day is after `after` and not after `until`. */
export function confirmationWindow(today: LocalDate): { after: LocalDate; until: LocalDate } {
  return { after: addMonths(today, -CONFIRMATION_MONTHS), until: today };
}

export type RankedClaim = Pick<Provenance, 'sourceId' | 'asOf' | 'confirmedOn'>;

/**
 * Negative when `a` stands against `b`. A total order among claims of different sources: a person's
 * confirmation of the last twelve months (the newest first), then the trusted sources of the field,
 * then the newest document, then the source's id.
 */
export function compareClaims(
  field: ClaimField,
  today: LocalDate,
  a: RankedClaim,
  b: RankedClaim,
): number {
  return (
    compareNewest(confirmedDay(a, today), confirmedDay(b, today)) ||
    trustOf(field, a.sourceId) - trustOf(field, b.sourceId) ||
    compareNewest(documentDay(a), documentDay(b)) ||
    compareText(a.sourceId, b.sourceId)
  );
}

/** The claim that stands; undefined when nobody speaks. */
export function standingClaim<Claim extends RankedClaim>(
  field: ClaimField,
  today: LocalDate,
  claims: readonly Claim[],
): Claim | undefined {
  return claims.toSorted((a, b) => compareClaims(field, today, a, b))[0];
}

function confirmedDay({ confirmedOn }: RankedClaim, today: LocalDate): LocalDate | null {
  if (confirmedOn === null) return null;
  const day = earliestDay(confirmedOn);
  const { after, until } = confirmationWindow(today);
  return day > after && day <= until ? day : null;
}

function documentDay({ asOf }: RankedClaim): LocalDate | null {
  return asOf === null ? null : earliestDay(asOf);
}

function trustOf(field: ClaimField, sourceId: string): number {
  const rank = TRUSTED_SOURCES[field].indexOf(sourceId);
  return rank === -1 ? TRUSTED_SOURCES[field].length : rank;
}

function compareNewest(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return compareText(b, a);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
