// How many people does an indicator say are concerned, from which value?

import type { PlaceValue } from './figures.ts';
import type { Indicator, IndicatorId } from './indicators.ts';

/**
 * From where it is told as a lack, on the bad side. Null: no text nor custom sets such a bound, and the mean
 * of the territory is told instead.
 */
const CONCERN: Readonly<Record<IndicatorId, number | null>> = {
  gp_access: 2.5,
  nurse_access: null,
  physio_access: null,
  dentist_access: null,
  midwife_access: null,
  gp_nearest: 20,
  gp_nearest_3: 20,
  pharmacy_nearest: 20,
  emergency_nearest: 30,
  basket_missing: 1,
  deficits: 1,
  useful_days_gp: 1,
  useful_days_pharmacy: 1,
  older_out_of_reach: null,
  gp_gap_without_car: null,
  gp_walk: null,
  pharmacy_walk: null,
};

type ConcernedPlace = Pick<PlaceValue, 'state' | 'value'> & {
  population: number;
  population75Plus: number | null;
};

export type Concern = {
  /** Null: the indicator has no such bound. */
  bound: number | null;
  communes: number;
  people: number;
  /** Null: not known of one of the communes. */
  older: number | null;
};

/** Where nothing is within reach is counted too; where nothing is known is not. */
export function concernOf(
  { id, direction }: Pick<Indicator, 'id' | 'direction'>,
  places: readonly ConcernedPlace[],
): Concern {
  const bound = CONCERN[id];
  const short = places.filter(({ state, value }) => {
    if (state === 'none_in_reach') return true;
    if (state !== 'value' || value === null || bound === null) return false;
    return direction === 'high_is_good' ? value < bound : value >= bound;
  });
  return {
    bound,
    communes: short.length,
    people: short.reduce((sum, { population }) => sum + population, 0),
    older: short.reduce<number | null>(
      (sum, { population75Plus }) =>
        sum === null || population75Plus === null ? null : sum + population75Plus,
      0,
    ),
  };
}
