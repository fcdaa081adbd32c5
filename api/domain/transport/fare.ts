// What a trip costs, by its true basis, each line explained; unknown parts say so.

import type { Provenance } from '#domain/provenance.ts';

/**
 * `trip`: kilometres travelled with the passenger on board;
 * `home_round_trip`: from the passenger's home, there and back;
 * `driver_loop`: from the driver's home and back to it.
 */
export type KmBasis = 'trip' | 'home_round_trip' | 'driver_loop';

/** A price that depends on the distance of one way: `fromKm` excluded, `toKm` included. */
export type KmBand = { fromKm: number | null; toKm: number | null };

/** `band` absent: any distance. `maxCents`: a flat price announced as a range. */
export type FareComponent =
  | { kind: 'free'; note: string | null; provenance: Provenance }
  | {
      kind: 'flat';
      cents: number;
      maxCents?: number;
      per: 'leg' | 'round_trip';
      band?: KmBand;
      note: string | null;
      provenance: Provenance;
    }
  | {
      kind: 'per_km';
      centsPerKm: number;
      basis: KmBasis;
      waitRule: WaitRule | null;
      band?: KmBand;
      note: string | null;
      provenance: Provenance;
    }
  | { kind: 'membership'; cents: number; per: 'year'; note: string | null; provenance: Provenance }
  | { kind: 'extra'; label: string; note: string | null; provenance: Provenance }
  | {
      kind: 'reimbursed';
      ratePercent: number;
      franchiseCentsPerTrip: number;
      franchiseCentsPerDay: number;
      franchiseCentsPerYear: number;
      note: string | null;
      provenance: Provenance;
    }
  | { kind: 'allowance'; centsPerYear: number; note: string | null; provenance: Provenance }
  | { kind: 'discount'; percent: number; note: string | null; provenance: Provenance }
  | { kind: 'unknown'; note: string | null; provenance: Provenance };

/** Past `freeMinutes` of waiting the kilometres are multiplied, unless the driver goes home between. */
export type WaitRule = {
  freeMinutes: number;
  kmFactorBeyond: number;
  driverGoesHomeFactor: number;
};

/**
 * One explained line. Cents are whole; `minCents` = `maxCents` when exact; null when unknown. What may
 * be taken off (reimbursement, discount) is from minus something to 0: it is never a promise.
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
};

/**
 * Sum of the lines paid for this trip, there and back when asked so (yearly lines apart; extras such
 * as tolls are listed, not counted). `partial`: some of it is unknown; `minCents` alone is a floor.
 */
export type Price = {
  minCents: number | null;
  maxCents: number | null;
  partial: boolean;
  estimate: boolean;
  lines: readonly PriceLine[];
};
