// The file at this address, downloaded once: from the cache when it has not changed, from where it
// stopped when it was cut.

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#domain/error.ts';
import { type CacheFolder, type Edition, openCache } from '#seeds/pipeline/download-cache.ts';
import { type Answer, httpGet, unreachable } from '#seeds/pipeline/http-get.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile, Progress } from '#seeds/pipeline/source.ts';

const IDLE_MS = 60_000;
const RETRY_MS = 1_000;
const MOST_ATTEMPTS = 4;

export type DownloadOptions = {
  /** Where downloads are kept. */
  folder: string;
  /** What is expected there, for messages. */
  expects: string;
  limits: ImportLimits;
  /** Hosts that may be private: « 127.0.0.1:8080 ». */
  allowedHosts: readonly string[];
  onProgress: (progress: Progress) => void;
  now: () => Date;
  idleMs?: number;
  /** Wait before the second attempt; longer before the next ones. */
  retryMs?: number;
};

export function isAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(word);
}

/** Throws `bad_request` or `unavailable` in one sentence when it cannot be had. */
export async function download(address: string, options: DownloadOptions): Promise<ImportFile> {
  const cache = await openCache(options.folder, address);
  let lastCut: Error | null = null;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const outcome = await attemptDownload(address, cache, options);
    if (!(outcome instanceof Error)) return outcome;
    lastCut = outcome;
    await sleep((options.retryMs ?? RETRY_MS) * (attempt + 1));
  }
  throw unreachable(new URL(address).host, lastCut ?? new Error('coupé'));
}

/** Answers the error when the transfer was cut: what came is kept for the next attempt. */
async function attemptDownload(
  address: string,
  cache: CacheFolder,
  options: DownloadOptions,
): Promise<ImportFile | Error> {
  const whole = await cache.findWhole();
  const part = await cache.findPart();
  const resumed = part !== null && validatorOf(part.edition) !== null ? part : null;
  const answer = await httpGet(address, {
    headers: resumed === null ? freshHeaders(whole) : resumeHeaders(resumed),
    allowedHosts: options.allowedHosts,
    idleMs: options.idleMs ?? IDLE_MS,
  });
  const { response } = answer;
  if (response.statusCode === 304 && whole !== null) {
    response.destroy();
    return { ...(await readKept(cache, whole.name, options)), ...modifiedOn(whole) };
  }
  if (response.statusCode === 416) {
    response.destroy();
    await cache.dropPart();
    return new Error('le fichier a changé pendant le téléchargement');
  }
  const from = startOf(answer, resumed?.bytes ?? 0);
  refuseAnswer(address, answer, from, options.limits);
  const edition = editionOf(answer);
  if (from === 0) await cache.startPart(edition);
  const cut = await receive(answer, cache, from, options);
  if (cut !== null) return cut;
  const name = nameOf(answer);
  const { sha256, byteCount } = await readImportFile(
    cache.partPath,
    options.expects,
    options.limits,
  );
  const fetchedAt = options.now().toISOString();
  await cache.keep({ ...edition, url: address, name, sha256, byteCount, fetchedAt });
  return { ...(await readKept(cache, name, options)), ...modifiedOn(edition) };
}

const readKept = (cache: CacheFolder, name: string, { expects, limits }: DownloadOptions) =>
  readImportFile(cache.pathOf(name), expects, limits);

async function receive(
  { response }: Answer,
  cache: CacheFolder,
  from: number,
  { limits, onProgress }: DownloadOptions,
): Promise<Error | null> {
  const length = response.headers['content-length'];
  const total = length === undefined ? null : from + Number(length);
  let done = from;
  const part = await open(cache.partPath, from === 0 ? 'w' : 'a');
  const chunks: AsyncIterable<Buffer> = response;
  try {
    // Each piece is written before the next is read: what came before a cut is kept.
    for await (const chunk of chunks) {
      done += chunk.length;
      if (done > limits.totalBytes) throw tooLarge(done, limits);
      await part.write(chunk);
      onProgress({ step: 'téléchargement', done, total });
    }
  } catch (error) {
    if (!(error instanceof AppError) && error instanceof Error && isCut(error)) return error;
    await cache.dropPart();
    throw error;
  } finally {
    await part.close();
  }
  return total === null || done === total ? null : new Error(`coupé à ${done} octets sur ${total}`);
}

/** A full disk is no cut: asking again would fill it again. */
function isCut(error: Error): boolean {
  return (
    !('code' in error) || !['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'].includes(String(error.code))
  );
}

function refuseAnswer(
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

function tooLarge(size: number, { totalBytes }: ImportLimits): AppError {
  return new AppError(
    'bad_request',
    `Téléchargement de ${size} octets ou plus, refusé : ${totalBytes} au plus (IMPORT_MAX_BYTES).`,
  );
}

const validatorOf = ({ etag, lastModified }: Edition): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

function resumeHeaders(part: { bytes: number; edition: Edition }): Record<string, string> {
  return { range: `bytes=${part.bytes}-`, 'if-range': validatorOf(part.edition) ?? '' };
}

function freshHeaders(whole: Edition | null): Record<string, string> {
  if (whole === null) return {};
  return {
    ...(whole.etag === null ? {} : { 'if-none-match': whole.etag }),
    ...(whole.lastModified === null ? {} : { 'if-modified-since': whole.lastModified }),
  };
}

/** Where the bytes that come start: 0 when the server sends the whole again. */
function startOf({ response }: Answer, asked: number): number {
  if (response.statusCode !== 206) return 0;
  const start = /^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1];
  if (Number(start) === asked) return asked;
  response.destroy();
  throw new AppError('unavailable', 'Le serveur répond une autre partie que celle demandée.');
}

function editionOf({ response: { headers } }: Answer): Edition {
  return { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
}

/** The last word of the address or the name the server gives, safe as a file name. */
function nameOf({ url, response }: Answer): string {
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

function modifiedOn({ lastModified }: Edition): { modifiedOn?: string } {
  const time = Date.parse(lastModified ?? '');
  return Number.isNaN(time) ? {} : { modifiedOn: new Date(time).toISOString().slice(0, 10) };
}
