// What is out of reach of those who have no car, place by place?

import type { GroundPlace } from './ground-places.ts';
import type { IndicatorId } from './indicators.ts';
import type { SupplyKind } from './supply.ts';

/** By INSEE code, then profession: days of a week on which one can go, be received and come back. */
export type UsefulDaysOf = Readonly<
  Record<string, Readonly<Partial<Record<SupplyKind, number>>> | undefined>
>;

/** Nothing when days were not computed: nobody knows is not « never ». */
export function withoutCar(
  places: readonly GroundPlace[],
  days: UsefulDaysOf | null,
): Partial<Record<IndicatorId, Float64Array>> {
  if (days === null) return {};
  const of = (kind: SupplyKind) =>
    Float64Array.from(places, ({ insee }) => days[insee]?.[kind] ?? Number.NaN);
  const gp = of('gp');
  return {
    useful_days_gp: gp,
    useful_days_pharmacy: of('pharmacy'),
    older_out_of_reach: Float64Array.from(places, ({ population75Plus }, place) => {
      const count = gp[place] ?? Number.NaN;
      if (population75Plus === null || Number.isNaN(count)) return Number.NaN;
      return count === 0 ? population75Plus : 0;
    }),
  };
}
