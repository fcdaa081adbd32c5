import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, download } from '#seeds/pipeline/download.ts';
import { DEFAULT_IMPORT_LIMITS } from '#seeds/pipeline/import-limits.ts';
import { checkUrl, isPublicAddress, lookupPublic } from '#seeds/pipeline/public-address.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251));
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

let folder = '';
let handler: Handler;
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  handler(request, response);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voisoin-download-'));
  asked = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

function get(path: string, options: Partial<DownloadOptions> = {}) {
  return download(path.startsWith('/') ? `http://${host()}${path}` : path, {
    folder,
    expects: 'un fichier',
    limits: DEFAULT_IMPORT_LIMITS,
    allowedHosts: [host()],
    onProgress: () => undefined,
    now: () => new Date('2026-11-22T08:00:00Z'),
    retryMs: 1,
    ...options,
  });
}

/** Answers as a careful file server does: whole, the rest of it, or « not modified ». */
const serve =
  (bytes: Buffer, etag: string, cutAt: number | null = null): Handler =>
  ({ headers }, response) => {
    const about = { etag, 'last-modified': 'Sun, 22 Nov 2026 06:00:00 GMT' };
    if (headers['if-none-match'] === etag) return response.writeHead(304, about).end();
    const range = /^bytes=(\d+)-$/.exec(headers.range ?? '');
    const start = range !== null && headers['if-range'] === etag ? Number(range[1]) : 0;
    const rest = bytes.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, {
      ...about,
      'content-length': rest.length,
      ...(start > 0
        ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }
        : {}),
    });
    if (cutAt === null || start >= cutAt) return response.end(rest);
    // What was sent has time to come.
    return response.write(rest.subarray(0, cutAt - start), () => {
      setTimeout(() => response.destroy(), 50);
    });
  };

/** Cuts each answer in its turn, then no more. */
function cutting(bytes: Buffer, cuts: number[]): Handler {
  return (request, response) => serve(bytes, '"a"', cuts.shift() ?? null)(request, response);
}

async function keptFiles(): Promise<string[]> {
  const [own] = await readdir(folder);
  return own === undefined ? [] : (await readdir(join(folder, own))).sort();
}

