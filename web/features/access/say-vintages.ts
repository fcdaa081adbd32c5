// Of what dates is one figure? « habitants 2023, soignants 2025, temps de route estimés ».

import type { ComparedValue } from '#domain/access/compare-indicator.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { ComparedTerritory } from './compare-data.ts';

type Words = Dictionary['access']['compare']['question'];

/** A source without a date is left out, the roads aside; nothing where nothing was computed. */
export function sayVintages(
  words: Words,
  { isEstimated }: Pick<ComparedTerritory, 'isEstimated'>,
  value: ComparedValue | null,
): string {
  if (value === null || value.value === null) return '';
  const said = value.vintages.flatMap(({ id, date }) => {
    if (id === 'roads') return isEstimated ? words.vintages.estimate : words.vintages.roads(date);
    if (date === null) return [];
    if (id === 'population') return words.vintages.population(date);
    if (id === 'supply') return words.vintages.supply(date);
    return id === 'week' ? words.vintages.week(date) : [];
  });
  return said.join(', ');
}
