// The file named on the command line, with its fingerprint; and small files read whole.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '#domain/error.ts';
import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { CHUNK_BYTES, passingChunks } from '#seeds/pipeline/passing-chunks.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** What is read whole must fit in memory several times over. */
const LARGEST_WHOLE_BYTES = 500_000_000;

/** Throws `bad_import` naming what was expected when it is no readable file of a sensible size. */
export async function readImportFile(
  path: string,
  expects: string,
  limits: ImportLimits = DEFAULT_IMPORT_LIMITS,
): Promise<ImportFile> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('bad_import', `Fichier introuvable : « ${path} ». Attendu : ${expects}.`, {
      cause,
    });
  });
  if (!found.isFile()) {
    throw new AppError('bad_import', `« ${path} » n’est pas un fichier. Attendu : ${expects}.`);
  }
  if (found.size === 0) {
    throw new AppError('bad_import', `« ${path} » est vide. Attendu : ${expects}.`);
  }
  if (found.size > limits.totalBytes) {
    throw new AppError(
      'bad_import',
      `« ${path} » fait ${found.size} octets : ${limits.totalBytes} au plus (IMPORT_MAX_BYTES).`,
    );
  }
  return {
    name: basename(path),
    byteCount: found.size,
    sha256: await hashOf(path),
    path,
    open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    limits,
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of passingChunks(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Bytes held in memory, as a file to import. */
export function memoryFile(name: string, bytes: Uint8Array): ImportFile {
  return {
    name,
    byteCount: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: null,
    open: () => Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]),
  };
}

/** All the bytes, for formats that cannot be read in pieces. */
export async function readWhole(file: ImportFile): Promise<Buffer> {
  if (file.byteCount > LARGEST_WHOLE_BYTES) {
    throw new AppError(
      'bad_import',
      `${file.name} fait ${file.byteCount} octets : ${LARGEST_WHOLE_BYTES} au plus pour ce format.`,
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
