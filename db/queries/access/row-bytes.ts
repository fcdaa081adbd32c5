// How is a row of times written in bytes, the same on every machine?

import type { SiteRow } from '#domain/access/travel-pairs.ts';

/** `masks`: half-days on which the way exists, beside the columns; null where days make no difference. */
export type KeptRow = { rowId: string; row: SiteRow; masks: Uint16Array | null };

export function bytesOf(numbers: Uint32Array | Uint16Array, bytesEach: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(numbers.length * bytesEach);
  const view = new DataView(bytes.buffer);
  for (const [k, number] of numbers.entries()) {
    if (bytesEach === 4) view.setUint32(k * 4, number, true);
    else view.setUint16(k * 2, number, true);
  }
  return bytes;
}

export function numberAt(bytes: Uint8Array, bytesEach: 2 | 4): (_: unknown, k: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (_, k) => (bytesEach === 4 ? view.getUint32(k * 4, true) : view.getUint16(k * 2, true));
}
