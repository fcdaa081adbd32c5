// How unequally is one indicator shared between the people of a territory?

import type { PlaceFigures } from './figures.ts';
import type { Indicator } from './indicators.ts';
import { gini, palma, tenths } from './inequality.ts';

export type Spread = {
  /** Mean of the tenth of people worst served, and of the tenth best served, in the unit of the indicator. */
  worst: number;
  best: number;
  /** 0: all alike; 1: everything for one. */
  gini: number;
  /**
   * Mean of the tenth with the most over mean of the four tenths with the least: Palma's ratio with access in
   * place of income, which we do not hold. Null: those four tenths have nothing.
   */
  palma: number | null;
  /** People without a value, left out: nothing within reach, not known, or not told. */
  leftOut: number;
};

/** Null: the indicator counts people rather than what each has, or nothing is there to share. */
export function spreadOf(
  { id, summed, direction }: Pick<Indicator, 'id' | 'summed' | 'direction'>,
  places: readonly Pick<PlaceFigures, 'population' | 'values'>[],
): Spread | null {
  if (summed === 'total') return null;
  const known = places.flatMap(({ values, population }) => {
    const value = values[id]?.value ?? null;
    return value === null || population === 0 ? [] : [{ value, population }];
  });
  const access = Float64Array.from(known, ({ value }) => value);
  const people = Float64Array.from(known, ({ population }) => population);
  if (!access.some((value) => value > 0)) return null;
  const { worst: least, best: most } = tenths(access, people);
  const [worst, best] = direction === 'high_is_good' ? [least, most] : [most, least];
  const ratio = palma(access, people, access);
  const total = places.reduce((sum, { population }) => sum + population, 0);
  return {
    worst,
    best,
    gini: gini(access, people),
    palma: Number.isFinite(ratio) ? ratio : null,
    leftOut: total - people.reduce((sum, each) => sum + each, 0),
  };
}
