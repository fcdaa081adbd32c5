// What do zones, waiting by the hour and periods of rental cost, and what bounds the whole?

import type { FareComponent } from '#domain/transport/fare.ts';
import type { TripFacts } from '#domain/transport/price-of.ts';

export type CentsRange = { minCents: number | null; maxCents: number | null };
type Component<Kind extends FareComponent['kind']> = Extract<FareComponent, { kind: Kind }>;

const exactly = (cents: number): CentsRange => ({ minCents: cents, maxCents: cents });
const UNKNOWN: CentsRange = { minCents: null, maxCents: null };

/** An end whose commune is not known may be in any zone; a commune in none has no price. */
export function zoneRange(
  { zones, prices }: Component<'zone'>,
  { fromInsee = null, toInsee = null }: TripFacts,
  legs: number,
): CentsRange {
  const holding = (insee: string | null) =>
    zones.filter((zone) => insee === null || zone.insees.includes(insee)).map(({ name }) => name);
  const [from, to] = [holding(fromInsee), holding(toInsee)];
  const possible = prices
    .filter(
      (price) =>
        (from.includes(price.from) && to.includes(price.to)) ||
        (from.includes(price.to) && to.includes(price.from)),
    )
    .map(({ cents }) => cents * legs);
  if (possible.length === 0) return UNKNOWN;
  return { minCents: Math.min(...possible), maxCents: Math.max(...possible) };
}

/** By the minute past the free ones; null when nobody waits for the person. */
export function waitRange(
  { centsPerHour, freeMinutes }: Component<'wait'>,
  { waitMinutes, roundTrip }: TripFacts,
): CentsRange | null {
  if (!roundTrip) return null;
  if (waitMinutes === null) return { minCents: 0, maxCents: null };
  return exactly(Math.round((Math.max(0, waitMinutes - freeMinutes) * centsPerHour) / 60));
}

/** The cheapest periods that together cover the time away; at least one. */
export function periodRange(
  { options }: Component<'period'>,
  { awayMinutes = null }: TripFacts,
): CentsRange {
  if (options.length === 0) return UNKNOWN;
  if (awayMinutes === null) {
    return { minCents: Math.min(...options.map(({ cents }) => cents)), maxCents: null };
  }
  const hours = Math.max(1, Math.ceil(awayMinutes / 60));
  const cheapest = [0];
  for (let covered = 1; covered <= hours; covered += 1) {
    const totals = options.map(
      (option) => option.cents + (cheapest[Math.max(0, covered - option.hours)] ?? 0),
    );
    cheapest.push(Math.min(...totals));
  }
  return exactly(cheapest[hours] ?? 0);
}

/** A ceiling bounds what is not known; a floor holds for it too. */
export function limited(
  range: CentsRange,
  { minCents, maxCents, per }: Component<'limits'>,
  legs: number,
): CentsRange {
  const times = per === 'leg' ? legs : 1;
  const floor = (minCents ?? 0) * times;
  const ceiling = maxCents === null ? Number.POSITIVE_INFINITY : maxCents * times;
  const least = Math.min(Math.max(range.minCents ?? 0, floor), ceiling);
  const most = Math.min(Math.max(range.maxCents ?? ceiling, floor), ceiling);
  return {
    minCents: range.minCents === null && minCents === null ? null : least,
    maxCents: Number.isFinite(most) ? most : null,
  };
}
