// How do people stand from the worst served to the best? One band a commune, as wide as it has people.

import type { Indicator } from './access-data.ts';
import type { Band } from './draw-distribution.ts';
import type { RankedPlace } from './rank-places.ts';
import { cellOf, type ValueClass } from './value-classes.ts';

/** Without a value to compare, left out. Nothing within reach: no height, or all of it for a time. */
export function paradeBands(
  indicator: Indicator,
  classes: readonly ValueClass[],
  ranked: readonly RankedPlace[],
  title: (place: RankedPlace) => string,
): { bands: Band[]; top: number } {
  const shown = ranked.filter(({ rank }) => rank !== null);
  const values = shown.flatMap(({ value }) => (value === null ? [] : [value]));
  const levels = [indicator.hinge, indicator.national].filter((each) => each !== null);
  const top = Math.max(1, ...values, ...levels) * 1.08;
  const nothing = indicator.direction === 'high_is_good' ? 0 : top;
  let people = 0;
  const bands = shown.map((place) => {
    const from = people;
    people += place.population;
    const height = place.state === 'value' ? (place.value ?? 0) : nothing;
    const { colour } = cellOf(classes, place);
    return { from, to: people, height, colour, title: title(place) };
  });
  return { bands, top };
}
