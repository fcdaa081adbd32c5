// Which encoding does the browser read, and what do the bytes become in it?

import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const MIN_BYTES = 1024;
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;
const CACHE_BYTES = 16 * 1024 * 1024;

const gzipBytes = promisify(gzip);
const brotliBytes = promisify(brotliCompress);

/** An encoding refused with `q=0` is not used; Brotli is preferred when both are read. */
export function pickEncoding(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined) return null;
  const accepted = new Set(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : null;
}

/** Null: too small to gain anything. With a null key the result is not kept. */
export type Compressor = (
  body: Buffer,
  key: string | null,
  encoding: Encoding,
) => Promise<Buffer | null>;

/** Keeps the last compressed bodies by their key, so that a body asked twice is compressed once. */
export function createCompressor(): Compressor {
  const kept = new Map<string, Buffer>();
  let keptBytes = 0;
  return async function compress(body, key, encoding) {
    if (body.byteLength < MIN_BYTES) return null;
    if (key === null) return compressBytes(body, encoding);
    const name = `${encoding} ${key}`;
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return known;
    }
    const compressed = await compressBytes(body, encoding);
    if (!kept.has(name)) keptBytes += compressed.byteLength;
    kept.set(name, compressed);
    for (const [oldest, bytes] of kept) {
      if (keptBytes <= CACHE_BYTES) break;
      kept.delete(oldest);
      keptBytes -= bytes.byteLength;
    }
    return compressed;
  };
}

function compressBytes(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? brotliBytes(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
    : gzipBytes(body, { level: GZIP_LEVEL });
}

/** A page sent in pieces stays readable piece by piece: each one is flushed. */
export function compressStream(
  body: ReadableStream<Uint8Array>,
  encoding: Encoding,
): ReadableStream<Uint8Array> {
  const encoder =
    encoding === 'br'
      ? createBrotliCompress({
          flush: constants.BROTLI_OPERATION_FLUSH,
          params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
        })
      : createGzip({ flush: constants.Z_SYNC_FLUSH, level: GZIP_LEVEL });
  const source = Readable.fromWeb(body);
  source.on('error', (error) => encoder.destroy(error));
  encoder.on('close', () => source.destroy());
  return Readable.toWeb(source.pipe(encoder));
}
