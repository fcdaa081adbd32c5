// What do the kilometres cost, on whose basis, and what does a long wait add?

import type { FareComponent, PriceLine, WaitRule } from '#domain/transport/fare.ts';
import type { TripFacts } from '#domain/transport/price-of.ts';

type PerKm = Extract<FareComponent, { kind: 'per_km' }>;

/**
 * The kilometres, then the wait when it may multiply them. A driver whose home is unknown drives at
 * least from the passenger's home and back to it: that floor is the minimum, the maximum is unknown.
 */
export function kmLines(component: PerKm, facts: TripFacts): PriceLine[] {
  const known = knownKm(component, facts);
  const km = roundKm(known ?? facts.homeRoundTripKm);
  const cents = Math.round(km * component.centsPerKm);
  const mostCents = Math.round(km * (component.maxCentsPerKm ?? component.centsPerKm));
  const base: PriceLine = {
    code: 'per_km',
    label: component.note,
    minCents: cents,
    maxCents: known === null ? null : mostCents,
    once: null,
    km,
    centsPerKm: component.centsPerKm,
    basis: component.basis,
    provenance: component.provenance,
  };
  const factors = waitFactors(component.waitRule, facts);
  if (factors.min === 1 && factors.max === 1) return [base];
  return [
    base,
    {
      ...base,
      code: 'wait_doubled',
      label: null,
      minCents: Math.round(cents * (factors.min - 1)),
      maxCents: base.maxCents === null ? null : Math.round(mostCents * (factors.max - 1)),
    },
  ];
}

/** To the tenth of a kilometre, so that a person can check the line by hand. */
function roundKm(km: number): number {
  return Math.round(km * 10) / 10;
}

function knownKm(component: PerKm, facts: TripFacts): number | null {
  switch (component.basis) {
    case 'trip':
      return facts.tripKm;
    case 'home_round_trip':
      return facts.homeRoundTripKm;
    case 'driver_loop':
      return facts.driverLoopKm;
  }
}

/**
 * By how much the kilometres may be multiplied. Within the free minutes, or without a return: by one.
 * Beyond: by the rule, or by the other factor when the driver goes home; both when it is not known.
 */
function waitFactors(rule: WaitRule | null, facts: TripFacts): { min: number; max: number } {
  if (rule === null || !facts.roundTrip) return { min: 1, max: 1 };
  if (facts.waitMinutes !== null && facts.waitMinutes <= rule.freeMinutes)
    return { min: 1, max: 1 };
  const possible = [
    ...(facts.driverGoesHome === true ? [] : [rule.kmFactorBeyond]),
    ...(facts.driverGoesHome === false ? [] : [rule.driverGoesHomeFactor]),
    ...(facts.waitMinutes === null ? [1] : []),
  ];
  return { min: Math.min(...possible), max: Math.max(...possible) };
}
