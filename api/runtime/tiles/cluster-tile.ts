// What does one tile show: which points alone, which as a number?
// A grid over the tile; the points of a cell become one mark at their mean position.

import { CATEGORIES, type Category } from '#domain/directory/directory.ts';
import { MORTON_ZOOM, mortonCode, mortonOfTile, WORLD_UNITS } from './morton.ts';
import type { TileAddress } from './tile-address.ts';
import { DEMONSTRATION_BIT, type TileColumns } from './tile-columns.ts';

/** Cells on each side: 43 px of a 512 px tile, room for a symbol of 28 px and its number. */
export const TILE_GRID = 12;
export const TILE_EXTENT = 4096;

/** From this zoom on, a small cluster also tells which points it holds. */
const MEMBERS_FROM_ZOOM = 13;
const MEMBERS_AT_MOST = 24;

/** `x`, `y` in the tile, 0 to 4095. `members`: positions, first the single point, else a small group. */
export type TileMark = {
  count: number;
  x: number;
  y: number;
  /** Null when several categories share the mark. */
  category: Category | null;
  members: readonly number[];
};

export type PointTest = (columns: TileColumns, position: number) => boolean;

/** Marks of one tile, row by row. */
export function clusterTile(
  columns: TileColumns,
  address: TileAddress,
  accepts: PointTest | null,
): TileMark[] {
  const { z } = address;
  const tileUnits = WORLD_UNITS / 2 ** z;
  const left = address.x * tileUnits;
  const top = address.y * tileUnits;
  const cellsPerUnit = TILE_GRID / tileUnits;
  const cells = TILE_GRID * TILE_GRID;
  const counts = new Uint32Array(cells);
  const sumX = new Float64Array(cells);
  const sumY = new Float64Array(cells);
  const kinds = new Int16Array(cells).fill(NO_KIND);
  const firsts = new Uint32Array(cells);
  const wantsMembers = z >= MEMBERS_FROM_ZOOM;
  const members = new Map<number, number[]>();

  const [start, end] = stretchOf(columns, address);
  for (let i = start; i < end; i++) {
    if (accepts !== null && !accepts(columns, i)) continue;
    const x = (columns.x[i] ?? 0) - left;
    const y = (columns.y[i] ?? 0) - top;
    const cell = Math.floor(y * cellsPerUnit) * TILE_GRID + Math.floor(x * cellsPerUnit);
    const kind = (columns.kinds[i] ?? 0) & ~DEMONSTRATION_BIT;
    const count = counts[cell] ?? 0;
    if (count === 0) {
      firsts[cell] = i;
      kinds[cell] = kind;
    } else if (kinds[cell] !== kind) kinds[cell] = MIXED_KINDS;
    counts[cell] = count + 1;
    sumX[cell] = (sumX[cell] ?? 0) + x;
    sumY[cell] = (sumY[cell] ?? 0) + y;
    if (wantsMembers) addMember(members, cell, i);
  }

  const marks: TileMark[] = [];
  const toExtent = TILE_EXTENT / tileUnits;
  for (let cell = 0; cell < cells; cell++) {
    const count = counts[cell] ?? 0;
    if (count === 0) continue;
    const group = count === 1 ? [firsts[cell] ?? 0] : (members.get(cell) ?? []);
    marks.push({
      count,
      x: Math.floor(((sumX[cell] ?? 0) / count) * toExtent),
      y: Math.floor(((sumY[cell] ?? 0) / count) * toExtent),
      category: CATEGORIES[kinds[cell] ?? MIXED_KINDS] ?? null,
      members: group.length === count ? group : [],
    });
  }
  return marks;
}

const NO_KIND = -1;
const MIXED_KINDS = -2;

function addMember(members: Map<number, number[]>, cell: number, position: number): void {
  const group = members.get(cell);
  if (group === undefined) members.set(cell, [position]);
  else if (group.length < MEMBERS_AT_MOST) group.push(position);
}

/** First and past-the-end positions of the tile's points. */
function stretchOf(columns: TileColumns, address: TileAddress): [number, number] {
  const shift = MORTON_ZOOM - address.z;
  const first = mortonOfTile(address.x * 2 ** shift, address.y * 2 ** shift);
  return [firstAtLeast(columns, first), firstAtLeast(columns, first + 4 ** shift)];
}

function firstAtLeast(columns: TileColumns, code: number): number {
  let low = 0;
  let high = columns.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mortonCode(columns.x[middle] ?? 0, columns.y[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
