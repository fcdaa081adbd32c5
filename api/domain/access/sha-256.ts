// What is the SHA-256 of a text, the same in a browser's worker and on a server, without waiting?
//
// FIPS 180-4. Its constants are the first 32 bits of the fractional parts of roots of the first primes.

const PRIMES = firstPrimes(64);
const ROUND_KEYS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const FIRST_HASH = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const CHUNK_BYTES = 64;

/** 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const hash = FIRST_HASH.slice();
  const words = new Uint32Array(64);
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(start + 4 * i);
    for (let i = 16; i < 64; i++) {
      const [near, far] = [word(words, i - 15), word(words, i - 2)];
      const small = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
      const large = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
      words[i] = word(words, i - 16) + small + word(words, i - 7) + large;
    }
    compress(hash, words);
  }
  return Array.from(hash, (each) => each.toString(16).padStart(8, '0')).join('');
}

function compress(hash: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const large = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + large + choice + word(ROUND_KEYS, i) + word(words, i)) | 0;
    const small = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + small + majority) | 0];
  }
  for (const [i, each] of [a, b, c, d, e, f, g, h].entries()) hash[i] = word(hash, i) + each;
}

/** A one, zeros, and the length in bits at the end of a whole number of chunks. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / CHUNK_BYTES) * CHUNK_BYTES);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length * 8));
  return whole;
}

const word = (words: Uint32Array, at: number): number => words[at] ?? 0;

const turn = (value: number, bits: number): number => (value >>> bits) | (value << (32 - bits));

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}
