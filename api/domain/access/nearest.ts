// How long is it to the nearest site, or to the third of them?

import { type PlaceView, UNREACHABLE_TENTHS } from './travel-pairs.ts';

export type Nearest = {
  /** By place; `UNREACHABLE_TENTHS` where fewer units than asked are in reach. */
  tenths: Uint16Array;
  /** By place, the site that completes the units asked; −1 where none does. Of two as near, the first. */
  sites: Int32Array;
};

/** Packs a time and a site into one number, so that sorting numbers sorts both. */
const SITE_ROOM = 2 ** 32;

/**
 * The smallest time within which `units` units of supply are: a site with two units counts for two, one
 * without supply for none.
 */
export function nearest(view: PlaceView, supply: Float64Array, units = 1): Nearest {
  if (!(units > 0)) throw new RangeError(`Nearest: expected units above 0, received ${units}`);
  const placeCount = view.placeStarts.length - 1;
  const tenths = new Uint16Array(placeCount).fill(UNREACHABLE_TENTHS);
  const sites = new Int32Array(placeCount).fill(-1);
  const packed = new Float64Array(longestRow(view));
  for (let place = 0; place < placeCount; place++) {
    let count = 0;
    for (let k = view.placeStarts[place] ?? 0; k < (view.placeStarts[place + 1] ?? 0); k++) {
      const site = view.sites[k] ?? 0;
      if ((supply[site] ?? 0) > 0) packed[count++] = (view.tenths[k] ?? 0) * SITE_ROOM + site;
    }
    const row = packed.subarray(0, count).sort();
    let held = 0;
    for (const number of row) {
      const site = number % SITE_ROOM;
      held += supply[site] ?? 0;
      if (held < units) continue;
      tenths[place] = Math.floor(number / SITE_ROOM);
      sites[place] = site;
      break;
    }
  }
  return { tenths, sites };
}

function longestRow({ placeStarts }: PlaceView): number {
  let longest = 0;
  for (let place = 0; place + 1 < placeStarts.length; place++) {
    longest = Math.max(longest, (placeStarts[place + 1] ?? 0) - (placeStarts[place] ?? 0));
  }
  return longest;
}
