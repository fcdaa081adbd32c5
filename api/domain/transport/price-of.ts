// What does this trip cost, from each part of the fare, and what remains unknown?

import type { Insee } from '#domain/territory/territory.ts';
import type { FareComponent, KmBand, Price, PriceLine } from '#domain/transport/fare.ts';
import {
  allowanceLine,
  reducedLine,
  reimbursedLine,
  subsidyLine,
} from '#domain/transport/price-deductions.ts';
import { kmLines } from '#domain/transport/price-km.ts';
import {
  type CentsRange,
  limited,
  periodRange,
  waitRange,
  zoneRange,
} from '#domain/transport/price-parts.ts';

/** What is known of the rides. Kilometres come from the road model: the price is then an estimate. */
export type TripFacts = {
  /** On board, all the rides asked for together: there, and back when `roundTrip`. */
  tripKm: number;
  /** From the passenger's home, there and back. */
  homeRoundTripKm: number;
  /** From the driver's home and back to it; null: where the driver lives is not known. */
  driverLoopKm: number | null;
  /** The driver waits at the appointment; null: not known. Without a return nobody waits. */
  waitMinutes: number | null;
  /** The driver goes home between the two rides; absent or null: not known. */
  driverGoesHome?: boolean | null;
  roundTrip: boolean;
  /** False and null alike: the yearly membership is shown. */
  member: boolean | null;
  /** Communes of the ends, for prices by zone; absent or null: not known. */
  fromInsee?: Insee | null;
  toInsee?: Insee | null;
  /** From leaving home to being back, for what is hired by the hour; absent or null: not known. */
  awayMinutes?: number | null;
};

/** Listed beside the price of the trip, not in it. */
const APART: ReadonlySet<PriceLine['code']> = new Set(['extra', 'pass', 'deposit']);

/**
 * Lines in the order of the components: first what is paid, then what bounds it, what others pay, and
 * what may be taken off. No component at all is an unknown price, never a free one.
 */
export function priceOf(components: readonly FareComponent[], facts: TripFacts): Price {
  const legs = facts.roundTrip ? 2 : 1;
  const used = components.filter((component) => inBand(component, facts.tripKm / legs));
  const paid = used.flatMap((component) => paidLines(component, facts, legs));
  const forTrip = paid.filter((line) => line.once === null && !APART.has(line.code));
  let subtotal = sum(forTrip);
  const changed: PriceLine[] = [];
  for (const component of used) {
    if (component.kind !== 'limits') continue;
    const bounded = limited(subtotal, component, legs);
    const line = flatLine(
      component,
      difference(bounded.minCents, subtotal.minCents),
      difference(bounded.maxCents, subtotal.maxCents),
    );
    if (line.minCents !== 0 || line.maxCents !== 0) changed.push(line);
    subtotal = bounded;
  }
  for (const component of used) {
    if (component.kind !== 'subsidy') continue;
    const line = subsidyLine(component, subtotal);
    changed.push(line);
    subtotal = {
      minCents: difference(subtotal.minCents, line.minCents, 1),
      maxCents: difference(subtotal.maxCents, line.maxCents, 1),
    };
  }
  const off = used.flatMap((component) => deductionLines(component, subtotal, legs));
  const cut = off.filter((line) => line.once === null);
  // An unknown sum taken off leaves no lowest price to promise.
  const hasUnknownCut = cut.some((line) => line.minCents === null);
  const cutCents = cut.reduce((cents, line) => cents + (line.minCents ?? 0), 0);
  const minCents =
    subtotal.minCents === null || hasUnknownCut ? null : Math.max(0, subtotal.minCents + cutCents);
  return {
    minCents,
    maxCents: subtotal.maxCents,
    partial: minCents === null || subtotal.maxCents === null,
    estimate: forTrip.some((line) => line.km !== null),
    lines: [...paid, ...changed, ...off],
  };
}

function difference(a: number | null, b: number | null, sign: 1 | -1 = -1): number | null {
  return a === null || b === null ? null : a + sign * b;
}

/** Sums what is known; the maximum is known only when every line's is. */
function sum(lines: readonly PriceLine[]): CentsRange {
  const known = lines.filter((line) => line.minCents !== null);
  const bounded = lines.length > 0 && lines.every((line) => line.maxCents !== null);
  return {
    minCents: known.length === 0 ? null : known.reduce((cents, l) => cents + (l.minCents ?? 0), 0),
    maxCents: bounded ? lines.reduce((cents, line) => cents + (line.maxCents ?? 0), 0) : null,
  };
}

function paidLines(component: FareComponent, facts: TripFacts, legs: number): PriceLine[] {
  switch (component.kind) {
    case 'free':
      return [flatLine(component, 0, 0)];
    case 'flat': {
      const times = component.per === 'leg' ? legs : 1;
      const most = component.maxCents ?? component.cents;
      return [flatLine(component, component.cents * times, most * times)];
    }
    case 'per_km':
      return kmLines(component, facts);
    case 'zone':
      return [rangeLine(component, zoneRange(component, facts, legs))];
    case 'wait': {
      const range = waitRange(component, facts);
      return range === null ? [] : [rangeLine(component, range)];
    }
    case 'period':
      return [rangeLine(component, periodRange(component, facts))];
    case 'pass':
    case 'deposit':
      return [flatLine(component, component.cents, component.cents)];
    case 'quote':
      return [
        {
          ...flatLine(component, null, null),
          ...(component.url === null ? {} : { url: component.url }),
        },
      ];
    case 'membership':
      return facts.member === true
        ? []
        : [{ ...flatLine(component, component.cents, component.cents), once: 'per_year' }];
    case 'extra':
      return [{ ...flatLine(component, null, null), label: component.label }];
    case 'unknown':
      return [flatLine(component, null, null)];
    case 'limits':
    case 'subsidy':
    case 'reimbursed':
    case 'allowance':
    case 'discount':
      return [];
  }
}

function deductionLines(component: FareComponent, subtotal: CentsRange, legs: number): PriceLine[] {
  switch (component.kind) {
    case 'reimbursed':
      return [reimbursedLine(component, subtotal, legs)];
    case 'discount':
      return [reducedLine(component, subtotal)];
    case 'allowance':
      return [allowanceLine(component)];
    default:
      return [];
  }
}

function rangeLine(component: FareComponent, { minCents, maxCents }: CentsRange): PriceLine {
  return flatLine(component, minCents, maxCents);
}

function flatLine(
  component: FareComponent,
  minCents: number | null,
  maxCents: number | null,
): PriceLine {
  return {
    code: component.kind,
    label: component.note,
    minCents,
    maxCents,
    once: null,
    km: null,
    centsPerKm: null,
    basis: null,
    provenance: component.provenance,
  };
}

function inBand(component: FareComponent, oneWayKm: number): boolean {
  const band: KmBand | undefined = 'band' in component ? component.band : undefined;
  if (band === undefined) return true;
  return oneWayKm > (band.fromKm ?? -1) && oneWayKm <= (band.toKm ?? Number.POSITIVE_INFINITY);
}
