// Trips of volunteer drivers counted without a name: what a year amounts to, and what should be looked at.
//
// Décret 2019-850 of 20 August 2019: before 1 March the préfet is told how many drivers, how many people
// driven (by their residence, by their means), how many trips, and how far on average.

import { SOCIAL_TRANSPORT_MAX_KM } from '#domain/transport/check-social-transport.ts';
import type { LegalReference } from '#domain/transport/offer-notice.ts';

/** `2026-11`. */
export type YearMonth = string;

export type TripCounts = {
  trips: number;
  /** With the person on board. */
  kilometres: number;
  /** Different people who drove. */
  drivers: number;
  /** Different people driven, whose right comes from where they live. */
  beneficiariesByResidence: number;
  /** Different people driven, whose right comes from what they live on. */
  beneficiariesByMeans: number;
  /** Trips asked for and not made. */
  refused: number;
};

export const TRIP_COUNT_FIELDS = [
  'trips',
  'kilometres',
  'drivers',
  'beneficiariesByResidence',
  'beneficiariesByMeans',
  'refused',
] as const satisfies readonly (keyof TripCounts)[];

export type TripNotice = {
  code: 'mean_distance' | 'no_kilometres' | 'no_drivers' | 'no_beneficiaries' | 'too_many_drivers';
  values: Readonly<Record<string, number>>;
  legal: readonly LegalReference[];
};

export type TripYear = TripCounts & {
  /** Kilometres, to a tenth; null without a trip. */
  meanKm: number | null;
  /** Of the people driven, to a tenth; null when nobody was. */
  byResidencePercent: number | null;
  byMeansPercent: number | null;
};

/**
 * Trips add up. People do not, being counted without a name: whoever drove in January may be who drove
 * in May, so the month with the most stands for the year, which is never too many.
 */
export function yearOf(months: readonly TripCounts[]): TripYear {
  const sum = (field: keyof TripCounts) => months.reduce((total, each) => total + each[field], 0);
  const most = (field: keyof TripCounts) => Math.max(0, ...months.map((each) => each[field]));
  return withShares({
    trips: sum('trips'),
    kilometres: sum('kilometres'),
    drivers: most('drivers'),
    beneficiariesByResidence: most('beneficiariesByResidence'),
    beneficiariesByMeans: most('beneficiariesByMeans'),
    refused: sum('refused'),
  });
}

export function withShares(counts: TripCounts): TripYear {
  const { trips, kilometres, beneficiariesByResidence, beneficiariesByMeans } = counts;
  const driven = beneficiariesByResidence + beneficiariesByMeans;
  return {
    ...counts,
    meanKm: ratio(kilometres, trips),
    byResidencePercent: ratio(100 * beneficiariesByResidence, driven),
    byMeansPercent: ratio(100 * beneficiariesByMeans, driven),
  };
}

/** Told, never refused. */
export function checkTripCounts(counts: TripCounts): TripNotice[] {
  const { trips, kilometres, drivers } = counts;
  if (trips === 0) return [];
  const notices: TripNotice[] = [];
  const tell = (code: TripNotice['code'], values = {}, legal: readonly LegalReference[] = []) =>
    notices.push({ code, values, legal });
  const meanKm = ratio(kilometres, trips) ?? 0;
  if (meanKm > SOCIAL_TRANSPORT_MAX_KM) {
    tell('mean_distance', { meanKm, limit: SOCIAL_TRANSPORT_MAX_KM }, ['decret-2019-850']);
  }
  if (kilometres === 0) tell('no_kilometres', { trips });
  if (drivers === 0) tell('no_drivers', { trips });
  if (drivers > trips) tell('too_many_drivers', { drivers, trips });
  if (counts.beneficiariesByResidence + counts.beneficiariesByMeans === 0) {
    tell('no_beneficiaries', { trips }, ['L3133-1', 'decret-2019-850']);
  }
  return notices;
}

/** To a tenth; null over nothing. */
function ratio(value: number, by: number): number | null {
  return by === 0 ? null : Math.round((10 * value) / by) / 10;
}
