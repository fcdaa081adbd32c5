// How is a value of a commune said, with its unit, or what stands for it?

import type { Dictionary } from '#web/i18n/fr.ts';
import type { AccessPlace, Indicator } from './access-data.ts';

type Words = Dictionary['access'];
type Said = Pick<AccessPlace, 'state' | 'value'>;

/** « 2,3 consultations par an », « aucun à portée ». */
export function sayPlace(words: Words, indicator: Indicator, place: Said): string {
  if (place.state !== 'value') return words.states[place.state];
  return sayValue(words, indicator, place.value) ?? words.states.unknown;
}

/** Without the unit, as in a column that names it. */
export function sayBare(words: Words, indicator: Indicator, place: Said): string {
  if (place.state !== 'value' || place.value === null) return sayPlace(words, indicator, place);
  return words.bare(place.value, decimalsOf(indicator, place.value));
}

export function sayValue(words: Words, indicator: Indicator, value: number | null): string | null {
  if (value === null) return null;
  return words.value(indicator.unit, value, decimalsOf(indicator, value));
}

/** « notre calcul : 0,3 de moins »; null: not known. */
export function sayResidual(
  words: Words,
  { decimals }: Pick<Indicator, 'decimals'>,
  residual: number | null,
): string | null {
  if (residual === null) return null;
  const amount = Math.abs(residual);
  const own = words.compare.published;
  return Number(amount.toFixed(decimals)) === 0
    ? own.same
    : own.residual(words.bare(amount, decimals), residual < 0);
}

/** A bound of a class or a threshold: no more decimals than it has. */
export function sayBound(words: Words, bound: number): string {
  return words.bare(bound, Number.isInteger(bound) ? 0 : 1);
}

/** Days and professions are whole in one place; their means are not. */
function decimalsOf({ unit, decimals }: Indicator, value: number): number {
  const isCounted = unit === 'days_a_week' || unit === 'professions';
  return isCounted && Number.isInteger(Number(value.toFixed(decimals))) ? 0 : decimals;
}
