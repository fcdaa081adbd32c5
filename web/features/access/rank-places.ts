// In which order do communes come: those worst served first, always the same for the table and the map?

import type { AccessPlace, Indicator } from './access-data.ts';

export const SORTS = ['rank', 'name', 'people', 'older', 'searches'] as const;
export type Sort = (typeof SORTS)[number];

export type RankedPlace = AccessPlace & {
  /** From 1; among equals the most peopled first. Null: no value to compare. */
  rank: number | null;
};

/** How many the map numbers. */
const MARKED = 3;

/**
 * Nothing in reach comes before any value; without a value, last. Among equals the most peopled first, so
 * that the order never changes by chance.
 */
export function rankPlaces(
  places: readonly AccessPlace[],
  direction: Indicator['direction'],
): RankedPlace[] {
  const weight = (place: AccessPlace) => weightOf(place, direction);
  const sorted = places.toSorted(
    (a, b) => compare(weight(a), weight(b)) || byState(a, b) || byPeople(a, b),
  );
  return sorted.map((place, index) => ({
    ...place,
    rank: weight(place) === Infinity ? null : index + 1,
  }));
}

/** The lowest first. */
function weightOf({ state, value }: AccessPlace, direction: Indicator['direction']): number {
  if (state === 'none_in_reach') return -Infinity;
  if (value === null || state !== 'value') return Infinity;
  return direction === 'high_is_good' ? value : -value;
}

/** Of what cannot be compared, what is not known comes before what is not told. */
const byState = (a: AccessPlace, b: AccessPlace): number =>
  Number(a.state === 'suppressed') - Number(b.state === 'suppressed');

/** Those the map numbers: the first of the ranking that can be compared. */
export function worstPlaces(ranked: readonly RankedPlace[]): RankedPlace[] {
  return ranked.filter(({ rank }) => rank !== null).slice(0, MARKED);
}

/**
 * Those equal to the last that the map numbers, itself included, when some of them bear no number for want of room.
 * Null: numbers are for all who have that value.
 */
export function tiedWithWorst(
  ranked: readonly RankedPlace[],
  direction: Indicator['direction'],
): { place: RankedPlace; count: number } | null {
  const worst = worstPlaces(ranked);
  const last = worst.at(-1);
  if (last === undefined) return null;
  const isEqual = (place: RankedPlace) => weightOf(place, direction) === weightOf(last, direction);
  const count = ranked.filter(isEqual).length;
  return count > worst.filter(isEqual).length ? { place: last, count } : null;
}

/** The ranking, read in another order. `searches`: by code, of those that are told. */
export function sortPlaces(
  ranked: readonly RankedPlace[],
  sort: Sort,
  reversed: boolean,
  searches: ReadonlyMap<string, number> = new Map(),
): RankedPlace[] {
  const orders: Readonly<Record<Sort, (a: RankedPlace, b: RankedPlace) => number>> = {
    rank: () => 0,
    name: (a, b) => a.name.localeCompare(b.name, 'fr'),
    people: byPeople,
    searches: (a, b) => (searches.get(b.insee) ?? 0) - (searches.get(a.insee) ?? 0),
    older: (a, b) => (b.population75Plus ?? -1) - (a.population75Plus ?? -1) || byPeople(a, b),
  };
  const sorted = ranked.toSorted(orders[sort]);
  if (!reversed) return sorted;
  // What cannot be compared stays last whichever way one reads.
  const isLast = ({ rank, insee }: RankedPlace) =>
    (sort === 'rank' && rank === null) || (sort === 'searches' && !searches.has(insee));
  return [...sorted.filter((place) => !isLast(place)).reverse(), ...sorted.filter(isLast)];
}

function byPeople(a: AccessPlace, b: AccessPlace): number {
  return b.population - a.population || compare(a.insee, b.insee);
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
