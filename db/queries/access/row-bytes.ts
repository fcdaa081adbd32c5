// How is a row of times written in bytes, the same on every machine?

import type { SiteRow } from '#domain/access/travel-pairs.ts';

/** `masks`: half-days on which the way exists, beside the columns; null where days make no difference. */
export type KeptRow = { rowId: string; row: SiteRow; masks: Uint16Array | null };

/** Nearly every machine writes the low byte first, as rows do: millions of numbers are copied as they are. */
const IS_LOW_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

export function bytesOf(numbers: Uint32Array | Uint16Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = numbers;
  return inOrder(new Uint8Array(buffer, byteOffset, byteLength).slice(), numbers.BYTES_PER_ELEMENT);
}

export const uint32Of = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(inOrder(Uint8Array.from(bytes), 4).buffer);

export const uint16Of = (bytes: Uint8Array): Uint16Array =>
  new Uint16Array(inOrder(Uint8Array.from(bytes), 2).buffer);

/** Turned in place where the machine writes the high byte first. */
function inOrder(bytes: Uint8Array<ArrayBuffer>, bytesEach: number): Uint8Array<ArrayBuffer> {
  if (IS_LOW_BYTE_FIRST) return bytes;
  for (let start = 0; start < bytes.length; start += bytesEach) {
    bytes.subarray(start, start + bytesEach).reverse();
  }
  return bytes;
}
