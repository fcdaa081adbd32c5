// A made-up country: places on a grid, sites here and there, everything within so many cells in reach.

import type { SiteRow, TravelPairs } from '#domain/access/travel-pairs.ts';
import { seeded } from '#tests/bench/seeded.ts';

export type Country = { pairs: TravelPairs; demand: Float64Array; supply: Float64Array };

/** At the edge of what a site reaches it is twenty minutes. */
const EDGE_TENTHS = 200;

/** `columns × rows` places; about `placesASite` of them reach each site. */
export function drawCountry(
  [columns, rows]: readonly [number, number],
  siteCount: number,
  placesASite: number,
): Country {
  const next = seeded(20_26);
  const placeCount = columns * rows;
  const radius = Math.sqrt(placesASite / Math.PI);
  const centres = Array.from(
    { length: siteCount },
    () => [next() * columns, next() * rows] as const,
  );
  const siteStarts = new Uint32Array(siteCount + 1);
  // Room for a square around each, cut when all are known.
  const room = siteCount * Math.ceil(placesASite * 1.35 + 8 * radius + 8);
  const places = new Uint32Array(room);
  const tenths = new Uint16Array(room);
  let count = 0;
  for (const [site, [x, y]] of centres.entries()) {
    const lastRow = Math.min(rows - 1, Math.floor(y + radius));
    for (let row = Math.max(0, Math.ceil(y - radius)); row <= lastRow; row++) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - (row - y) ** 2));
      const lastColumn = Math.min(columns - 1, Math.floor(x + half));
      for (let column = Math.max(0, Math.ceil(x - half)); column <= lastColumn; column++) {
        places[count] = row * columns + column;
        tenths[count] = Math.ceil((Math.hypot(column - x, row - y) / radius) * EDGE_TENTHS);
        count += 1;
      }
    }
    siteStarts[site + 1] = count;
  }
  return {
    pairs: {
      placeCount,
      siteCount,
      siteStarts,
      places: places.slice(0, count),
      tenths: tenths.slice(0, count),
    },
    demand: new Float64Array(placeCount).map(() => Math.round(next() * 2_000)),
    supply: new Float64Array(siteCount).map(() => Math.round(1_000 + next() * 6_000)),
  };
}

/** The row of a site opened where another is. */
export const rowLike = ({ siteStarts, places, tenths }: TravelPairs, site: number): SiteRow => ({
  places: places.slice(siteStarts[site], siteStarts[site + 1]),
  tenths: tenths.slice(siteStarts[site], siteStarts[site + 1]),
});
