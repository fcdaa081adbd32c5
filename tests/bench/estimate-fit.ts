// How well does a detour-and-speed model tell the time of trips it was not fitted on?
//
// Trips are set aside by blocks of communes they start from; the model is fitted on the others and asked
// for those. Fit: for each exponent, the factor of least absolute relative error, which is a weighted
// median; trips under 30 km count three times.

import { readFileSync } from 'node:fs';
import { distanceMeters } from '#domain/geo.ts';
import { DRIVE_ACCESS_MINUTES } from '#domain/journey/road-estimate.ts';

export type KnownTrip = { origin: string; crowKm: number; minutes: number; meters: number };

/** Value at one kilometre, and the power of kilometres it grows with. */
export type PowerLaw = { atOneKm: number; exponent: number };

const SHORT_KM = 30;
const SHORT_WEIGHT = 3;
const ORIGINS_A_BLOCK = 5;

/** Trips without a duration have the same point at both ends: they say nothing of a speed. */
export function readTrips(path: string): KnownTrip[] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [origin = '', ...cells] = line.split(',');
    const [fromLon, fromLat, , toLon, toLat, meters, seconds] = cells.map(Number);
    const numbers = [fromLon, fromLat, toLon, toLat, meters, seconds];
    if (numbers.some((each) => !Number.isFinite(each))) {
      throw new Error(`${path}: expected eight columns, received « ${line} »`);
    }
    if (seconds === 0) return [];
    const crowMeters = distanceMeters([fromLon ?? 0, fromLat ?? 0], [toLon ?? 0, toLat ?? 0]);
    const minutes = (seconds ?? 0) / 60;
    return [{ origin, crowKm: crowMeters / 1_000, minutes, meters: meters ?? 0 }];
  });
}

export const fitMinutes = (trips: readonly KnownTrip[]): PowerLaw =>
  fitLaw(trips.map(({ crowKm, minutes }) => [crowKm, minutes, DRIVE_ACCESS_MINUTES] as const));

export const fitMeters = (trips: readonly KnownTrip[]): PowerLaw =>
  fitLaw(trips.map(({ crowKm, meters }) => [crowKm, meters, 0] as const));

/** Known values are a constant and a power of kilometres. */
function fitLaw(
  known: readonly (readonly [km: number, value: number, constant: number])[],
): PowerLaw {
  const usable = known.filter(([km, value, constant]) => km > 0 && value > constant);
  const lawOf = (hundredth: number): PowerLaw & { error: number } => {
    const exponent = hundredth / 100;
    const points = usable.map(([km, value, constant]) => {
      const grown = km ** exponent;
      const weight = (grown / value) * (km < SHORT_KM ? SHORT_WEIGHT : 1);
      return { ratio: (value - constant) / grown, weight };
    });
    const atOneKm = weightedMedian(points);
    const error = points.reduce((sum, p) => sum + p.weight * Math.abs(p.ratio - atOneKm), 0);
    return { atOneKm, exponent, error };
  };
  // By twentieths, then by hundredths around the best: the error has one lowest place.
  let best = lawOf(70);
  for (let hundredth = 75; hundredth <= 105; hundredth += 5) best = better(best, lawOf(hundredth));
  const middle = Math.round(100 * best.exponent);
  for (const aside of [-4, -3, -2, -1, 1, 2, 3, 4]) best = better(best, lawOf(middle + aside));
  return { atOneKm: best.atOneKm, exponent: best.exponent };
}

const better = <T extends { error: number }>(a: T, b: T): T => (b.error < a.error ? b : a);

function weightedMedian(points: readonly { ratio: number; weight: number }[]): number {
  const sorted = points.toSorted((a, b) => a.ratio - b.ratio);
  let left = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  for (const { ratio, weight } of sorted) {
    left -= weight;
    if (left <= 0) return ratio;
  }
  return Number.NaN;
}

export type Validation = {
  rows: number;
  origins: number;
  medianAbsoluteMinutes: number;
  p90AbsoluteMinutes: number;
  /** Trips of half an hour at most. */
  shortMedianAbsoluteMinutes: number;
  medianMinutesShare: number;
  medianMetersShare: number;
  rankCorrelation: number;
};

export function crossValidate(trips: readonly KnownTrip[]): Validation {
  const origins = [...new Set(trips.map(({ origin }) => origin))].sort();
  const blockOf = new Map(origins.map((origin, i) => [origin, Math.floor(i / ORIGINS_A_BLOCK)]));
  const blockCount = Math.ceil(origins.length / ORIGINS_A_BLOCK);
  const told: { trip: KnownTrip; minutes: number; meters: number }[] = [];
  for (let block = 0; block < blockCount; block++) {
    const others = trips.filter(({ origin }) => blockOf.get(origin) !== block);
    const [minutes, meters] = [fitMinutes(others), fitMeters(others)];
    for (const trip of trips.filter(({ origin }) => blockOf.get(origin) === block)) {
      told.push({
        trip,
        minutes: DRIVE_ACCESS_MINUTES + minutes.atOneKm * trip.crowKm ** minutes.exponent,
        meters: meters.atOneKm * trip.crowKm ** meters.exponent,
      });
    }
  }
  const errors = told.map(({ trip, minutes }) => Math.abs(minutes - trip.minutes));
  const short = errors.filter((_, i) => (told[i]?.trip.minutes ?? 0) <= 30);
  return {
    rows: trips.length,
    origins: origins.length,
    medianAbsoluteMinutes: quantile(errors, 0.5),
    p90AbsoluteMinutes: quantile(errors, 0.9),
    shortMedianAbsoluteMinutes: quantile(short, 0.5),
    medianMinutesShare: quantile(
      told.map(({ trip, minutes }) => Math.abs(minutes - trip.minutes) / trip.minutes),
      0.5,
    ),
    medianMetersShare: quantile(
      told.map(({ trip, meters }) => Math.abs(meters - trip.meters) / trip.meters),
      0.5,
    ),
    rankCorrelation: rankCorrelation(
      told.map(({ minutes }) => minutes),
      told.map(({ trip }) => trip.minutes),
    ),
  };
}

/** Spearman 1904: the correlation of ranks; equal values share the mean of theirs. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length + 1) / 2;
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [i, rank] of ranksA.entries()) {
    const other = (ranksB[i] ?? 0) - mean;
    both += (rank - mean) * other;
    onlyA += (rank - mean) ** 2;
    onlyB += other ** 2;
  }
  return both / Math.sqrt(onlyA * onlyB);
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((x, y) => x.value - y.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let end = first;
    while (order[end]?.value === order[first]?.value && end < order.length) end += 1;
    for (let i = first; i < end; i++) ranks[order[i]?.index ?? 0] = (first + end + 1) / 2;
    first = end;
  }
  return ranks;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
