// Is z/x/y a tile we can draw?

import { AppError, type FieldFault } from '#domain/error.ts';
import { MORTON_ZOOM } from './morton.ts';

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
