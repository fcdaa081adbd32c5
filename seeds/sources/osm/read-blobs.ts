// How is an OpenStreetMap file (.osm.pbf) cut in blocks? One block at a time in memory, never the file.
// https://wiki.openstreetmap.org/wiki/PBF_Format

import type { Readable } from 'node:stream';
import { PbfReader } from 'pbf';
import { AppError } from '#domain/error.ts';
import { inflateBlob } from '#seeds/sources/osm/inflate-blob.ts';

export const OSM_EXPECTS = 'un extrait OpenStreetMap au format .osm.pbf';

/** Limits of the format itself. */
const LARGEST_HEADER_BYTES = 64 * 1024;
const LARGEST_BLOB_BYTES = 32 * 1024 * 1024;

export type OsmBlob = {
  kind: 'OSMHeader' | 'OSMData';
  /** 0 for the first blob of the file. */
  position: number;
  /** Bytes of the file read so far, this blob included. */
  readBytes: number;
  /** Its content; the work is done when asked. */
  inflate: () => Uint8Array;
};

type OsmFile = { name: string; open: () => Readable };

/** In the order of the file; kinds the format may add later are left out. */
export async function* readBlobs(file: OsmFile): AsyncGenerator<OsmBlob> {
  const bytes = createByteReader(file);
  try {
    for (let position = 0; await bytes.hasMore(); position++) {
      const size = await bytes.take(4, 'la taille d’un bloc');
      const headerBytes = Buffer.from(size).readUInt32BE(0);
      if (headerBytes === 0 || headerBytes > LARGEST_HEADER_BYTES) {
        const what =
          position === 0
            ? guessKind(Buffer.concat([size, bytes.atHand()]))
            : `un bloc n° ${position} dont l’en-tête ferait ${headerBytes} octets`;
        throw refusal(file, what);
      }
      const header = await bytes.take(headerBytes, 'l’en-tête d’un bloc');
      const { type: kind, byteCount } = readBlobHeader(header, file, position);
      if (position === 0 && kind !== 'OSMHeader') {
        throw refusal(file, 'un fichier qui ne commence pas par un bloc OSMHeader');
      }
      if (byteCount < 0 || byteCount > LARGEST_BLOB_BYTES) {
        throw refusal(file, `un bloc n° ${position} de ${byteCount} octets`);
      }
      const content = await bytes.take(byteCount, 'le contenu d’un bloc');
      if (kind !== 'OSMHeader' && kind !== 'OSMData') continue;
      const inflate = () => inflateBlob(content, LARGEST_BLOB_BYTES, file.name, position);
      yield { kind, position, readBytes: bytes.readBytes(), inflate };
    }
    if (bytes.readBytes() === 0) throw refusal(file, 'un fichier vide');
  } finally {
    await bytes.close();
  }
}

function readBlobHeader(
  bytes: Uint8Array,
  file: OsmFile,
  position: number,
): { type: string; byteCount: number } {
  try {
    return new PbfReader(bytes).readFields(
      (field, found, pbf) => {
        if (field === 1) found.type = pbf.readString();
        if (field === 3) found.byteCount = pbf.readVarint(true);
      },
      { type: '', byteCount: -1 },
    );
  } catch (cause) {
    throw refusal(file, `un bloc n° ${position} dont l’en-tête est abîmé`, cause);
  }
}

/** Takes exact numbers of bytes off a stream. */
function createByteReader(file: OsmFile) {
  const stream = file.open();
  const chunks = stream[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let readBytes = 0;
  const fill = async (count: number): Promise<void> => {
    const parts = [held];
    let length = held.length;
    while (length < count) {
      const next = await chunks.next();
      if (next.done === true) break;
      parts.push(next.value);
      length += next.value.length;
    }
    if (parts.length > 1) held = Buffer.concat(parts, length);
  };
  return {
    readBytes: () => readBytes,
    hasMore: async (): Promise<boolean> => {
      await fill(1);
      return held.length > 0;
    },
    /** What was read and not taken yet. */
    atHand: () => held,
    /** Refuses a file that ends before. */
    take: async (count: number, what: string): Promise<Uint8Array> => {
      await fill(count);
      if (held.length < count) {
        throw new AppError(
          'bad_import',
          `« ${file.name} » : fichier coupé : attendu ${count} octets pour ${what} après l’octet ${readBytes}, reçu ${held.length} ; téléchargez-le de nouveau.`,
        );
      }
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      readBytes += count;
      return taken;
    },
    close: async (): Promise<void> => {
      await chunks.return?.();
      stream.destroy();
    },
  };
}

function guessKind(start: Buffer): string {
  const text = start.subarray(0, 300).toString('latin1').trimStart();
  if (/^(<!doctype html|<html)/i.test(text)) return 'une page web (HTML)';
  if (/^(<\?xml|<osm)/i.test(text)) return 'un fichier XML (.osm), à convertir en .osm.pbf';
  if (text.startsWith('PK')) return 'une archive zip, à décompresser';
  if (start[0] === 0x1f && start[1] === 0x8b) return 'une archive gzip, à décompresser';
  if (text.startsWith('BZh')) return 'une archive bzip2 (.osm.bz2), à convertir en .osm.pbf';
  if (/^[[{]/.test(text)) return 'un fichier JSON';
  return `un fichier qui commence par ${JSON.stringify(text.slice(0, 12))}`;
}

function refusal(file: OsmFile, received: string, cause?: unknown): AppError {
  return new AppError(
    'bad_import',
    `« ${file.name} » : attendu ${OSM_EXPECTS} ; reçu ${received}.`,
    {
      cause,
    },
  );
}
