// Which points of the map answer: the part of a search its index can tell.

import type { TileFilter } from '#api/runtime/tile-index.ts';
import type { TileQuery } from './contract.ts';

export function tileFilterOf({ need, category, theme }: TileQuery): TileFilter {
  return {
    ...(category === undefined ? {} : { categories: category }),
    ...(need === undefined ? {} : { needIds: [need] }),
    ...(theme === undefined ? {} : { themes: [theme] }),
  };
}
