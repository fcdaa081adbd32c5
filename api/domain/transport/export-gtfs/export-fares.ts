// Which price of an offer can a feed say exactly: one amount for every ride?
//
// Prices by distance, by zone of communes, there and back or with waiting have no field: they are told in words.

import type { Cell } from '#domain/transport/export-gtfs/feed-table.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';

export const PRODUCT_COLUMNS = [
  'fare_product_id',
  'fare_product_name',
  'amount',
  'currency',
] as const;
export const LEG_RULE_COLUMNS = ['leg_group_id', 'network_id', 'fare_product_id'] as const;

/** Paid apart, or by some only: they change nothing to the price of a ride. */
const APART: readonly FareComponent['kind'][] = [
  'membership',
  'pass',
  'deposit',
  'reimbursed',
  'discount',
  'allowance',
];

export function rideCents({ fares }: Offer): number | null {
  const [fare, ...others] = fares.filter(({ kind }) => !APART.includes(kind));
  if (fare === undefined || others.length > 0 || fare.vehicle !== undefined) return null;
  if (fare.kind === 'free') return 0;
  const isExact = fare.kind === 'flat' && fare.per === 'leg' && fare.maxCents === undefined;
  return isExact && fare.band === undefined ? fare.cents : null;
}

/** `networkId`: that of the route of the offer alone. */
export function fareRows(
  offer: Offer,
  networkId: string,
): { product: Cell[]; legRule: Cell[] } | null {
  const cents = rideCents(offer);
  if (cents === null) return null;
  const amount = (cents / 100).toFixed(2);
  return {
    product: [networkId, `${offer.name}, un trajet`, amount, 'EUR'],
    legRule: [networkId, networkId, networkId],
  };
}
