// How are the figures of squares told? Of fewer than five people, nothing.

import { LEAST_PEOPLE, type TileFigures } from '#domain/access/figures.ts';
import type { Indicator, IndicatorId } from '#domain/access/indicators.ts';
import type { ReadFigures } from './read-figures.ts';
import type { AccessTile, AccessTiles } from './views.ts';

export function presentTiles(read: ReadFigures, indicator: Indicator): AccessTiles {
  return {
    indicator,
    fingerprint: read.fingerprint,
    tiles: read.figures.tiles.map((tile) => presentTile(tile, indicator.id)),
  };
}

function presentTile({ population, values, ...tile }: TileFigures, id: IndicatorId): AccessTile {
  if (population < LEAST_PEOPLE) {
    return { ...tile, population: null, value: null, state: 'suppressed' };
  }
  const value = values[id];
  const told = { ...tile, population: Math.round(population) };
  if (value === undefined) return { ...told, value: null, state: 'unknown' };
  return value === null
    ? { ...told, value: null, state: 'none_in_reach' }
    : { ...told, value, state: 'value' };
}
