// Which built file answers this path, and in which encoding is it already packed?

import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pickEncoding } from '#api/http/compression.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Vite writes the hash of the content in the name: such a file never changes. */
const HASHED_NAME = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const ONE_YEAR = 'public, max-age=31536000, immutable';

type BuiltFile = { bytes: Buffer; etag: string; type: string };

export type StaticFiles = { answer: (request: Request) => Response | null; paths: () => string[] };

/** Reads the folder once; hidden files, source maps and pages are not served. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, BuiltFile>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = `/${relative('.', name).split(sep).join('/')}`;
    const plain = path.replace(/\.(br|gz)$/, '');
    const type = TYPES[extname(plain)];
    const isHidden = path.includes('/.') || plain.endsWith('.html');
    if (type === undefined || isHidden) continue;
    const bytes = await readFile(join(folder, name));
    files.set(path, { bytes, etag: `"${hash('sha1', bytes, 'base64url')}"`, type });
  }
  return {
    paths: () => [...files.keys()],
    answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      const path = decodePath(new URL(request.url).pathname);
      if (path === null || /\.(br|gz)$/.test(path)) return null;
      const file = files.get(path);
      if (file === undefined) return null;
      const encoding = pickEncoding(request.headers.get('accept-encoding') ?? undefined);
      const suffix = encoding === 'br' ? '.br' : '.gz';
      const packed = encoding === null ? undefined : files.get(`${path}${suffix}`);
      return send(request, packed ?? file, path, packed === undefined ? null : encoding);
    },
  };
}

function send(
  request: Request,
  file: BuiltFile,
  path: string,
  encoding: 'br' | 'gzip' | null,
): Response {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': HASHED_NAME.test(path) ? ONE_YEAR : 'no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
  });
  if (encoding !== null) headers.set('content-encoding', encoding);
  if (request.headers.get('if-none-match')?.split(/,\s*/).includes(file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('content-length', String(file.bytes.byteLength));
  const body = request.method === 'HEAD' ? null : Uint8Array.from(file.bytes);
  return new Response(body, { headers });
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
