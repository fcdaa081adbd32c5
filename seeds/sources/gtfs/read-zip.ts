// Which tables of a feed does this archive hold, and is it safe to open?

import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise } from 'yauzl';
import { AppError } from '#domain/error.ts';
import { GTFS_FILES } from '#seeds/sources/gtfs/read-feed.ts';

/** What an honest feed never passes: a bomb is stopped before it fills the memory. */
export type ZipLimits = { entries: number; totalBytes: number; ratio: number };

export const ZIP_LIMITS: ZipLimits = { entries: 2_000, totalBytes: 400_000_000, ratio: 200 };

/** Small files compress as they like. */
const RATIO_FROM_BYTES = 1_000_000;

const KNOWN: ReadonlySet<string> = new Set(GTFS_FILES);

export type ZipTables = { files: Map<string, string>; ignored: string[] };

/** Text by file name. Tables may stand in a folder; all that is not a known table is left closed. */
export async function readGtfsZip(
  archive: { name: string; bytes: Uint8Array },
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipTables> {
  const bytes = Buffer.from(
    archive.bytes.buffer,
    archive.bytes.byteOffset,
    archive.bytes.byteLength,
  );
  const refuse = (reason: string, cause?: unknown) =>
    new AppError('bad_import', `« ${archive.name} » : ${reason}`, { cause });
  const zip = await fromBufferPromise(bytes).catch((cause: unknown) => {
    throw refuse('ce n’est pas une archive .zip lisible. Attendu : un GTFS (.zip).', cause);
  });
  if (zip.entryCount > limits.entries) {
    throw refuse(`${zip.entryCount} fichiers dans l’archive, ${limits.entries} au plus.`);
  }
  const found = new Map<string, { folder: string; entry: Entry }>();
  const ignored: string[] = [];
  const files = new Map<string, string>();
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName;
      const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
      const hidden = path.startsWith('__MACOSX/') || name.startsWith('.');
      if (name === '' || hidden) continue;
      const known = found.get(name);
      const folder = path.slice(0, path.length - name.length);
      if (!KNOWN.has(name)) ignored.push(path);
      else if (!known || folder.length < known.folder.length) found.set(name, { folder, entry });
      else if (folder.length === known.folder.length) {
        throw refuse(`deux fichiers ${name} : « ${known.folder}${name} » et « ${path} ».`);
      }
    }
    let total = 0;
    for (const [name, { entry }] of found) {
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (total > limits.totalBytes) {
        throw refuse(`plus de ${limits.totalBytes} octets une fois ouvert.`);
      }
      if (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > limits.ratio) {
        throw refuse(`${name} est compressé ${Math.round(ratio)} fois, ${limits.ratio} au plus.`);
      }
      if (entry.isEncrypted()) throw refuse(`${name} est protégé par un mot de passe.`);
      files.set(name, decode(await readAll(await zip.openReadStreamPromise(entry))));
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // Paths that leave the archive, sizes that lie and damaged data are refused by the reader.
    throw refuse(
      `archive abîmée ou piégée (${cause instanceof Error ? cause.message : cause}).`,
      cause,
    );
  } finally {
    zip.close();
  }
  return { files, ignored };
}

/** The reader checks that each entry is as long as it says. */
async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** UTF-8 with or without a mark; files of old tools are in Windows-1252. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
