// How do lists of small whole numbers travel in a text? As base64 of their bytes, the least first.

/** So many arguments a call may have. */
const CHUNK_BYTES = 8_192;

export function base64Of(numbers: Iterable<number> & { length: number }, bytesEach: 2 | 4): string {
  const bytes = new Uint8Array(numbers.length * bytesEach);
  let at = 0;
  for (const number of numbers) {
    for (let byte = 0; byte < bytesEach; byte++) bytes[at++] = (number >>> (8 * byte)) & 0xff;
  }
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(text);
}

export function* numbersIn(text: string, bytesEach: 2 | 4): Generator<number> {
  const bytes = atob(text);
  for (let at = 0; at < bytes.length; at += bytesEach) {
    let number = 0;
    for (let byte = 0; byte < bytesEach; byte++)
      number += bytes.charCodeAt(at + byte) * 2 ** (8 * byte);
    yield number;
  }
}
