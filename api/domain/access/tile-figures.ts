// What is kept of each square of 200 m? Thousands of them, shown as colours: no more digits than anybody reads.

import type { TileFigures } from './figures.ts';
import type { GroundPlace } from './ground-places.ts';
import { INDICATORS, type IndicatorId } from './indicators.ts';
import { isSquare } from './on-foot.ts';

/** A metre, on the ground. */
const DEGREE_DECIMALS = 5;
const VALUE_DECIMALS = 3;

/** Of the territory only. */
export function tileFigures(
  places: readonly GroundPlace[],
  values: Partial<Record<IndicatorId, Float64Array>>,
): TileFigures[] {
  return places.flatMap((place, number) => {
    if (!place.isInside || !isSquare(place)) return [];
    const own: TileFigures['values'] = {};
    for (const { id } of INDICATORS) {
      const value = values[id]?.[number] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      own[id] = Number.isFinite(value) ? rounded(value, VALUE_DECIMALS) : null;
    }
    const [lon, lat] = place.point;
    return [
      {
        id: place.id,
        insee: place.insee,
        point: [rounded(lon, DEGREE_DECIMALS), rounded(lat, DEGREE_DECIMALS)] as const,
        population: rounded(place.population, 1),
        values: own,
      },
    ];
  });
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
