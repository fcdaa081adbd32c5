import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { pickEncoding } from '#api/http/compression.ts';
import { type Freshness, sendJson } from '#api/http/freshness.ts';
import type { HttpEnv } from '#api/http/http-env.ts';

const LONG = { words: Array.from({ length: 400 }, (_, i) => `mot ${i}`) };

describe('an answer of the API', () => {
  test('is not sent again to who has it', async () => {
    const app = answering(LONG);
    const first = await app.request('/');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');

    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await app.request('/', { headers: { 'if-none-match': known } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    const changed = await answering({ words: [] }).request('/', {
      headers: { 'if-none-match': etag },
    });
    expect(changed.status).toBe(200);
  });

  test('is compressed in what the reader understands, and reads the same', async () => {
    const app = answering(LONG);
    const brotli = await bytesOf(app, 'gzip, deflate, br');
    expect(brotli.encoding).toBe('br');
    expect(JSON.parse(brotliDecompressSync(brotli.bytes).toString())).toEqual(LONG);

    const gzip = await bytesOf(app, 'gzip, br;q=0');
    expect(gzip.encoding).toBe('gzip');
    expect(JSON.parse(gunzipSync(gzip.bytes).toString())).toEqual(LONG);

    const plain = await bytesOf(app, 'identity');
    expect(plain.encoding).toBeNull();
    expect(JSON.parse(plain.bytes.toString())).toEqual(LONG);
    expect(brotli.bytes.length).toBeLessThan(plain.bytes.length / 3);
  });

  test('is not compressed when it is short', async () => {
    expect((await bytesOf(answering({ a: 1 }), 'gzip')).encoding).toBeNull();
  });

  test('that must be kept nowhere has no ETag, and is compressed all the same', async () => {
    const app = answering(LONG, 'never');
    const response = await app.request('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('is given as it is to a page rendered in the same process', async () => {
    const response = await answering(LONG).request(
      '/',
      { headers: { 'accept-encoding': 'br' } },
      { inProcess: true },
    );
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual(LONG);
  });
});

test.each([
  [undefined, null],
  ['', null],
  ['deflate', null],
  ['GZIP', 'gzip'],
  ['br;q=0.0, gzip;q=0', null],
  ['gzip;q=0.1, br;q=1.0', 'br'],
])('the encoding for %j is %j', (header, expected) => {
  expect(pickEncoding(header)).toBe(expected);
});

function answering(value: unknown, freshness?: Freshness) {
  return new Hono<HttpEnv>().get('/', (c) => sendJson(c, value, freshness));
}

async function bytesOf(app: ReturnType<typeof answering>, acceptEncoding: string) {
  const response = await app.request('/', { headers: { 'accept-encoding': acceptEncoding } });
  return {
    encoding: response.headers.get('content-encoding'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
