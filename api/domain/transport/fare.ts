// What a trip costs, by its true basis, each line explained; unknown parts say so.

import type { Provenance } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';

/**
 * `trip`: kilometres travelled with the passenger on board;
 * `home_round_trip`: from the passenger's home, there and back;
 * `driver_loop`: from the driver's home and back to it.
 */
export type KmBasis = 'trip' | 'home_round_trip' | 'driver_loop';

/** A price that depends on the distance of one way: `fromKm` excluded, `toKm` included. */
export type KmBand = { fromKm: number | null; toKm: number | null };

/** What people drive or ride themselves. `moped`: a scooter of 50 cm³ or more. */
export const HIRE_VEHICLES = ['car', 'moped', 'electric_bicycle', 'bicycle'] as const;
export type HireVehicle = (typeof HIRE_VEHICLES)[number];

/** `vehicle`: of a hire, the one this is the price of; absent: any. An offer hires out what it prices. */
type Common = { note: string | null; provenance: Provenance; vehicle?: HireVehicle };

/**
 * One part of a fare. `band` absent: any distance. `maxCents`, `maxCentsPerKm`: announced as a range.
 * Paid for the trip: free, flat (a base too), per_km, zone, wait, period, unknown, quote.
 * Paid apart: membership, pass, deposit, extra. Bounds of the sum: limits. Taken off for everybody:
 * subsidy; for whoever is entitled: reimbursed, discount, allowance.
 */
export type FareComponent = Common &
  (
    | { kind: 'free' }
    | { kind: 'flat'; cents: number; maxCents?: number; per: 'leg' | 'round_trip'; band?: KmBand }
    | {
        kind: 'per_km';
        centsPerKm: number;
        maxCentsPerKm?: number;
        basis: KmBasis;
        waitRule: WaitRule | null;
        band?: KmBand;
      }
    | { kind: 'zone'; zones: readonly FareZone[]; prices: readonly ZonePrice[] }
    | { kind: 'wait'; centsPerHour: number; freeMinutes: number }
    | { kind: 'period'; options: readonly { hours: number; cents: number }[] }
    | {
        kind: 'limits';
        minCents: number | null;
        maxCents: number | null;
        per: 'leg' | 'round_trip';
      }
    | { kind: 'membership'; cents: number; per: 'year' }
    | { kind: 'pass'; cents: number; trips: number | null; per: 'book' | 'month' | 'year' }
    | { kind: 'deposit'; cents: number }
    | { kind: 'extra'; label: string }
    | { kind: 'subsidy'; percent: number; maxCents: number | null }
    | {
        kind: 'reimbursed';
        ratePercent: number;
        franchiseCentsPerTrip: number;
        franchiseCentsPerDay: number;
        franchiseCentsPerYear: number;
      }
    | { kind: 'allowance'; centsPerYear: number }
    | { kind: 'discount'; percent: number }
    | { kind: 'quote'; url: string | null }
    | { kind: 'unknown'; band?: KmBand }
  );

/** `prices` hold in both directions, one way; a pair of zones they leave out is not known. */
export type FareZone = { name: string; insees: readonly Insee[] };
export type ZonePrice = { from: string; to: string; cents: number };

/** Past `freeMinutes` of waiting the kilometres are multiplied, unless the driver goes home between. */
export type WaitRule = {
  freeMinutes: number;
  kmFactorBeyond: number;
  driverGoesHomeFactor: number;
};

/**
 * One explained line. Cents are whole; `minCents` = `maxCents` when exact; null when unknown. They add
 * up to the ends of the sum: a subsidy is taken off both, each by its share; what may be taken off
 * (reimbursement, discount) is from minus something to 0, never a promise. `url`: where to ask.
 */
export type PriceLine = {
  code: FareComponent['kind'] | 'wait_doubled';
  label: string | null;
  minCents: number | null;
  maxCents: number | null;
  once: 'per_year' | null;
  km: number | null;
  centsPerKm: number | null;
  basis: KmBasis | null;
  provenance: Provenance | null;
  url?: string;
};

/**
 * Sum of the lines paid for this trip, there and back when asked so (yearly lines apart; extras such
 * as tolls, passes and deposits are listed, not counted). `partial`: some of it is unknown; `minCents` alone is a floor.
 */
export type Price = {
  minCents: number | null;
  maxCents: number | null;
  partial: boolean;
  estimate: boolean;
  lines: readonly PriceLine[];
};
