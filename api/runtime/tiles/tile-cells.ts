// The cells of a tile's grid, filled point by point, then joined where their marks would touch.

/** Cells on each side: 43 px of a 512 px tile, room for a symbol of 28 px and its edge. */
export const TILE_GRID = 12;

/** Marks nearer than this many cells touch. */
export const TOUCHING_CELLS = 0.8;

/** Sums are in cells. `kind` is negative when the points differ. */
export type CellSums = {
  count: number;
  sumX: number;
  sumY: number;
  kind: number;
  /** The first positions, up to the asked number. */
  members: number[];
};

type Cells = {
  add: (x: number, y: number, kind: number, position: number) => void;
  /** By row, then column; undefined where there is no point. */
  list: (CellSums | undefined)[];
  membersAtMost: number;
};

const DIFFERENT_KINDS = -1;

export function createCells(membersAtMost: number): Cells {
  const list = new Array<CellSums | undefined>(TILE_GRID * TILE_GRID).fill(undefined);
  return {
    list,
    membersAtMost,
    add(x, y, kind, position) {
      const index = Math.floor(y) * TILE_GRID + Math.floor(x);
      const cell = list[index];
      if (cell === undefined) {
        list[index] = { count: 1, sumX: x, sumY: y, kind, members: [position] };
        return;
      }
      cell.count += 1;
      cell.sumX += x;
      cell.sumY += y;
      if (cell.kind !== kind) cell.kind = DIFFERENT_KINDS;
      if (cell.members.length < membersAtMost) cell.members.push(position);
    },
  };
}

/** Cells in reading order; each joins the first touching one among west, north-west, north, north-east. */
export function joinTouchingCells({ list, membersAtMost }: Cells): CellSums[] {
  /** What each cell became part of: itself when it stands alone. */
  const became = [...list];
  const kept: CellSums[] = [];
  list.forEach((cell, index) => {
    if (cell === undefined) return;
    const earlier = earlierNeighbours(index).map((neighbour) => became[neighbour]);
    const host = earlier.find((other) => other !== undefined && touches(other, cell));
    if (host === undefined) {
      kept.push(cell);
      return;
    }
    became[index] = host;
    host.count += cell.count;
    host.sumX += cell.sumX;
    host.sumY += cell.sumY;
    if (host.kind !== cell.kind) host.kind = DIFFERENT_KINDS;
    host.members.push(...cell.members.slice(0, membersAtMost - host.members.length));
  });
  return kept;
}

function earlierNeighbours(index: number): number[] {
  const column = index % TILE_GRID;
  const above = index - TILE_GRID;
  return [
    ...(column > 0 ? [index - 1, above - 1] : []),
    above,
    ...(column < TILE_GRID - 1 ? [above + 1] : []),
  ];
}

function touches(first: CellSums, second: CellSums): boolean {
  const x = first.sumX / first.count - second.sumX / second.count;
  const y = first.sumY / first.count - second.sumY / second.count;
  return Math.hypot(x, y) < TOUCHING_CELLS;
}
