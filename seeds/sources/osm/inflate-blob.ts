// What does a block of an .osm.pbf hold, once unpacked, and never more than it said it would?

import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { AppError } from '#domain/error.ts';

const UNREAD_PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4' };

type Packing = {
  raw: Uint8Array | null;
  rawBytes: number | null;
  zlib: Uint8Array | null;
  zstd: Uint8Array | null;
  unread: string | null;
};

/** Throws `bad_import` on a packing we do not read, and on content larger than `largestBytes`. */
export function inflateBlob(
  content: Uint8Array,
  largestBytes: number,
  fileName: string,
  position: number,
): Uint8Array {
  const refuse = (expected: string, received: string, cause?: unknown) =>
    new AppError(
      'bad_import',
      `${fileName}, bloc n° ${position} : attendu ${expected}, reçu ${received}.`,
      { cause },
    );
  const packing = readPacking(content, (cause) =>
    refuse('un bloc lisible', 'des octets abîmés', cause),
  );
  const { raw, rawBytes, zlib, zstd, unread } = packing;
  if (raw !== null) return raw;
  if (rawBytes !== null && rawBytes > largestBytes) {
    throw refuse(`${largestBytes} octets au plus`, `${rawBytes} octets annoncés`);
  }
  const packed = zlib ?? zstd;
  if (packed === null) throw refuse('une compression zlib ou zstd', unread ?? 'un bloc vide');
  // One byte more than announced is enough to know.
  const maxOutputLength = rawBytes ?? largestBytes;
  let inflated: Uint8Array;
  try {
    inflated =
      zlib === null
        ? zstdDecompressSync(packed, { maxOutputLength })
        : inflateSync(packed, { maxOutputLength });
  } catch (cause) {
    const isTooLarge = cause instanceof RangeError;
    throw isTooLarge
      ? refuse(`${maxOutputLength} octets`, 'un bloc qui en contient davantage', cause)
      : refuse('une compression zlib ou zstd', 'des octets abîmés', cause);
  }
  if (rawBytes !== null && inflated.length !== rawBytes) {
    throw refuse(`${rawBytes} octets`, `${inflated.length} octets`);
  }
  return inflated;
}

function readPacking(content: Uint8Array, refusal: (cause: unknown) => AppError): Packing {
  const nothing: Packing = { raw: null, rawBytes: null, zlib: null, zstd: null, unread: null };
  try {
    return new PbfReader(content).readFields((field, found, pbf) => {
      if (field === 1) found.raw = pbf.readBytes();
      else if (field === 2) found.rawBytes = pbf.readVarint();
      else if (field === 3) found.zlib = pbf.readBytes();
      else if (field === 7) found.zstd = pbf.readBytes();
      else if (field in UNREAD_PACKINGS) found.unread = UNREAD_PACKINGS[field] ?? null;
    }, nothing);
  } catch (cause) {
    throw refusal(cause);
  }
}