describe('a file given by its address', () => {
  it('is downloaded once, with its fingerprint, and asked again only if it changed', async () => {
    handler = serve(BYTES, '"a"');
    const first = await get('/jeu%20de%20donn%C3%A9es.csv?v=1');
    expect(first).toMatchObject({
      name: 'jeu_de_données.csv',
      sha256: SHA256,
      byteCount: BYTES.length,
      modifiedOn: '2026-11-22',
    });
    expect(await readFile(first.path ?? '')).toEqual(BYTES);
    expect(await keptFiles()).toEqual(['file.json', 'jeu_de_données.csv']);
    const second = await get('/jeu%20de%20donn%C3%A9es.csv?v=1');
    expect(second).toMatchObject({ sha256: SHA256, path: first.path, modifiedOn: '2026-11-22' });
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"']);

    handler = serve(Buffer.from('new'), '"b"');
    expect((await get('/jeu%20de%20donn%C3%A9es.csv?v=1')).byteCount).toBe(3);
    expect(await keptFiles()).toEqual(['file.json', 'jeu_de_données.csv']);
  });

  it('is resumed where it was cut, at once and at the next command', async () => {
    handler = cutting(BYTES, [100_000, 200_000]);
    const file = await get('/a.csv');
    expect(file.sha256).toBe(SHA256);
    expect(asked.map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=100000-',
      'bytes=200000-',
    ]);

    asked = [];
    handler = cutting(BYTES, [10_000, 20_000, 30_000, 40_000]);
    await expect(get('/b.csv')).rejects.toThrow(/ne répond pas .*en ligne/);
    handler = serve(BYTES, '"a"');
    expect((await get('/b.csv')).sha256).toBe(SHA256);
    expect(asked.at(-1)?.headers.range).toBe('bytes=40000-');
  });

  it('starts again when it changed in between', async () => {
    handler = cutting(Buffer.alloc(300_000, 1), [10_000, 20_000, 30_000, 40_000]);
    await expect(get('/a.csv')).rejects.toThrow('ne répond pas');
    handler = serve(BYTES, '"b"');
    expect((await get('/a.csv')).sha256).toBe(SHA256);
  });

  it('is refused when it is too large, said or not, and nothing of it stays', async () => {
    const limits = { ...DEFAULT_IMPORT_LIMITS, totalBytes: 100_000 };
    handler = serve(BYTES, '"a"');
    await expect(get('/a.csv', { limits })).rejects.toThrow('100000 au plus (IMPORT_MAX_BYTES)');
    handler = (_, response) => response.writeHead(200).end(BYTES);
    await expect(get('/a.csv', { limits })).rejects.toThrow('100000 au plus (IMPORT_MAX_BYTES)');
    expect(await keptFiles()).toEqual([]);
  });

  it.each([
    [404, {}, 'le serveur répond 404'],
    [500, {}, 'le serveur répond 500'],
    [200, { 'content-type': 'text/html; charset=utf-8' }, 'répond une page web'],
  ])('is refused when the server answers %i %j', async (status, headers, said) => {
    handler = (_, response) => response.writeHead(status, headers).end('<html>');
    await expect(get('/a.csv')).rejects.toThrow(said);
    expect(await keptFiles()).toEqual([]);
  });

  it('follows five redirections, and not a sixth', async () => {
    handler = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) serve(BYTES, '"a"')(request, response);
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect((await get('/5')).sha256).toBe(SHA256);
    await expect(get('/6')).rejects.toThrow('plus de 5 redirections');
  });

  it('is refused when it leads, at once or by a redirection, to a private address', async () => {
    for (const target of [
      'http://127.0.0.1:1/a',
      'http://0x7f000001/a',
      'http://[::1]/a',
      'http://[::ffff:127.0.0.1]/a',
      'http://169.254.169.254/latest/meta-data',
      'http://localhost:1/a',
    ]) {
      handler = (_, response) => response.writeHead(302, { location: target }).end();
      await expect(get('/a')).rejects.toThrow('n’est pas une adresse publique');
      await expect(get(target)).rejects.toThrow('IMPORT_ALLOWED_HOSTS');
    }
  });

  it('is refused for another protocol, a password, and words that are no address', async () => {
    await expect(get('file:///etc/passwd')).rejects.toThrow('seules les adresses en http://');
    await expect(get('ftp://exemple.fr/a')).rejects.toThrow('seules les adresses en http://');
    await expect(get('https://moi:secret@exemple.fr/a')).rejects.toThrow('un mot de passe');
    await expect(get('http://')).rejects.toThrow('n’est pas une adresse');
    handler = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    await expect(get('/a')).rejects.toThrow('seules les adresses en http://');
  });

  it('is given up when the server stays silent', async () => {
    handler = () => undefined;
    await expect(get('/a', { idleMs: 50 })).rejects.toThrow('silence de 0.05 s');
    handler = (_, response) => void response.writeHead(200, { 'content-length': 9 }).write('x');
    await expect(get('/a', { idleMs: 50 })).rejects.toThrow('ne répond pas');
  });

  it('has a safe name whatever the server says', async () => {
    handler = (_, response) => {
      response.setHeader('content-disposition', 'attachment; filename="../../.x/e t.csv"');
      response.end('a;b');
    };
    expect((await get('/ressource')).name).toBe('e_t.csv');
    handler = (_, response) => {
      response.setHeader('content-disposition', "attachment; filename*=UTF-8''donn%C3%A9es.csv");
      response.end('a;b');
    };
    expect((await get('/ressource')).name).toBe('données.csv');
    handler = (_, response) => response.end('a;b');
    expect((await get('/..%2f..%2ffile.json')).name).toBe('donnees-file.json');
  });
});

describe('an address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2a01:e0a::1', true],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.9.9.9', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:0:7f00:1::', false],
    ['exemple.fr', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it('is checked by the very look-up of the connection', async () => {
    const said = await new Promise((resolve) => {
      lookupPublic('localhost', {}, (error) => resolve(error?.message));
    });
    expect(said).toContain('localhost n’est pas une adresse publique');
  });

  it('is allowed by its host, with or without its port', () => {
    const url = new URL('http://intranet.exemple:8080/a');
    expect(checkUrl(url, ['intranet.exemple:8080'])).toEqual({ isAllowed: true });
    expect(checkUrl(url, ['intranet.exemple'])).toEqual({ isAllowed: true });
    expect(checkUrl(url, ['intranet.exemple:80'])).toEqual({ isAllowed: false });
  });
});
