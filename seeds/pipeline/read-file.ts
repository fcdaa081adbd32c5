// The bytes of the file named on the command line, with their fingerprint.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#domain/error.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

const LARGEST_FILE_BYTES = 1_000_000_000;

/** Throws `bad_import` naming what was expected when it is no readable file of a sensible size. */
export async function readImportFile(path: string, expects: string): Promise<ImportFile> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    throw new AppError(
      'bad_import',
      `Attendu : ${expects}, sur cette machine. Reçu : l’adresse « ${path} ». Téléchargez d’abord le fichier.`,
    );
  }
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('bad_import', `Fichier introuvable : « ${path} ». Attendu : ${expects}.`, {
      cause,
    });
  });
  if (!found.isFile()) {
    throw new AppError('bad_import', `« ${path} » n’est pas un fichier. Attendu : ${expects}.`);
  }
  if (found.size === 0 || found.size > LARGEST_FILE_BYTES) {
    throw new AppError(
      'bad_import',
      `« ${path} » fait ${found.size} octets : attendu de 1 à ${LARGEST_FILE_BYTES} octets.`,
    );
  }
  const bytes = await readFile(path);
  return {
    name: basename(path),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
