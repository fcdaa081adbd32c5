import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRangeFile } from '#api/http/range-file.ts';
import { readStaticFiles } from '#api/http/static-files.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-site-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, '.vite'));
  const files: Record<string, string> = {
    'assets/entry-AbCd1234.js': 'run()',
    'assets/entry-AbCd1234.js.map': '{}',
    '.vite/manifest.json': '{}',
    'icon.svg': '<svg/>',
    'index.html': '<html>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'assets/entry-AbCd1234.js.br'), brotliCompressSync('run()'));
  await writeFile(join(folder, 'map.pmtiles'), Buffer.from('0123456789'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a built file', () => {
  test('with a hash in its name is kept for good, and sent as it was packed', async () => {
    const files = await readStaticFiles(folder);
    const response = files.answer(
      request('/assets/entry-AbCd1234.js', { 'accept-encoding': 'br' }),
    );
    expect(response?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response?.headers.get('content-encoding')).toBe('br');
    const bytes = Buffer.from(await (response?.arrayBuffer() ?? new ArrayBuffer(0)));
    expect(brotliDecompressSync(bytes).toString()).toBe('run()');
  });

  test('without a hash is asked about each time', async () => {
    const files = await readStaticFiles(folder);
    const first = files.answer(request('/icon.svg'));
    expect(first?.headers.get('cache-control')).toBe('no-cache');
    const etag = first?.headers.get('etag') ?? '';
    expect(files.answer(request('/icon.svg', { 'if-none-match': etag }))?.status).toBe(304);
  });

  test.each([
    '/assets/entry-AbCd1234.js.map',
    '/assets/entry-AbCd1234.js.br',
    '/.vite/manifest.json',
    '/index.html',
    '/../package.json',
    '/..%2fpackage.json',
    '/%ff',
    '/',
  ])('is never %s', async (path) => {
    const files = await readStaticFiles(folder);
    expect(files.answer(request(path))).toBeNull();
  });
});

describe('the base map kept on this machine', () => {
  test('is read by ranges, and by ranges only', async () => {
    const map = await openRangeFile(join(folder, 'map.pmtiles'), 'application/vnd.pmtiles');
    const part = await map.answer(request('/base-map.pmtiles', { range: 'bytes=2-4' }));
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    const tail = await map.answer(request('/base-map.pmtiles', { range: 'bytes=8-' }));
    expect(await tail.text()).toBe('89');
    for (const range of ['bytes=10-12', 'bytes=4-2', 'lines=1-2', 'bytes=0-1,3-4']) {
      const refused = await map.answer(request('/base-map.pmtiles', { range }));
      expect(refused.status).toBe(416);
      expect(refused.headers.get('content-range')).toBe('bytes */10');
    }
    expect((await map.answer(request('/base-map.pmtiles'))).status).toBe(416);
  });

  test('that is not there is said at the start, with its path', async () => {
    const path = join(folder, 'absent.pmtiles');
    await expect(openRangeFile(path, 'application/vnd.pmtiles')).rejects.toThrow(path);
  });
});

function request(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://voisoin.example${path}`, { headers });
}
