// The file at this address, downloaded once: from the cache when it has not changed, from where it
// stopped when it was cut.

import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#domain/error.ts';
import {
  editionOf,
  freshHeaders,
  modifiedOn,
  nameOf,
  refuseAnswer,
  resumeHeaders,
  startOf,
  tooLarge,
  validatorOf,
} from '#seeds/pipeline/download-answer.ts';
import { type CacheFolder, openCache } from '#seeds/pipeline/download-cache.ts';
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
