// How is a PostGIS value (hexadecimal EWKB) read into [lon, lat]?

import type { LonLat } from '#domain/geo.ts';

const HAS_SRID = 0x20000000;
const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;

type Reader = { bytes: Buffer; offset: number };

export function pointFromWkb(hex: string): LonLat {
  const reader: Reader = { bytes: Buffer.from(hex, 'hex'), offset: 0 };
  readHeader(reader, POINT);
  return readPosition(reader);
}

export function shapeFromWkb(hex: string): LonLat[][][] {
  const reader: Reader = { bytes: Buffer.from(hex, 'hex'), offset: 0 };
  readHeader(reader, MULTI_POLYGON);
  return times(readCount(reader), () => {
    readHeader(reader, POLYGON);
    return times(readCount(reader), () => times(readCount(reader), () => readPosition(reader)));
  });
}

function times<T>(count: number, read: () => T): T[] {
  return Array.from({ length: count }, read);
}

/** PostGIS writes in the byte order of its machine: little-endian on all those we run on. */
function readHeader(reader: Reader, expected: number): void {
  if (reader.bytes[reader.offset] !== 1) throw new Error('WKB: expected little-endian bytes');
  const type = reader.bytes.readUInt32LE(reader.offset + 1);
  const found = type & 0xff;
  if (found !== expected)
    throw new Error(`WKB: expected geometry type ${expected}, found ${found}`);
  reader.offset += type & HAS_SRID ? 9 : 5;
}

function readCount(reader: Reader): number {
  reader.offset += 4;
  return reader.bytes.readUInt32LE(reader.offset - 4);
}

function readPosition(reader: Reader): LonLat {
  reader.offset += 16;
  return [
    reader.bytes.readDoubleLE(reader.offset - 16),
    reader.bytes.readDoubleLE(reader.offset - 8),
  ];
}
