// Is the price said, and can it be reckoned?

import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';

/** Parts that say what one trip costs; others come beside it. */
const SAYS_A_PRICE: ReadonlySet<FareComponent['kind']> = new Set([
  'free',
  'flat',
  'per_km',
  'zone',
  'period',
  'quote',
  'pass',
  'reimbursed',
]);

export function checkFares({ fares }: Offer): OfferNotice[] {
  const isSaid = fares.some(({ kind }) => SAYS_A_PRICE.has(kind));
  return [
    ...(isSaid ? [] : [noticeAt('offer.fares', 'unknown_price', 'warning')]),
    ...fares.flatMap((fare, rank) => checkFare(fare, `offer.fares.${rank}`)),
  ];
}

function checkFare(fare: FareComponent, field: string): OfferNotice[] {
  switch (fare.kind) {
    case 'flat':
      return [
        ...ordered(fare.cents, fare.maxCents ?? null, `${field}.maxCents`),
        ...ordered(fare.band?.fromKm, fare.band?.toKm, `${field}.band`, 'distance_range_reversed'),
      ];
    case 'per_km':
      return [
        ...ordered(fare.centsPerKm, fare.maxCentsPerKm ?? null, `${field}.maxCentsPerKm`),
        ...ordered(fare.band?.fromKm, fare.band?.toKm, `${field}.band`, 'distance_range_reversed'),
      ];
    case 'limits':
      return ordered(fare.minCents, fare.maxCents, `${field}.maxCents`);
    case 'zone':
      return checkZones(fare, field);
    default:
      return [];
  }
}

function ordered(
  min: number | null | undefined,
  max: number | null | undefined,
  field: string,
  code: 'price_range_reversed' | 'distance_range_reversed' = 'price_range_reversed',
): OfferNotice[] {
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  return [noticeAt(field, code, 'error', { min, max })];
}

function checkZones(fare: Extract<FareComponent, { kind: 'zone' }>, field: string): OfferNotice[] {
  const names = fare.zones.map(({ name }) => name);
  const twice = names.flatMap((name, rank) =>
    names.indexOf(name) < rank
      ? [noticeAt(`${field}.zones.${rank}.name`, 'duplicate_key', 'error', { name })]
      : [],
  );
  const unknown = fare.prices.flatMap((price, rank) =>
    (['from', 'to'] as const).flatMap((end) =>
      names.includes(price[end])
        ? []
        : [
            noticeAt(`${field}.prices.${rank}.${end}`, 'foreign_key_violation', 'error', {
              name: price[end],
            }),
          ],
    ),
  );
  return [...twice, ...unknown];
}
