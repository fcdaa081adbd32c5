// What would residents of a whole country ask? The same requests at each run: more from large towns,
// more for common needs.

import {
  around,
  createPractices,
  NEED_COUNT,
  needIdOf,
  numbersFrom,
  type Town,
  zipfDrawer,
} from '#tests/bench/synthetic-practices.ts';

/** A Tuesday morning. */
const AT = '2026-11-24T10:00';

const LETTERS = 'abcdefghilmnoprstuv';

/** Searches as the results page sends them. */
export function searchPaths(towns: readonly Town[], count: number): string[] {
  const draw = numbersFrom(37);
  const townRank = zipfDrawer(towns.length, draw);
  const needRank = zipfDrawer(NEED_COUNT, draw);
  return Array.from({ length: count }, () => {
    const [lon, lat] = around(townAt(towns, townRank()), draw);
    const need = needIdOf(needRank());
    return `/api/directory?need=${need}&lon=${lon.toFixed(5)}&lat=${lat.toFixed(5)}&at=${AT}`;
  });
}

/** A surname with one letter wrong, asked from some commune. */
export function suggestPaths(
  towns: readonly Town[],
  practiceCount: number,
  count: number,
): string[] {
  const draw = numbersFrom(41);
  const step = Math.max(1, Math.floor(Math.min(practiceCount, 50_000) / count));
  const paths: string[] = [];
  let rank = 0;
  for (const { name } of createPractices(towns, step * count)) {
    if (rank++ % step !== 0) continue;
    const surname = name.split(' ').at(-1) ?? name;
    const town = townAt(towns, Math.floor(draw() * towns.length));
    const wrong = encodeURIComponent(withTypo(surname.toLowerCase(), draw));
    paths.push(`/api/directory/suggest?q=${wrong}&insee=${town.insee}`);
  }
  return paths;
}

/** Tiles around large towns first. */
export function tilePaths(towns: readonly Town[], zoom: number, count: number): string[] {
  return Array.from({ length: count }, (_, rank) => {
    const [lon, lat] = townAt(towns, rank % towns.length).point;
    const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    const x = Math.floor(((lon + 180) / 360) * 2 ** zoom);
    const y = Math.floor((0.5 - mercator / (2 * Math.PI)) * 2 ** zoom);
    return `/api/directory/tiles/${zoom}/${x}/${y}?need=${needIdOf(rank % 3)}`;
  });
}

/** One letter, never the first, becomes another. */
function withTypo(word: string, draw: () => number): string {
  const position = 1 + Math.floor(draw() * (word.length - 1));
  const others = LETTERS.replace(word.charAt(position), '');
  const letter = others.charAt(Math.floor(draw() * others.length));
  return word.slice(0, position) + letter + word.slice(position + 1);
}

function townAt(towns: readonly Town[], rank: number): Town {
  const town = towns[rank];
  if (town === undefined) throw new Error('The bench needs towns.');
  return town;
}
