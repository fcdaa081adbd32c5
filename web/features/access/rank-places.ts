// In which order do communes come: those worst served first, always the same for the table and the map?

import type { AccessPlace, Indicator } from './access-data.ts';

export const SORTS = ['rank', 'name', 'people', 'older'] as const;
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
  const sign = direction === 'high_is_good' ? 1 : -1;
  const weight = (place: AccessPlace): number => {
    if (place.state === 'none_in_reach') return -Infinity;
    return place.value === null || place.state !== 'value' ? Infinity : sign * place.value;
  };
  const sorted = places.toSorted((a, b) => compare(weight(a), weight(b)) || byPeople(a, b));
  return sorted.map((place, index) => ({
    ...place,
    rank: weight(place) === Infinity ? null : index + 1,
  }));
}

/** Those the map numbers: the first of the ranking that can be compared. */
export function worstPlaces(ranked: readonly RankedPlace[]): RankedPlace[] {
  return ranked.filter(({ rank }) => rank !== null).slice(0, MARKED);
}

/** The ranking, read in another order. */
export function sortPlaces(
  ranked: readonly RankedPlace[],
  sort: Sort,
  reversed: boolean,
): RankedPlace[] {
  const orders: Readonly<Record<Sort, (a: RankedPlace, b: RankedPlace) => number>> = {
    rank: () => 0,
    name: (a, b) => a.name.localeCompare(b.name, 'fr'),
    people: byPeople,
    older: (a, b) => (b.population75Plus ?? -1) - (a.population75Plus ?? -1) || byPeople(a, b),
  };
  const sorted = ranked.toSorted(orders[sort]);
  if (!reversed) return sorted;
  // What cannot be compared stays last whichever way one reads.
  const isLast = (place: RankedPlace) => sort === 'rank' && place.rank === null;
  return [...sorted.filter((place) => !isLast(place)).reverse(), ...sorted.filter(isLast)];
}

function byPeople(a: AccessPlace, b: AccessPlace): number {
  return b.population - a.population || compare(a.insee, b.insee);
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
