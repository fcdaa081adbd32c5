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
  for (let position = 0; ; position++) {
    const size = await bytes.take(4, 'la taille d’un bloc');
    if (size === null) {
      if (position === 0) throw refusal(file, 'un fichier vide');
      return;
    }
    const headerBytes = Buffer.from(size).readUInt32BE(0);
    if (headerBytes === 0 || headerBytes > LARGEST_HEADER_BYTES) {
      const what =
        position === 0
          ? guessKind(Buffer.concat([size, await bytes.peek()]))
          : `un bloc n° ${position} dont l’en-tête ferait ${headerBytes} octets`;
      throw refusal(file, what);
    }
    const header = readBlobHeader(await whole(bytes.take(headerBytes, 'l’en-tête d’un bloc')));
    if (position === 0 && header.type !== 'OSMHeader') {
      throw refusal(file, 'un fichier qui ne commence pas par un bloc OSMHeader');
    }
    if (header.byteCount < 0 || header.byteCount > LARGEST_BLOB_BYTES) {
      throw refusal(file, `un bloc n° ${position} de ${header.byteCount} octets`);
    }
    const content = await whole(bytes.take(header.byteCount, 'le contenu d’un bloc'));
    const { type: kind } = header;
    if (kind !== 'OSMHeader' && kind !== 'OSMData') continue;
    const inflate = () => inflateBlob(content, LARGEST_BLOB_BYTES, file.name, position);
    yield { kind, position, readBytes: bytes.readBytes(), inflate };
  }
}

function readBlobHeader(bytes: Uint8Array): { type: string; byteCount: number } {
  return new PbfReader(bytes).readFields(
    (field, found, pbf) => {
      if (field === 1) found.type = pbf.readString();
      if (field === 3) found.byteCount = pbf.readVarint(true);
    },
    { type: '', byteCount: -1 },
  );
}

/** Takes exact numbers of bytes off a stream. */
function createByteReader(file: OsmFile) {
  const chunks = file.open()[Symbol.asyncIterator]();
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
    /** What is at hand, to tell what the file is. */
    peek: async (): Promise<Uint8Array> => {
      await fill(1);
      return held;
    },
    /** Null at the end of the file; a file that ends in the middle is refused. */
    take: async (count: number, what: string): Promise<Uint8Array | null> => {
      if (held.length < count) await fill(count);
      if (held.length === 0 && count > 0 && what === 'la taille d’un bloc') return null;
      if (held.length < count) {
        throw new AppError(
          'bad_import',
          `${file.name} : fichier coupé. Attendu ${count} octets pour ${what} après l’octet ${readBytes}, reçu ${held.length}. Téléchargez-le de nouveau.`,
        );
      }
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      readBytes += count;
      return taken;
    },
  };
}

async function whole(taken: Promise<Uint8Array | null>): Promise<Uint8Array> {
  return (await taken) ?? new Uint8Array(0);
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

function refusal(file: OsmFile, received: string): AppError {
  return new AppError('bad_import', `${file.name} : attendu ${OSM_EXPECTS} ; reçu ${received}.`);
}
