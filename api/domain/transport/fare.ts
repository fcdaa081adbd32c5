// What a trip costs, by its true basis, each line explained; unknown parts say so.

import type { Provenance } from '#domain/provenance.ts';

/**
 * `trip`: kilometres travelled with the passenger on board;
 * `home_round_trip`: from the passenger's home, there and back;
 * `driver_loop`: from the driver's home and back to it.
 */
export type KmBasis = 'trip' | 'home_round_trip' | 'driver_loop';

export type FareComponent =
  | { kind: 'free'; note: string | null; provenance: Provenance }
  | {
      kind: 'flat';
      cents: number;
      per: 'leg' | 'round_trip';
      note: string | null;
      provenance: Provenance;
    }
  | {
      kind: 'per_km';
      centsPerKm: number;
      basis: KmBasis;
      waitRule: WaitRule | null;
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

/** One explained line. Cents are whole; `minCents` = `maxCents` when exact; null when unknown. */
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

/** Sum of the lines paid for this trip (yearly membership apart). `partial`: some lines are unknown. */
export type Price = {
  minCents: number | null;
  maxCents: number | null;
  partial: boolean;
  estimate: boolean;
  lines: readonly PriceLine[];
};
