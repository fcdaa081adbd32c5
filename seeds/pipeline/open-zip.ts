// Which files does this archive hold, and is it safe to open them?

import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '#domain/error.ts';
import { DEFAULT_IMPORT_LIMITS, limitFault } from '#seeds/pipeline/import-limits.ts';
import { otherFormat } from '#seeds/pipeline/other-format.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

const DEFLATED = 8;
const PIECE_BYTES = 1 << 16;

export type ZipMember = {
  /** Path inside the archive. */
  path: string;
  /** Bytes as given, and once open. */
  packedBytes: number;
  byteCount: number;
  /** Throws `bad_import` when it is encrypted, damaged, or not as long as it says. */
  open: () => AsyncGenerator<Buffer>;
};

export type OpenedZip = {
  /** Folders, hidden files and what macOS adds are left out. */
  members: readonly ZipMember[];
  close: () => void;
};

/** Throws `bad_import` in one sentence when it is no archive, or one that does not look honest. */
export async function openZip(file: ImportFile): Promise<OpenedZip> {
  const limits = file.limits ?? DEFAULT_IMPORT_LIMITS;
  const refuse = (reason: string, cause?: unknown) =>
    new AppError('bad_import', `« ${file.name} » : ${reason}`, { cause });
  const damaged = (cause: unknown) =>
    cause instanceof AppError ? cause : refuse(faultOf(said(cause)), cause);
  const zip = await openArchive(file).catch(async (cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    const format = otherFormat(await readFirst(file));
    throw refuse(
      format === null || format === 'une archive .zip'
        ? 'archive .zip illisible ou incomplète.'
        : `une archive .zip est attendue, reçu ${format}.`,
      cause,
    );
  });
  try {
    if (zip.entryCount > limits.entries) {
      throw refuse(`${zip.entryCount} fichiers dans l’archive, ${limits.entries} au plus.`);
    }
    const members: ZipMember[] = [];
    let total = 0;
    // Paths that leave the archive are refused by the reader.
    for await (const entry of zip.eachEntry()) {
      if (isHidden(entry.fileName)) continue;
      total += entry.uncompressedSize;
      const fault =
        limitFault(total, Number.POSITIVE_INFINITY, limits) ??
        limitFault(entry.uncompressedSize, entry.compressedSize, limits);
      if (fault !== null) throw refuse(`${entry.fileName} : ${fault}`);
      members.push({
        path: entry.fileName,
        packedBytes: entry.compressedSize,
        byteCount: entry.uncompressedSize,
        open: () => readMember(zip, entry, refuse, damaged),
      });
    }
    return { members, close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw damaged(cause);
  }
}

async function readFirst(file: ImportFile): Promise<string> {
  const content: AsyncIterable<Buffer> = file.open();
  for await (const chunk of content) return chunk.subarray(0, 200).toString('latin1');
  return '';
}

async function openArchive(file: ImportFile): Promise<ZipFile> {
  if (file.path !== null) return await openPromise(file.path, { autoClose: false });
  return await fromBufferPromise(await readWhole(file));
}

async function* readMember(
  zip: ZipFile,
  entry: Entry,
  refuse: (reason: string) => AppError,
  damaged: (cause: unknown) => AppError,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw refuse(`${entry.fileName} est protégé par un mot de passe.`);
  try {
    if (entry.compressionMethod === DEFLATED) yield* inflated(zip, entry);
    // The reader checks that the entry is as long as it says.
    else yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw damaged(cause);
  }
}

/** In larger pieces than the reader of archives asks for: who waits for each piece waits a quarter as often. */
async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  // What fails is thrown by the last stream.
  const content = pipeline(packed, createInflateRaw({ chunkSize: PIECE_BYTES }), () => undefined);
  const expected = entry.uncompressedSize;
  let byteCount = 0;
  for await (const piece of content as AsyncIterable<Buffer>) {
    byteCount += piece.length;
    if (byteCount > expected)
      throw new Error(`${entry.fileName} : plus des ${expected} octets annoncés`);
    yield piece;
  }
  if (byteCount < expected)
    throw new Error(`${entry.fileName} : ${byteCount} octets sur ${expected}`);
}

function isHidden(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' || name.startsWith('.') || path.startsWith('__MACOSX/');
}

/** What the reader says, in French. */
function faultOf(said: string): string {
  const path =
    /^(?:invalid relative path|absolute path|invalid characters in fileName): (.+)$/.exec(
      said,
    )?.[1];
  return path === undefined
    ? `archive abîmée ou piégée (${said}).`
    : `archive piégée : le chemin « ${path} » sort de l’archive.`;
}

function said(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
