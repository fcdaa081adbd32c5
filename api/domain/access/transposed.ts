// The same times, in rows of the other side.

import { type TravelPairs, viewByPlace } from './travel-pairs.ts';

/** Of rows by place holding sites, rows by site holding places; and back. */
export function transposed(pairs: TravelPairs): TravelPairs {
  const { placeStarts, sites, tenths } = viewByPlace(pairs);
  return {
    placeCount: pairs.siteCount,
    siteCount: pairs.placeCount,
    siteStarts: placeStarts,
    places: sites,
    tenths,
  };
}
