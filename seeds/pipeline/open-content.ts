// What is in this file, once open? Its bytes, whether it came plain, in gzip or in a .zip.

import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '#domain/error.ts';
import { DEFAULT_IMPORT_LIMITS, limitFault } from '#seeds/pipeline/import-limits.ts';
import { openZip, type ZipMember } from '#seeds/pipeline/open-zip.ts';
import { passingChunks } from '#seeds/pipeline/passing-chunks.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK\x03\x04');
const EMPTY_ZIP = Buffer.from('PK\x05\x06');
const CHUNK_BYTES = 1 << 20;

export type ContentOptions = {
  /** Which file of an archive, by its path in it; without it: the only one that looks like data. */
  choose?: (path: string) => boolean;
  /** Bytes read so far, of `file.byteCount`: those of the file as given. */
  onBytes?: (done: number) => void;
  /** True: a chunk is of no more use once the next is asked for. */
  chunksPass?: boolean;
};

/** Throws `bad_import` in one sentence when the content is cut, damaged, or a bomb. */
export async function* openContent(
  file: ImportFile,
  options: ContentOptions = {},
): AsyncGenerator<Buffer> {
  const head = await readHead(file);
  if (isZip(head)) yield* openArchived(file, options);
  else if (head.subarray(0, 2).equals(GZIP)) yield* openGzip(file, options);
  else yield* countBytes(openPlain(file, options), options);
}

function openPlain(
  { path, open }: ImportFile,
  { chunksPass = false }: ContentOptions,
): AsyncIterable<Buffer> {
  return chunksPass && path !== null ? passingChunks(path) : open();
}

/** Paths, in an archive, of the files chosen; null when it is no archive. */
export async function listContent(
  file: ImportFile,
  choose: (path: string) => boolean,
): Promise<string[] | null> {
  if (!isZip(await readHead(file))) return null;
  const zip = await openZip(file);
  zip.close();
  return zip.members.map(({ path }) => path).filter(choose);
}

/** By its first bytes, whatever its name. */
const isZip = (head: Buffer): boolean => head.equals(ZIP) || head.equals(EMPTY_ZIP);

async function readHead(file: ImportFile): Promise<Buffer> {
  let head = Buffer.alloc(0);
  const content: AsyncIterable<Buffer> = file.open();
  for await (const chunk of content) {
    head = Buffer.concat([head, chunk.subarray(0, 4)]);
    if (head.length >= 4) break;
  }
  return head.subarray(0, 4);
}

async function* countBytes(
  content: AsyncIterable<Buffer>,
  { onBytes }: ContentOptions,
): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const chunk of content) {
    done += chunk.length;
    onBytes?.(done);
    yield chunk;
  }
}

async function* openGzip(file: ImportFile, options: ContentOptions): AsyncGenerator<Buffer> {
  const limits = file.limits ?? DEFAULT_IMPORT_LIMITS;
  let given = 0;
  let opened = 0;
  const packed = countBytes(file.open(), {
    onBytes: (done) => {
      given = done;
      options.onBytes?.(done);
    },
  });
  const source = Readable.from(packed);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => gunzip.destroy(error));
  const content: AsyncIterable<Buffer> = source.pipe(gunzip);
  try {
    for await (const chunk of content) {
      opened += chunk.length;
      const fault = limitFault(opened, given, limits);
      if (fault !== null) throw new AppError('bad_import', `« ${file.name} » : ${fault}`);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (typeof code !== 'string' || !code.startsWith('Z_')) throw cause;
    const reason =
      code === 'Z_BUF_ERROR'
        ? 'fichier .gz coupé avant sa fin ; téléchargez-le à nouveau.'
        : 'fichier .gz abîmé ; téléchargez-le à nouveau.';
    throw new AppError('bad_import', `« ${file.name} » : ${reason}`, { cause });
  } finally {
    source.destroy();
  }
}

async function* openArchived(file: ImportFile, options: ContentOptions): AsyncGenerator<Buffer> {
  const zip = await openZip(file);
  try {
    const member = chooseMember(file, zip.members, options);
    const scale = file.byteCount / Math.max(1, member.byteCount);
    yield* countBytes(member.open(), {
      onBytes: (done) => options.onBytes?.(Math.round(done * scale)),
    });
  } finally {
    zip.close();
  }
}

const NOT_DATA = /(^|\/)(readme|lisez[-_ ]?moi|licen[cs]e)[^/]*$|\.(pdf|docx?|odt|html?|md)$/i;
const SHOWN_MEMBERS = 8;

function chooseMember(
  file: ImportFile,
  members: readonly ZipMember[],
  { choose = (path) => !NOT_DATA.test(path) }: ContentOptions,
): ZipMember {
  const chosen = members.filter(({ path }) => choose(path));
  const [member] = chosen;
  if (member !== undefined && chosen.length === 1) return member;
  const shown = (chosen.length === 0 ? members : chosen).map(({ path }) => path);
  const list =
    shown.slice(0, SHOWN_MEMBERS).join(', ') + (shown.length > SHOWN_MEMBERS ? ', …' : '');
  throw new AppError(
    'bad_import',
    chosen.length === 0
      ? `« ${file.name} » : l’archive n’a pas le fichier attendu (elle contient : ${list || 'rien'}).`
      : `« ${file.name} » : ${chosen.length} fichiers possibles dans l’archive (${list}) ; gardez-en un seul.`,
  );
}
