// Pairs drawn as a table of minutes, places down and sites across: null is out of reach.

import { type DecayTable, decayTable, within } from '#domain/access/decay.ts';
import {
  pairsFromTriples,
  type TravelPairs,
  toTenths,
  UNREACHABLE_TENTHS,
} from '#domain/access/travel-pairs.ts';

export function densePairs(minutes: readonly (readonly (number | null)[])[]): TravelPairs {
  const siteCount = minutes[0]?.length ?? 0;
  const cells = minutes.flatMap((row, place) => row.map((value, site) => ({ place, site, value })));
  return pairsFromTriples(minutes.length, siteCount, {
    places: Uint32Array.from(cells, ({ place }) => place),
    sites: Uint32Array.from(cells, ({ site }) => site),
    tenths: Uint16Array.from(cells, ({ value }) =>
      value === null ? UNREACHABLE_TENTHS : toTenths(value),
    ),
  });
}

/**
 * Weights given pair by pair, for cases whose minutes are finer than pairs keep: each pair has a time of its
 * own, that the table gives its weight.
 */
export function denseWeights(weights: readonly (readonly number[])[]): {
  pairs: TravelPairs;
  table: DecayTable;
} {
  const siteCount = weights[0]?.length ?? 0;
  const table = decayTable(within(1)).fill(0);
  table.set(weights.flat());
  const minutes = weights.map((row, place) =>
    row.map((_, site) => (place * siteCount + site) / 10),
  );
  return { pairs: densePairs(minutes), table };
}

export const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
