// How is a large file read without memory for each of its chunks? Into the same, again and again: to have more costs
// as much as to understand what is in it.

import { open } from 'node:fs/promises';

export const CHUNK_BYTES = 1 << 20;

/** Each chunk is gone once the next is asked for. */
export async function* passingChunks(path: string): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
