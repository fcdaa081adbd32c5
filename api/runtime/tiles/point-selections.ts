// Which points pass a filter? Found once for each filter, then kept: a tile or a count around a point
// then reads only the points that answer.

import { CATEGORIES, type Category } from '#domain/directory/directory.ts';
import { DEMONSTRATION_BIT, needTag, type TileColumns, themeTag } from './tile-columns.ts';

/** A point passes when it meets every given part, and one value of each. Empty: everything. */
export type PointFilter = {
  categories?: readonly Category[];
  needIds?: readonly string[];
  themes?: readonly string[];
};

/** Positions in Morton order; null when every point passes. */
export type Selection = Uint32Array | null;

type PointTest = (position: number) => boolean;

/** Four bytes each: 32 MB at most. */
const KEPT_POSITIONS = 8_000_000;

export type Selections = { of: (filter: PointFilter) => Selection };

export function createSelections(columns: TileColumns): Selections {
  const kept = new Map<string, Uint32Array>();
  let keptPositions = 0;
  return {
    of(filter) {
      const tests = testsOf(columns, filter);
      if (tests.length === 0) return null;
      const key = filterKey(filter);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const found = select(columns, tests);
      if (keptPositions + found.length > KEPT_POSITIONS) {
        kept.clear();
        keptPositions = 0;
      }
      kept.set(key, found);
      keptPositions += found.length;
      return found;
    },
  };
}

/** The same text for the same filter, whatever the order of its values. */
export function filterKey({ categories, needIds, themes }: PointFilter): string {
  return JSON.stringify([categories, needIds, themes].map((part) => [...(part ?? [])].sort()));
}

function select(columns: TileColumns, tests: readonly PointTest[]): Uint32Array {
  const found = new Uint32Array(columns.size);
  let count = 0;
  for (let i = 0; i < columns.size; i++) {
    if (!tests.every((test) => test(i))) continue;
    found[count] = i;
    count += 1;
  }
  return found.slice(0, count);
}

/** A need or theme no point has lets nothing pass. */
function testsOf(columns: TileColumns, filter: PointFilter): PointTest[] {
  const { categories = [], needIds = [], themes = [] } = filter;
  return [
    ...(categories.length > 0 ? [categoryTest(columns, categories)] : []),
    ...(needIds.length > 0 ? [tagTest(columns, needIds.map(needTag))] : []),
    ...(themes.length > 0 ? [tagTest(columns, themes.map(themeTag))] : []),
  ];
}

function categoryTest({ kinds }: TileColumns, categories: readonly Category[]): PointTest {
  const wanted = CATEGORIES.map((category) => categories.includes(category));
  return (position) => wanted[(kinds[position] ?? 0) & ~DEMONSTRATION_BIT] === true;
}

function tagTest(columns: TileColumns, names: readonly string[]): PointTest {
  const { tagWords, tagBits, tags } = columns;
  const mask = new Uint32Array(tagWords);
  for (const name of names) {
    const bit = tagBits.get(name);
    if (bit !== undefined) mask[bit >>> 5] = ((mask[bit >>> 5] ?? 0) | (1 << (bit & 31))) >>> 0;
  }
  return (position) => {
    for (let word = 0; word < tagWords; word++) {
      if (((tags[position * tagWords + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true;
    }
    return false;
  };
}
