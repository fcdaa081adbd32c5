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
  const { z, x, y } = address;
  const start = firstAtLeast(columns, selection, codeOfTile(z, x, y));
  return [start, firstAtLeast(columns, selection, codeAfterTile(z, x, y), start)];
}

function codeOfTile(z: number, x: number, y: number): number {
  const shift = MORTON_ZOOM - z;
  return mortonOfTile(x * 2 ** shift, y * 2 ** shift);
}

/** First code past those of a tile. */
export function codeAfterTile(z: number, x: number, y: number): number {
  return codeOfTile(z, x, y) + 4 ** (MORTON_ZOOM - z);
}

/** First place from `from` to `to` whose code is at least `code`; `to` when there is none. */
export function firstAtLeast(
  columns: TileColumns,
  selection: Selection,
  code: number,
  from = 0,
  to = selection === null ? columns.size : selection.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const position = selection === null ? middle : (selection[middle] ?? 0);
    if (mortonCode(columns.x[position] ?? 0, columns.y[position] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
