import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_LIMITS, readImportLimits } from '#seeds/pipeline/import-limits.ts';
import { type ContentOptions, openContent } from '#seeds/pipeline/open-content.ts';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';

async function read(file: ImportFile, options: ContentOptions = {}): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of openContent(file, options)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const file = (bytes: Uint8Array) => memoryFile('donnees', bytes);
const TABLE = Array.from({ length: 2_000 }, (_, i) => `${i};${Math.sin(i)}\n`).join('');

describe('the content of a file', () => {
  it('is the same plain, in gzip, in several gzips end to end, or alone in a .zip', async () => {
    const [half, rest] = [TABLE.slice(0, 9_000), TABLE.slice(9_000)];
    const given = [
      Buffer.from(TABLE),
      gzipSync(TABLE),
      Buffer.concat([gzipSync(half), gzipSync(rest)]),
      makeZip([
        { path: 'dossier/table.csv', content: TABLE },
        { path: '__MACOSX/dossier/._table.csv', content: 'x' },
        { path: 'LISEZMOI.txt', content: 'x' },
        { path: 'notice.pdf', content: 'x' },
      ]),
    ];
    for (const bytes of given) {
      const done: number[] = [];
      expect(await read(file(bytes), { onBytes: (count) => done.push(count) })).toBe(TABLE);
      expect(done.at(-1)).toBe(bytes.length);
    }
  });

  it('is read from the disk as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voisoin-content-'));
    try {
      const path = join(folder, 'table.zip');
      await writeFile(path, makeZip([{ path: 'table.csv', content: TABLE }]));
      expect(await read(await readImportFile(path, 'une table'))).toBe(TABLE);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is the file chosen among several of an archive, which are named when none or many fit', async () => {
    const bytes = makeZip([
      { path: 'personnes.txt', content: 'p' },
      { path: 'diplomes.txt', content: 'd' },
    ]);
    expect(await read(file(bytes), { choose: (path) => path.startsWith('dip') })).toBe('d');
    await expect(read(file(bytes))).rejects.toThrow(
      '« donnees » : 2 fichiers possibles dans l’archive (personnes.txt, diplomes.txt)',
    );
    await expect(read(file(bytes), { choose: () => false })).rejects.toThrow(
      'n’a pas le fichier attendu (elle contient : personnes.txt, diplomes.txt)',
    );
  });

  it.each([
    ['a gzip cut short', gzipSync(TABLE).subarray(0, 5_000), 'coupé avant sa fin'],
    ['a damaged gzip', spoil(gzipSync(TABLE)), '.gz abîmé'],
    ['a .zip cut short', makeZip([{ path: 'a', content: TABLE }]).subarray(0, 5_000), 'incomplète'],
    ['an empty .zip', makeZip([]), 'elle contient : rien'],
    ['a path that leaves the archive', makeZip([{ path: '../a.csv', content: 'x' }]), 'piégée'],
    ['an absolute path', makeZip([{ path: '/etc/a.csv', content: 'x' }]), 'piégée'],
    ['a size that lies', makeZip([{ path: 'a', content: TABLE, claimedSize: 10 }]), 'piégée'],
    ['a password', encrypted(makeZip([{ path: 'a', content: 'x' }])), 'mot de passe'],
  ])('is refused in one sentence: %s', async (_, bytes, said) => {
    await expect(read(file(bytes))).rejects.toMatchObject({
      code: 'bad_import',
      message: expect.stringContaining(said),
    });
  });

  it('is refused when it is a bomb, before it is read whole', async () => {
    const zeros = Buffer.alloc(50_000_000);
    for (const bomb of [gzipSync(zeros), makeZip([{ path: 'a', content: zeros }])]) {
      let read = 0;
      const reading = async () => {
        for await (const chunk of openContent(file(bomb))) read += chunk.length;
      };
      await expect(reading()).rejects.toThrow('compressé plus de 200 fois');
      expect(read).toBeLessThan(12_000_000);
    }
  });

  it('is held to the limits of the configuration', async () => {
    const limited = (bytes: Uint8Array, limits: object) => ({
      ...file(bytes),
      limits: { ...DEFAULT_IMPORT_LIMITS, ...limits },
    });
    await expect(read(limited(gzipSync(TABLE), { totalBytes: 9_000 }))).rejects.toThrow(
      'plus de 9000 octets une fois ouvert',
    );
    const zip = makeZip([
      { path: 'a', content: TABLE },
      { path: 'b', content: TABLE },
    ]);
    await expect(read(limited(zip, { entries: 1 }))).rejects.toThrow('2 fichiers');
    await expect(read(limited(zip, { totalBytes: TABLE.length }))).rejects.toThrow('plus de');
  });
});

describe('the limits of imports', () => {
  it('come from the environment, and a wrong one is named', () => {
    expect(readImportLimits({})).toEqual(DEFAULT_IMPORT_LIMITS);
    expect(readImportLimits({ IMPORT_MAX_RATIO: '50', IMPORT_MAX_BYTES: ' ' })).toEqual({
      ...DEFAULT_IMPORT_LIMITS,
      ratio: 50,
    });
    expect(() => readImportLimits({ IMPORT_MAX_ENTRIES: '-1' })).toThrow(
      'IMPORT_MAX_ENTRIES : un nombre entier positif est attendu, reçu « -1 ».',
    );
  });
});

function spoil(bytes: Buffer): Buffer {
  const spoiled = Buffer.from(bytes);
  spoiled.fill(0xff, 3_000, 3_100);
  return spoiled;
}

/** Says that the first file needs a password. */
function encrypted(zip: Buffer): Buffer {
  const marked = Buffer.from(zip);
  const central = marked.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  marked.writeUInt16LE(marked.readUInt16LE(central + 8) | 1, central + 8);
  return marked;
}
