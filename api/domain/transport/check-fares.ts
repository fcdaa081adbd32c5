// Is the price said, and can it be reckoned?

import type { FareComponent, KmBand } from '#domain/transport/fare.ts';
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
        ...orderedCents(fare.cents, fare.maxCents, `${field}.maxCents`),
        ...orderedBand(fare.band, `${field}.band`),
      ];
    case 'per_km':
      return [
        ...orderedCents(fare.centsPerKm, fare.maxCentsPerKm, `${field}.maxCentsPerKm`),
        ...orderedBand(fare.band, `${field}.band`),
      ];
    case 'limits':
      return orderedCents(fare.minCents, fare.maxCents, `${field}.maxCents`);
    case 'zone':
      return checkZones(fare, field);
    default:
      return [];
  }
}

function orderedCents(
  minCents: number | null,
  maxCents: number | null | undefined,
  field: string,
): OfferNotice[] {
  if (minCents === null || typeof maxCents !== 'number' || minCents <= maxCents) return [];
  return [noticeAt(field, 'price_range_reversed', 'error', { minCents, maxCents })];
}

function orderedBand(band: KmBand | undefined, field: string): OfferNotice[] {
  const { fromKm: minKm = null, toKm: maxKm = null } = band ?? {};
  if (minKm === null || maxKm === null || minKm <= maxKm) return [];
  return [noticeAt(field, 'distance_range_reversed', 'error', { minKm, maxKm })];
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
