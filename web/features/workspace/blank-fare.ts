// What does a new line of price hold, by its kind, before somebody fills it?

import type { Provenance } from '#domain/provenance.ts';
import type { FareComponent } from '#domain/transport/fare.ts';

export type FareKind = FareComponent['kind'];

/** In the order people think of them. */
export const FARE_KINDS: readonly FareKind[] = [
  'free',
  'flat',
  'per_km',
  'zone',
  'membership',
  'wait',
  'extra',
  'limits',
  'pass',
  'period',
  'deposit',
  'subsidy',
  'discount',
  'reimbursed',
  'allowance',
  'quote',
  'unknown',
];

export function blankFare(kind: FareKind, provenance: Provenance): FareComponent {
  const common = { note: null, provenance };
  switch (kind) {
    case 'free':
    case 'unknown':
      return { ...common, kind };
    case 'flat':
      return { ...common, kind, cents: 200, per: 'leg' };
    case 'per_km':
      return { ...common, kind, centsPerKm: 10, basis: 'home_round_trip', waitRule: null };
    case 'zone':
      return { ...common, kind, zones: [], prices: [] };
    case 'wait':
      return { ...common, kind, centsPerHour: 500, freeMinutes: 60 };
    case 'period':
      return { ...common, kind, options: [{ hours: 24, cents: 500 }] };
    case 'limits':
      return { ...common, kind, minCents: null, maxCents: null, per: 'leg' };
    case 'membership':
      return { ...common, kind, cents: 1000, per: 'year' };
    case 'pass':
      return { ...common, kind, cents: 1500, trips: 10, per: 'book' };
    case 'deposit':
      return { ...common, kind, cents: 20_000 };
    case 'extra':
      return { ...common, kind, label: '' };
    case 'subsidy':
      return { ...common, kind, percent: 50, maxCents: null };
    case 'discount':
      return { ...common, kind, percent: 50 };
    case 'reimbursed':
      return {
        ...common,
        kind,
        ratePercent: 55,
        franchiseCentsPerTrip: 400,
        franchiseCentsPerDay: 800,
        franchiseCentsPerYear: 5000,
      };
    case 'allowance':
      return { ...common, kind, centsPerYear: 10_000 };
    case 'quote':
      return { ...common, kind, url: null };
  }
}
