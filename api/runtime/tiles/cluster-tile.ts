// What does one tile show: which points alone, which as a number?
// A grid over the tile: the points of a cell become one mark at their mean position, then a mark that
// would touch the one of the cell before it, in reading order, joins it.

import { CATEGORIES, type Category } from '#domain/directory/directory.ts';
import { WORLD_UNITS } from './morton.ts';
import type { Selection } from './point-selections.ts';
import type { TileAddress } from './tile-address.ts';
import { type CellSums, createCells, joinTouchingCells, TILE_GRID } from './tile-cells.ts';
import { DEMONSTRATION_BIT, type TileColumns } from './tile-columns.ts';
import { stretchOfTile } from './tile-stretch.ts';

export const TILE_EXTENT = 4096;

/** From this zoom on, a small cluster also tells which points it holds. */
const MEMBERS_FROM_ZOOM = 13;
const MEMBERS_AT_MOST = 24;

/** `x`, `y` in the tile, 0 to 4095. `members`: positions of the single point, or of a small group. */
export type TileMark = {
  count: number;
  x: number;
  y: number;
  /** Null when several categories share the mark. */
  category: Category | null;
  members: readonly number[];
};

/** Marks of one tile, row by row. */
export function clusterTile(
  columns: TileColumns,
  address: TileAddress,
  selection: Selection,
): TileMark[] {
  const tileUnits = WORLD_UNITS / 2 ** address.z;
  const left = address.x * tileUnits;
  const top = address.y * tileUnits;
  const cellsPerUnit = TILE_GRID / tileUnits;
  const cells = createCells(address.z >= MEMBERS_FROM_ZOOM ? MEMBERS_AT_MOST : 1);

  const [start, end] = stretchOfTile(columns, selection, address);
  for (let place = start; place < end; place++) {
    const i = selection === null ? place : (selection[place] ?? 0);
    const x = ((columns.x[i] ?? 0) - left) * cellsPerUnit;
    const y = ((columns.y[i] ?? 0) - top) * cellsPerUnit;
    cells.add(x, y, (columns.kinds[i] ?? 0) & ~DEMONSTRATION_BIT, i);
  }
  return joinTouchingCells(cells).map(markOf);
}

function markOf(cell: CellSums): TileMark {
  const toExtent = TILE_EXTENT / TILE_GRID / cell.count;
  return {
    count: cell.count,
    x: Math.floor(cell.sumX * toExtent),
    y: Math.floor(cell.sumY * toExtent),
    category: CATEGORIES[cell.kind] ?? null,
    members: cell.members.length === cell.count ? cell.members : [],
  };
}
