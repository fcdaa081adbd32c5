// What does a server's answer say of the file it sends: may it be taken, from which byte, which edition?

import { basename } from 'node:path';
import { AppError } from '#domain/error.ts';
import type { Edition } from '#seeds/pipeline/download-cache.ts';
import type { Answer } from '#seeds/pipeline/http-get.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';

/** Throws `bad_request` for anything that is not the file, and for a file past the limits. */
export function refuseAnswer(
  address: string,
  { url, response }: Answer,
  from: number,
  limits: ImportLimits,
) {
  const refuse = (reason: string) => {
    response.destroy();
    throw new AppError('bad_request', `${address} : ${reason}`);
  };
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200 && statusCode !== 206) {
    const where = url.href === address ? '' : ` (redirigé vers ${url.host})`;
    refuse(`le serveur répond ${statusCode}${where}, au lieu du fichier.`);
  }
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
    refuse('l’adresse répond une page web, pas un fichier de données.');
  }
  const size = from + Number(headers['content-length'] ?? 0);
  if (size > limits.totalBytes) {
    response.destroy();
    throw tooLarge(size, limits);
  }
}

export function tooLarge(size: number, { totalBytes }: ImportLimits): AppError {
  return new AppError(
    'bad_request',
    `Téléchargement de ${size} octets ou plus, refusé : ${totalBytes} au plus (IMPORT_MAX_BYTES).`,
  );
}

/** What tells that it is still the same file, byte for byte; null: nothing does. */
export const validatorOf = ({ etag, lastModified }: Edition): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

export function resumeHeaders(part: { bytes: number; edition: Edition }): Record<string, string> {
  return { range: `bytes=${part.bytes}-`, 'if-range': validatorOf(part.edition) ?? '' };
}

export function freshHeaders(whole: Edition | null): Record<string, string> {
  if (whole === null) return {};
  return {
    ...(whole.etag === null ? {} : { 'if-none-match': whole.etag }),
    ...(whole.lastModified === null ? {} : { 'if-modified-since': whole.lastModified }),
  };
}

/** Where the bytes that come start: 0 when the server sends the whole again. */
export function startOf({ response }: Answer, asked: number): number {
  if (response.statusCode !== 206) return 0;
  const start = /^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1];
  if (Number(start) === asked) return asked;
  response.destroy();
  throw new AppError('unavailable', 'Le serveur répond une autre partie que celle demandée.');
}

export function editionOf({ response: { headers } }: Answer): Edition {
  return { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
}

/** The last word of the address or the name the server gives, safe as a file name. */
export function nameOf({ url, response }: Answer): string {
  const said = response.headers['content-disposition'] ?? '';
  const encoded = /filename\*=utf-8''([^;\s]+)/i.exec(said)?.[1];
  const given = /filename="?([^";]+)/i.exec(said)?.[1];
  const last = decodeURIComponentSafely(encoded ?? given ?? url.pathname);
  const safe = basename(last)
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '')
    .slice(-100);
  return safe === '' || /^(file|part)\.(json|part)$/.test(safe) ? `donnees-${safe}` : safe;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function modifiedOn({ lastModified }: Edition): { modifiedOn?: string } {
  const time = Date.parse(lastModified ?? '');
  return Number.isNaN(time) ? {} : { modifiedOn: new Date(time).toISOString().slice(0, 10) };
}
