// What was found the last time some fields said this? Known by their bytes: no text is made to look it up.

import type { ByteRow } from '#seeds/pipeline/byte-rows.ts';

const BETWEEN = 0x7c;
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

const USUAL_MOST = 1 << 13;
/** Bytes of keys. */
const MOST_BYTES = 1 << 22;

/**
 * What `find` says of a row, which must say the same of rows that have the same in these places. `most`, a power
 * of two: so many are remembered; then all are forgotten and it starts anew.
 */
export function rememberByFields<Value>(
  places: readonly number[],
  find: (row: ByteRow) => Value,
  most = USUAL_MOST,
): (row: ByteRow) => Value {
  const slots = new Int32Array(2 * most);
  const keyEnds = new Int32Array(most + 1);
  const values: Value[] = [];
  let keys = new Uint8Array(1 << 12);

  /** Writes the key after those that are kept. Answers its end; `hash` is then its own. */
  let hash = 0;
  const writeKey = (row: ByteRow, from: number): number => {
    const { block } = row;
    let at = from;
    hash = BASIS;
    for (const place of places) {
      const start = row.start(place);
      const end = row.end(place);
      const room = at + Math.max(0, end - start) + 1;
      if (room > keys.length) keys = grown(keys, room);
      for (let each = start; each < end; each++) {
        const byte = block[each] ?? 0;
        keys[at++] = byte;
        hash = Math.imul(hash ^ byte, PRIME);
      }
      keys[at++] = BETWEEN;
      hash = Math.imul(hash ^ BETWEEN, PRIME);
    }
    return at;
  };

  const isSame = (index: number, from: number, end: number): boolean => {
    let known = keyEnds[index] ?? 0;
    if ((keyEnds[index + 1] ?? 0) - known !== end - from) return false;
    for (let at = from; at < end; at++) if (keys[at] !== keys[known++]) return false;
    return true;
  };

  const forget = (): void => {
    slots.fill(0);
    values.length = 0;
  };

  return (row) => {
    if (values.length === most || (keyEnds[values.length] ?? 0) > MOST_BYTES) forget();
    const from = keyEnds[values.length] ?? 0;
    const end = writeKey(row, from);
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
      const known = values[index - 1];
      if (known !== undefined && isSame(index - 1, from, end)) return known;
      slot = (slot + 1) & (slots.length - 1);
    }
    const found = find(row);
    values.push(found);
    keyEnds[values.length] = end;
    slots[slot] = values.length;
    return found;
  };
}

function grown(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(size, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
