// Which price of an offer can a feed say exactly: one amount for every ride, or one between zones of stops?
//
// Areas of a feed hold stops, so zones of communes are those of a line whose stops each lie in one of them. Prices by
// distance, there and back, with waiting, or by zone where people are fetched at their door have no field: they are
// told in words, and are whole in the sidecar.

import type { Cell } from '#domain/transport/export-gtfs/feed-table.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { LineTimetable } from '#domain/transport/offer-document.ts';

export const PRODUCT_COLUMNS = [
  'fare_product_id',
  'fare_product_name',
  'amount',
  'currency',
] as const;
export const LEG_RULE_COLUMNS = [
  'leg_group_id',
  'network_id',
  'from_area_id',
  'to_area_id',
  'fare_product_id',
] as const;
export const AREA_COLUMNS = ['area_id', 'area_name'] as const;
export const STOP_AREA_COLUMNS = ['area_id', 'stop_id'] as const;

/** Paid apart, or by some only: they change nothing to the price of a ride. */
const APART: readonly FareComponent['kind'][] = [
  'membership',
  'pass',
  'deposit',
  'reimbursed',
  'discount',
  'allowance',
];

export type FareRows = {
  products: readonly Cell[][];
  legRules: readonly Cell[][];
  areas: readonly Cell[][];
  stopAreas: readonly Cell[][];
};

/** The only thing paid for the ride; null when there are several. */
function rideFare({ fares }: Offer): FareComponent | null {
  const [fare, ...others] = fares.filter(({ kind }) => !APART.includes(kind));
  return fare === undefined || others.length > 0 || fare.vehicle !== undefined ? null : fare;
}

export function rideCents(offer: Offer): number | null {
  const fare = rideFare(offer);
  if (fare?.kind === 'free') return 0;
  const isExact = fare?.kind === 'flat' && fare.per === 'leg' && fare.maxCents === undefined;
  return isExact && fare.band === undefined ? fare.cents : null;
}

/** `networkId`: that of the route of the offer alone. `stopIds`: those its trips call at, as they are written. */
export function fareRows(
  offer: Offer,
  networkId: string,
  line: { timetable: LineTimetable; stopIds: ReadonlySet<string> } | null,
): FareRows | null {
  const cents = rideCents(offer);
  if (cents === null) return line === null ? null : zoneRows(offer, networkId, line);
  return {
    products: [[networkId, `${offer.name}, un trajet`, amountOf(cents), 'EUR']],
    legRules: [[networkId, networkId, null, null, networkId]],
    areas: [],
    stopAreas: [],
  };
}

/** Null unless each stop lies in one zone and each pair of zones it is between has its price. */
function zoneRows(
  offer: Offer,
  networkId: string,
  { timetable, stopIds }: { timetable: LineTimetable; stopIds: ReadonlySet<string> },
): FareRows | null {
  const fare = rideFare(offer);
  if (fare?.kind !== 'zone') return null;
  const stops = timetable.stops
    .map(({ id, insee }) => ({ stopId: `${offer.id}:${id}`, insee }))
    .filter(({ stopId }) => stopIds.has(stopId))
    .map(({ stopId, insee }) => ({
      stopId,
      zones: fare.zones.filter(({ insees }) => insee !== null && insees.includes(insee)),
    }));
  if (stops.length === 0 || stops.some(({ zones }) => zones.length !== 1)) return null;
  const used = new Set(stops.flatMap(({ zones }) => zones.map(({ name }) => name)));
  const prices = fare.prices.filter(({ from, to }) => used.has(from) && used.has(to));
  const pairs = [...used].flatMap((from, rank) => [...used].slice(rank).map((to) => [from, to]));
  const isPriced = ([from, to]: string[]) =>
    prices.some((each) => isBetween(each, from ?? '', to ?? ''));
  if (!pairs.every(isPriced)) return null;
  const areaOf = (name: string) => `${offer.id}:zone:${name}`;
  const productOf = (cents: number) => `${offer.id}:${cents}`;
  const amounts = [...new Set(prices.map(({ cents }) => cents))].toSorted((a, b) => a - b);
  return {
    products: amounts.map((cents) => [
      productOf(cents),
      `${offer.name}, un trajet`,
      amountOf(cents),
      'EUR',
    ]),
    legRules: prices.flatMap(({ from, to, cents }) => {
      const rule = (a: string, b: string): Cell[] => [
        networkId,
        networkId,
        areaOf(a),
        areaOf(b),
        productOf(cents),
      ];
      return from === to ? [rule(from, to)] : [rule(from, to), rule(to, from)];
    }),
    areas: [...used].toSorted().map((name) => [areaOf(name), name]),
    stopAreas: stops.flatMap(({ stopId, zones }) =>
      zones.map(({ name }): Cell[] => [areaOf(name), stopId]),
    ),
  };
}

function isBetween(price: { from: string; to: string }, a: string, b: string): boolean {
  return (price.from === a && price.to === b) || (price.from === b && price.to === a);
}

function amountOf(cents: number): string {
  return (cents / 100).toFixed(2);
}
