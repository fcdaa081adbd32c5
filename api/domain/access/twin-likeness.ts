// How alike are two territories, or two communes, so that comparing them is fair?
//
// Three differences, each told so that 1 means « clearly another »: twice as dense, five points more people of
// 75 and over, twice as many people. Their mean is the gap. What is not known counts 1: nobody is alike for
// want of facts. The index of disadvantage (FDep) is not in our data and does not enter it.

export type Portrait = {
  population: number;
  /** Null: not known of every commune. */
  population75Plus: number | null;
  /** Null: not every contour is known. */
  areaKm2: number | null;
};

export type Likeness = {
  /** Doublings of people a square kilometre; null: not known of both. */
  density: number | null;
  /** In units of five points of the share of 75 and over. */
  older: number | null;
  /** Doublings of population. */
  population: number | null;
  /** Mean of the three, 1 for each that is not known. */
  gap: number;
};

/** Points of the share of people of 75 and over that make a place another one. */
export const OLDER_POINTS = 5;
const UNKNOWN_GAP = 1;

/** People a square kilometre; null: not known. */
export function densityOf({ population, areaKm2 }: Portrait): number | null {
  return areaKm2 === null || areaKm2 <= 0 ? null : population / areaKm2;
}

/** From 0 to 1; null: not known, or nobody lives there. */
export function olderShareOf({ population, population75Plus }: Portrait): number | null {
  return population75Plus === null || population === 0 ? null : population75Plus / population;
}

export function likeness(one: Portrait, other: Portrait): Likeness {
  const density = doublings(densityOf(one), densityOf(other));
  const [share, otherShare] = [olderShareOf(one), olderShareOf(other)];
  const older =
    share === null || otherShare === null
      ? null
      : (100 * Math.abs(share - otherShare)) / OLDER_POINTS;
  const population = doublings(one.population, other.population);
  const parts = [density, older, population];
  const gap = parts.reduce<number>((sum, part) => sum + (part ?? UNKNOWN_GAP), 0) / parts.length;
  return { density, older, population, gap };
}

/** Most alike first; as alike, in order of `key`. */
export function sortAlike<Item>(
  items: readonly Item[],
  gapOf: (item: Item) => number,
  key: (item: Item) => string,
): Item[] {
  return items.toSorted((a, b) => gapOf(a) - gapOf(b) || (key(a) < key(b) ? -1 : 1));
}

function doublings(one: number | null, other: number | null): number | null {
  if (one === null || other === null || one <= 0 || other <= 0) return null;
  return Math.log2(Math.max(one, other) / Math.min(one, other));
}
