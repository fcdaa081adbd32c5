// What may come off the price: a reimbursement, a reduction, a yearly allowance?
//
// Whether the person is entitled is for the health insurance or the Region to say: each line runs
// from « all of it » to nothing.

import type { FareComponent, PriceLine } from '#domain/transport/fare.ts';

type Range = { minCents: number | null; maxCents: number | null };
type Component<Kind extends FareComponent['kind']> = Extract<FareComponent, { kind: Kind }>;

/** A rate of the price, less the flat charge kept on each transport up to its daily ceiling. */
export function reimbursedLine(
  component: Component<'reimbursed'>,
  price: Range,
  legs: number,
): PriceLine {
  const kept = Math.min(
    component.franchiseCentsPerTrip * legs,
    component.franchiseCentsPerDay,
    component.franchiseCentsPerYear,
  );
  return deduction(component, price, (cents) =>
    Math.max(0, Math.round((cents * component.ratePercent) / 100) - kept),
  );
}

export function reducedLine(component: Component<'discount'>, price: Range): PriceLine {
  return deduction(component, price, (cents) => Math.round((cents * component.percent) / 100));
}

/** Paid by others for everybody: off both ends of the price, each by its share, up to an amount. */
export function subsidyLine(component: Component<'subsidy'>, price: Range): PriceLine {
  const off = (cents: number | null) =>
    cents === null
      ? null
      : 0 -
        Math.min(
          Math.round((cents * component.percent) / 100),
          component.maxCents ?? Number.POSITIVE_INFINITY,
        );
  return { ...line(component), minCents: off(price.minCents), maxCents: off(price.maxCents) };
}

/** A yearly amount others pay: shown apart, like every yearly line. */
export function allowanceLine(component: Component<'allowance'>): PriceLine {
  return {
    ...line(component),
    minCents: component.centsPerYear,
    maxCents: component.centsPerYear,
    once: 'per_year',
  };
}

/** Taken off the lowest price at best, nothing at worst; null when part of the price is not known. */
function deduction(
  component: FareComponent,
  price: Range,
  off: (cents: number) => number,
): PriceLine {
  if (price.minCents === null || price.maxCents === null) return line(component);
  return { ...line(component), minCents: 0 - off(price.minCents), maxCents: 0 };
}

function line(component: FareComponent): PriceLine {
  return {
    code: component.kind,
    label: component.note,
    minCents: null,
    maxCents: null,
    once: null,
    km: null,
    centsPerKm: null,
    basis: null,
    provenance: component.provenance,
  };
}
