// A large file read piece by piece: the optional base map, of which a browser asks a few ranges.

import { open, stat } from 'node:fs/promises';
import { AppError } from '#domain/error.ts';

const MAX_RANGE_BYTES = 4 * 1024 * 1024;

export type RangeFile = { answer: (request: Request) => Promise<Response> };

/** Throws `bad_config` when there is no such file. */
export async function openRangeFile(path: string, contentType: string): Promise<RangeFile> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new AppError('bad_config', `BASE_MAP: expected a readable file, found none at ${path}.`);
  }
  const { size, mtimeMs } = found;
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  return {
    async answer(request) {
      const headers = new Headers({
        'accept-ranges': 'bytes',
        'cache-control': 'public, max-age=3600',
        'content-type': contentType,
        etag,
      });
      const range = readRange(request.headers.get('range'), size);
      if (range === null) {
        headers.set('content-range', `bytes */${size}`);
        return new Response(null, { status: 416, headers });
      }
      const bytes = await readBytes(path, range.from, range.to);
      headers.set('content-range', `bytes ${range.from}-${range.to}/${size}`);
      return new Response(request.method === 'HEAD' ? null : bytes, { status: 206, headers });
    },
  };
}

/** One range, cut to what is sent at once; null when absent, unreadable or outside the file. */
function readRange(header: string | null, size: number): { from: number; to: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (match === null) return null;
  const from = Number(match[1]);
  const asked = match[2] === '' ? size - 1 : Number(match[2]);
  const to = Math.min(asked, size - 1, from + MAX_RANGE_BYTES - 1);
  return from <= to ? { from, to } : null;
}

async function readBytes(path: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(to - from + 1);
    await file.read(bytes, 0, bytes.length, from);
    return bytes;
  } finally {
    await file.close();
  }
}
