// What names a computation by all it is made from? A digest of values: the same whatever holds them in memory.
//
// Arrays of numbers are read as they are, a slice at a time, so that others are served in between: those of a
// timetable are a hundred megabytes.

import { createHash, type Hash } from 'node:crypto';
import { setImmediate as letOthersIn } from 'node:timers/promises';

const SLICE_BYTES = 4 * 2 ** 20;

/** Hexadecimal, 32 characters. Keys of objects count in the order they have. */
export async function digestOf(value: unknown): Promise<string> {
  const hash = createHash('sha256');
  await add(hash, value);
  return hash.digest('hex').slice(0, 32);
}

async function add(hash: Hash, value: unknown): Promise<void> {
  if (ArrayBuffer.isView(value)) return addBytes(hash, value);
  if (value instanceof Map || value instanceof Set) return add(hash, [...value]);
  if (typeof value !== 'object' || value === null || !holdsBytes(value)) {
    hash.update(`${JSON.stringify(value, plain) ?? 'undefined'};`);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    hash.update(`${key}:`);
    await add(hash, item);
  }
}

async function addBytes(hash: Hash, view: ArrayBufferView): Promise<void> {
  hash.update(`${view.constructor.name} ${view.byteLength};`);
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    hash.update(bytes.subarray(from, from + SLICE_BYTES));
    if (from > 0) await letOthersIn();
  }
}

/** Looked at two levels deep: an array of thousands of plain things is written at once. */
function holdsBytes(value: object, depth = 2): boolean {
  return Object.values(value).some(
    (item: unknown) =>
      ArrayBuffer.isView(item) ||
      (depth > 0 && typeof item === 'object' && item !== null && holdsBytes(item, depth - 1)),
  );
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
