// What is the value of a commune, of those of its squares; and of the territory, of those of its communes?

import { LEAST_PEOPLE, type PlaceFigures, type PlaceValue } from './figures.ts';
import type { IndicatorId } from './indicators.ts';

export type CommuneQuestion = {
  /** Positions of its places in the arrays. */
  numbers: readonly number[];
  /** NaN: not known; Infinity: nothing within the bound. */
  values: Float64Array;
  /** 0 where no care counts at all; null: `values` says it. */
  reached: Uint8Array | null;
  weight: (number: number) => number;
  summed: 'mean' | 'total';
  /** Of the commune as a whole. */
  drawn: Pick<PlaceValue, 'probabilityBelow' | 'low' | 'high'> | null;
  population: number;
};

const NOTHING = { value: null, probabilityBelow: null, low: null, high: null } as const;

/** Half of the people who reach nothing make a commune that reaches nothing: a mean of the others would lie. */
export function communeValue(question: CommuneQuestion): PlaceValue {
  const { numbers, values, reached, summed, drawn, population } = question;
  if (population < LEAST_PEOPLE) return { ...NOTHING, state: 'suppressed' };
  const known = numbers.filter((number) => !Number.isNaN(values[number] ?? Number.NaN));
  if (known.length === 0) return { ...NOTHING, state: 'unknown' };
  const weigh = (some: readonly number[]) =>
    some.reduce((sum, number) => sum + question.weight(number), 0);
  const inReach = known.filter((number) => Number.isFinite(values[number] ?? Number.NaN));
  if (weigh(inReach) * 2 < weigh(known) || inReach.length === 0) {
    return { ...NOTHING, state: 'none_in_reach' };
  }
  const mean = () => {
    const weight = weigh(inReach);
    const one = (number: number) => values[number] ?? 0;
    if (weight === 0) return inReach.reduce((sum, number) => sum + one(number), 0) / inReach.length;
    return inReach.reduce((sum, number) => sum + one(number) * question.weight(number), 0) / weight;
  };
  const isReached = reached === null || inReach.some((number) => reached[number] === 1);
  return {
    value:
      summed === 'total' ? inReach.reduce((sum, number) => sum + (values[number] ?? 0), 0) : mean(),
    state: isReached ? 'value' : 'none_in_reach',
    ...(drawn ?? { probabilityBelow: null, low: null, high: null }),
  };
}

/** Weighted by people, as the ministry's value of a territory is; null: nowhere known. */
export function meanOfCommunes(figures: readonly PlaceFigures[], id: IndicatorId): number | null {
  let [sum, weight] = [0, 0];
  for (const { values, population } of figures) {
    const value = values[id]?.value ?? null;
    if (value === null) continue;
    sum += value * population;
    weight += population;
  }
  return weight === 0 ? null : sum / weight;
}

export function totalOfCommunes(figures: readonly PlaceFigures[], id: IndicatorId): number | null {
  const known = figures.flatMap(({ values }) => values[id]?.value ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
