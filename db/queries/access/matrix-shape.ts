// What tells one matrix of times from another, and what is known of one before any row is there?

import type { TravelMode } from '#domain/access/travel-mode.ts';

export type MatrixKey = {
  territoryCode: string;
  mode: TravelMode;
  /** 0 for every day; else 1 Monday … 7 Sunday. */
  dayType: number;
  fingerprint: string;
};

export type MatrixShape = MatrixKey & {
  reachMinutes: number;
  rowSide: 'site' | 'place';
  columnIds: readonly string[];
  isEstimate: boolean;
};
