// Is z/x/y a tile we can draw, and which points does it hold?

import { AppError, type FieldFault } from '#domain/error.ts';
import { MORTON_ZOOM, mortonCode, mortonOfTile } from './morton.ts';
import type { TileColumns } from './tile-columns.ts';

export type TileAddress = { z: number; x: number; y: number };

/** Throws `bad_request` naming each faulty part. */
export function checkTileAddress(z: number, x: number, y: number): TileAddress {
  if (!isWhole(z, MORTON_ZOOM)) throw outOfRange([fault('z', z, MORTON_ZOOM)]);
  const last = 2 ** z - 1;
  const details = [
    ...(isWhole(x, last) ? [] : [fault('x', x, last)]),
    ...(isWhole(y, last) ? [] : [fault('y', y, last)]),
  ];
  if (details.length > 0) throw outOfRange(details);
  return { z, x, y };
}

const isWhole = (value: number, last: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= last;

const fault = (field: string, value: number, last: number): FieldFault => ({
  field,
  expected: `a whole number from 0 to ${last}`,
  received: String(value),
});

function outOfRange(details: readonly FieldFault[]): AppError {
  const sentences = details.map(
    (d) => `${d.field}: expected ${d.expected}, received ${d.received}`,
  );
  return new AppError('bad_request', `No such tile: ${sentences.join('; ')}.`, { details });
}

/** First and past-the-end positions of the tile's points. */
export function stretchOfTile(columns: TileColumns, address: TileAddress): [number, number] {
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
