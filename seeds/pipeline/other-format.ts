// What is this file really, when it is not what was expected? By its first characters.

import { AppError } from '#domain/error.ts';

const UTF_16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** « une page web (HTML) »; null when the first characters say nothing. */
export function otherFormat(start: string): string | null {
  const text = start.trimStart().slice(0, 200).toLowerCase();
  if (text.startsWith('<?xml')) return 'un document XML';
  if (text.startsWith('<')) return 'une page web (HTML)';
  if (text.startsWith('{') || text.startsWith('[')) return 'du JSON';
  if (text.startsWith('%pdf')) return 'un document PDF';
  if (text.startsWith('pk\u0003\u0004')) return 'une archive .zip';
  return text.startsWith('\u001f\u008b') ? 'un fichier .gz' : null;
}

/** Throws `bad_import`: no program of today writes tables so. */
export function refuseUtf16(bytes: Buffer, name: string): void {
  if (!UTF_16_MARKS.some((mark) => bytes.subarray(0, 2).equals(mark))) return;
  throw new AppError(
    'bad_import',
    `« ${name} », ligne 1, colonne 1 : le texte est en UTF-16 ; enregistrez-le en UTF-8.`,
  );
}
