// Several kinds of file under one word of the command line: which of them is this one?

import { AppError } from '#domain/error.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { otherFormat, refuseUtf16 } from '#seeds/pipeline/other-format.ts';
import type { ImportFile, ImportSource } from '#seeds/pipeline/source.ts';

export type ShapedSource = {
  /** The word of `npm run import -- WORD`. */
  name: string;
  /** All that is understood, for messages. */
  expects: string;
  /** One source by kind of file. */
  shapes: readonly ImportSource[];
  /** Throws `bad_import` naming what was expected and what came. */
  shapeOf: (file: ImportFile) => Promise<ImportSource>;
};

/** The first characters, once opened, without a byte order mark. Unreadable bytes become marks. */
export async function readStart(
  file: ImportFile,
  startBytes: number,
  choose?: (path: string) => boolean,
): Promise<string> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of openContent(file, choose === undefined ? {} : { choose })) {
    chunks.push(chunk);
    byteCount += chunk.length;
    if (byteCount >= startBytes) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, startBytes);
  refuseUtf16(bytes, file.name);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** No kind of file this word knows: what was expected, and what came. */
export function unknownShape(file: ImportFile, expects: string, start: string): AppError {
  const [line = ''] = start.trimStart().split('\n', 1);
  const format = otherFormat(start);
  const received =
    start.trim() === ''
      ? 'un fichier vide'
      : (format ?? `un fichier qui commence par « ${line.trim().slice(0, 80)} »`);
  return new AppError(
    'bad_import',
    `« ${file.name} », ligne 1, colonne 1 : reçu ${received} ; attendu ${expects}.`,
  );
}

/** « communes-16-charente.geojson.gz » → « communes-16-charente ». */
export function fileStem({ name }: ImportFile): string {
  return name
    .toLowerCase()
    .replace(/\.(gz|zip)$/, '')
    .replace(/\.[a-z]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
