// Is this fact still to be believed, or « à confirmer »?

import type { FactKind, Freshness, PartialDate, Provenance } from '#domain/provenance.ts';
import { addDays, type LocalDate } from '#domain/time.ts';

/** Beyond this age a fact is shown « à confirmer » until a person checks it. Published as they are. */
export const AGE_LIMITS: Readonly<Record<FactKind, { months: number } | { days: number }>> = {
  identity: { months: 60 },
  address: { months: 24 },
  phone: { months: 12 },
  hours: { months: 12 },
  price: { months: 24 },
  rule: { months: 24 },
  new_patients: { days: 45 },
};

/**
 * A check by a person counts first, whatever the confidence in the document; then the date of the
 * document, unless its confidence is low. What carries no date is to be confirmed.
 */
export function freshnessOf(
  provenance: Provenance,
  factKind: FactKind,
  today: LocalDate,
): Freshness {
  if (isWithin(provenance.confirmedOn, factKind, today)) return 'confirmed';
  if (provenance.confidence === 'low') return 'to_confirm';
  return isWithin(provenance.asOf, factKind, today) ? 'dated' : 'to_confirm';
}

/** The earliest day a partial date may stand for: '2025-11' is taken as its first day. */
export function earliestDay(date: PartialDate): LocalDate {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The same day that many months later, or the last day of a shorter month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const firstOf = (each: number) =>
    `${String(Math.floor(each / 12)).padStart(4, '0')}-${String((each % 12) + 1).padStart(2, '0')}-01`;
  const lastDay = Number(addDays(firstOf(index + 1), -1).slice(8, 10));
  return addDays(firstOf(index), Math.min(Number(date.slice(8, 10)), lastDay) - 1);
}

function isWithin(date: PartialDate | null, factKind: FactKind, today: LocalDate): boolean {
  if (date === null) return false;
  const limit = AGE_LIMITS[factKind];
  const from = earliestDay(date);
  const until = 'months' in limit ? addMonths(from, limit.months) : addDays(from, limit.days);
  return today <= until;
}
