// A million practices that do not exist, over metropolitan France: the same ones at each run.
// Towns of unequal size, needs of unequal frequency (Zipf), invented names.

import { CATEGORIES, type Category } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';

export type Town = { insee: string; name: string; point: LonLat; population: number };

export type SyntheticPractice = {
  id: string;
  name: string;
  title: string;
  category: Category;
  needId: string;
  town: Town;
  point: LonLat;
};

export const NEED_COUNT = 40;

/** An outline of metropolitan France, coarse. */
const OUTLINE: readonly LonLat[] = [
  [2.5, 51.0],
  [4.2, 49.9],
  [8.1, 48.9],
  [7.5, 47.6],
  [6.1, 46.3],
  [7.0, 45.5],
  [7.5, 43.8],
  [5.0, 43.4],
  [3.1, 42.6],
  [-1.6, 43.3],
  [-1.2, 45.8],
  [-2.4, 47.3],
  [-4.7, 48.0],
  [-4.5, 48.6],
  [-1.6, 48.7],
  [-1.8, 49.6],
  [0.2, 49.6],
  [1.6, 50.8],
];

const SYLLABLES =
  'ba be bou car cha cor da del don fa fer gi gra jo la le lin lu ma mer mo na ni ou pa per ri ro sa sol ta ti to va ver vi'.split(
    ' ',
  );
const ENDINGS = ['nac', 'ret', 'lin', 'sart', 'gny', 'ville', 'dier', 'ton', 'zac', 'mond'];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Position drawn by weights 1, 1/2, 1/3 … */
export function zipfDrawer(count: number, draw: () => number): () => number {
  const cumulated: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) {
    sum += 1 / rank;
    cumulated.push(sum);
  }
  return () => {
    const target = draw() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulated[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export function createTowns(count: number): Town[] {
  const draw = numbersFrom(11);
  return Array.from({ length: count }, (_, rank) => ({
    insee: `${String(1 + Math.floor(rank / 900)).padStart(2, '0')}${String(rank % 900).padStart(3, '0')}`,
    name: invented(draw, 2),
    point: pointInside(draw),
    population: Math.round(300 + 400_000 / (rank + 1)),
  }));
}

export function* createPractices(
  towns: readonly Town[],
  count: number,
): Generator<SyntheticPractice> {
  const draw = numbersFrom(23);
  const townRank = zipfDrawer(towns.length, draw);
  const needRank = zipfDrawer(NEED_COUNT, draw);
  for (let i = 0; i < count; i++) {
    const town = towns[townRank()];
    if (town === undefined) throw new Error('A practice stands in a town: expected at least one.');
    const need = needRank();
    yield {
      id: `practice-${i}`,
      name: `Dr ${invented(draw, 1)} ${invented(draw, 2)}`,
      title: `Service ${need + 1}`,
      category: CATEGORIES[need % CATEGORIES.length] ?? 'gp',
      needId: needIdOf(need),
      town,
      point: around(town, draw),
    };
  }
}

export const needIdOf = (rank: number): string => `need-${String(rank + 1).padStart(2, '0')}`;

/** A large town spreads over some fifteen kilometres, a village over two. */
export function around({ point: [lon, lat], population }: Town, draw: () => number): LonLat {
  const kilometers = Math.min(15, 1 + Math.sqrt(population) / 40) * Math.sqrt(draw());
  const angle = draw() * 2 * Math.PI;
  return [lon + (kilometers * Math.cos(angle)) / 75, lat + (kilometers * Math.sin(angle)) / 111];
}

function invented(draw: () => number, syllables: number): string {
  let name = '';
  for (let i = 0; i < syllables; i++) name += SYLLABLES[Math.floor(draw() * SYLLABLES.length)];
  name += ENDINGS[Math.floor(draw() * ENDINGS.length)];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function pointInside(draw: () => number): LonLat {
  for (;;) {
    const point: LonLat = [-4.8 + draw() * 13, 42.5 + draw() * 8.6];
    if (isInside(point)) return point;
  }
}

/** Crossings of a ray to the east. */
function isInside([lon, lat]: LonLat): boolean {
  let inside = false;
  OUTLINE.forEach((from, i) => {
    const to = OUTLINE[(i + 1) % OUTLINE.length] ?? from;
    if (from[1] > lat === to[1] > lat) return;
    const crossing = from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
    if (lon < crossing) inside = !inside;
  });
  return inside;
}
