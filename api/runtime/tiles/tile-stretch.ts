// Which of the points, or of the selected ones, lie in a tile? One stretch of the order.

import { MORTON_ZOOM, mortonCode, mortonOfTile } from './morton.ts';
import type { Selection } from './point-selections.ts';
import type { TileAddress } from './tile-address.ts';
import type { TileColumns } from './tile-columns.ts';

/** First and past-the-end places in `selection`, or in the columns themselves without one. */
export function stretchOfTile(
  columns: TileColumns,
  selection: Selection,
  address: TileAddress,
): [start: number, end: number] {
  const shift = MORTON_ZOOM - address.z;
  const first = mortonOfTile(address.x * 2 ** shift, address.y * 2 ** shift);
  const start = firstAtLeast(columns, selection, first);
  return [start, firstAtLeast(columns, selection, first + 4 ** shift)];
}

function firstAtLeast(columns: TileColumns, selection: Selection, code: number): number {
  let low = 0;
  let high = selection === null ? columns.size : selection.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const position = selection === null ? middle : (selection[middle] ?? 0);
    if (mortonCode(columns.x[position] ?? 0, columns.y[position] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
