// How are rows gathered as bytes to copy? A little text at a time: much of it, in pieces, is costly to collect.

import { copyLine } from '#db/copy-line.ts';
import type { CopyValue } from '#db/database.ts';

const CHUNK_CHARACTERS = 16_000;

export type LineBytes = {
  add: (values: readonly CopyValue[]) => void;
  /** All of them, in memory of their own. */
  bytes: () => Uint8Array<ArrayBuffer>;
};

export function gatherLines(): LineBytes {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let text = '';
  let size = 0;
  const flush = (): void => {
    const part = encoder.encode(text);
    parts.push(part);
    size += part.length;
    text = '';
  };
  return {
    add: (values) => {
      text += copyLine(values);
      if (text.length > CHUNK_CHARACTERS) flush();
    },
    bytes: () => {
      flush();
      const whole = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}
