// How unequally is access shared between people?
//
// Everything is weighted by people: a place of a thousand counts for a thousand. The order of places changes
// nothing.

import { orderOf, weightedMean, weightedQuantile } from './weighted-quantile.ts';

/** Gini 1912, by the trapezes of the curve of Lorenz 1905. 0: all alike. */
export function gini(access: Float64Array, people: Float64Array): number {
  const total = sumOf(people);
  const all = sumOf(access.map((value, i) => value * (people[i] ?? 0)));
  let lorenz = 0;
  let area = 0;
  for (const i of orderOf(access, people)) {
    const before = lorenz;
    lorenz += ((access[i] ?? 0) * (people[i] ?? 0)) / all;
    area += ((before + lorenz) * (people[i] ?? 0)) / total;
  }
  return 1 - area;
}

/**
 * Palma 2011: mean access of people above the ninth decile of income over that of people up to the fourth.
 * Places without people are left out, whatever their income.
 */
export function palma(access: Float64Array, people: Float64Array, income: Float64Array): number {
  const ninth = weightedQuantile(income, people, 0.9);
  const fourth = weightedQuantile(income, people, 0.4);
  const only = (keeps: (value: number) => boolean): Float64Array =>
    people.map((each, i) => (keeps(income[i] ?? 0) ? each : 0));
  return (
    weightedMean(
      access,
      only((value) => value > ninth),
    ) /
    weightedMean(
      access,
      only((value) => value <= fourth),
    )
  );
}

/**
 * Concentration index, Kakwani 1980: above 0 when access goes to the well-off. `bounded`: Erreygers 2009,
 * which compares populations whose access has other bounds. Equal incomes share the mean of their ranks;
 * `ties` « as_given » ranks them in the order of places, as the R package `accessibility` does.
 */
export function concentration(
  access: Float64Array,
  people: Float64Array,
  income: Float64Array,
  ties: 'shared' | 'as_given' = 'shared',
): { index: number; bounded: number } {
  const total = sumOf(people);
  const mean = weightedMean(access, people);
  const order = orderOf(income, people);
  let index = 0;
  let passed = 0;
  const isTied = (one: number, other: number): boolean =>
    one === other || (ties === 'shared' && income[one] === income[other]);
  for (let first = 0; first < order.length; ) {
    let end = first;
    let share = 0;
    while (end < order.length && isTied(order[end] ?? 0, order[first] ?? 0)) {
      share += (people[order[end] ?? 0] ?? 0) / total;
      end += 1;
    }
    const rank = passed + share / 2;
    for (const i of order.subarray(first, end)) {
      const part = (people[i] ?? 0) / total;
      index += (2 * (rank - 0.5) * ((access[i] ?? 0) - mean) * part) / mean;
    }
    passed += share;
    first = end;
  }
  // The bounds are those of all places, inhabited or not.
  const width =
    access.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
    access.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return { index, bounded: (index * 4 * mean) / width };
}

/** Theil 1967, T: over people who have some access. */
export function theil(access: Float64Array, people: Float64Array): number {
  const served = people.map((each, i) => ((access[i] ?? 0) > 0 ? each : 0));
  const mean = weightedMean(access, served);
  const total = sumOf(served);
  let sum = 0;
  for (const [i, value] of access.entries()) {
    if (value > 0) sum += ((served[i] ?? 0) / total) * (value / mean) * Math.log(value / mean);
  }
  return sum;
}

/** Mean access of the best and of the worst tenth of people, the place on the line divided; and their ratio. */
export function tenths(
  access: Float64Array,
  people: Float64Array,
): { worst: number; best: number; ratio: number } {
  const order = orderOf(access, people);
  const worst = meanOfFirst(order, access, people);
  const best = meanOfFirst(order.toReversed(), access, people);
  return { worst, best, ratio: best / worst };
}

function meanOfFirst(order: Uint32Array, access: Float64Array, people: Float64Array): number {
  const wanted = sumOf(people) / 10;
  let left = wanted;
  let sum = 0;
  for (const i of order) {
    const taken = Math.min(left, people[i] ?? 0);
    sum += taken * (access[i] ?? 0);
    left -= taken;
    if (left <= 0) break;
  }
  return sum / wanted;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
