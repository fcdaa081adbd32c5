import { describe, expect, test } from 'vitest';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { baseFiles } from '#tests/domain/journey/tiny-feed.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';
import { makeZip, zipOf } from '#tests/seeds/gtfs-zip.ts';

const open = (bytes: Buffer, limits?: ImportLimits) =>
  readGtfsZip({ name: 'essai.zip', bytes }, limits);

describe('the archive of a feed', () => {
  test('reads tables in a folder and leaves the rest closed', async () => {
    const bytes = makeZip([
      ...Object.entries(baseFiles()).map(([name, content]) => ({
        path: `horaires/${name}`,
        content,
      })),
      { path: '__MACOSX/horaires/._stops.txt', content: 'x' },
      { path: '__MACOSX/horaires/stops.txt', content: 'x' },
      { path: 'horaires/.DS_Store', content: 'x' },
      { path: 'horaires/shapes.txt', content: 'shape_id\n' },
      { path: 'lisez-moi.pdf', content: 'x' },
    ]);
    const { files, ignored } = await open(bytes);
    expect([...files.keys()].sort()).toEqual(Object.keys(baseFiles()).sort());
    expect(ignored).toEqual(['horaires/shapes.txt', 'lisez-moi.pdf']);
    expect(readFeed(files).rejects).toEqual([]);
  });

  test('reads Windows-1252 text of old tools', async () => {
    const stops = Buffer.from('stop_id,stop_name\nS1,Aubeterre, château\n', 'latin1');
    const { files } = await open(makeZip([{ path: 'stops.txt', content: stops }]));
    expect(files.get('stops.txt')).toContain('château');
  });

  test('refuses what is no archive, a damaged one, and a path that leaves it', async () => {
    await expect(open(Buffer.from('stop_id,stop_name\n'))).rejects.toThrow(
      'archive .zip illisible ou incomplète',
    );
    const damaged = zipOf(baseFiles());
    damaged.fill(0xff, 60, 90);
    await expect(open(damaged)).rejects.toThrow('archive abîmée ou piégée');
    await expect(open(makeZip([{ path: '../../stops.txt', content: 'x' }]))).rejects.toThrow(
      'archive piégée : le chemin « ',
    );
  });

  test('refuses an archive that would fill the memory', async () => {
    const bomb = makeZip([{ path: 'stops.txt', content: Buffer.alloc(6_000_000, 0x20) }]);
    await expect(open(bomb)).rejects.toThrow('stops.txt : compressé plus de 200 fois');
    const liar = makeZip([
      { path: 'stops.txt', content: Buffer.alloc(2_000_000, 0x20), claimedSize: 100 },
    ]);
    await expect(open(liar)).rejects.toThrow('archive abîmée ou piégée');
    const content = Buffer.from('stop_id,stop_name\nS1,Aubeterre\n');
    const { length } = content;
    for (const [claimedSize, fault] of [
      [length - 1, `stops.txt : plus des ${length - 1} octets annoncés`],
      [length + 1, `stops.txt : ${length} octets sur ${length + 1}`],
    ] as const) {
      const wrong = makeZip([{ path: 'stops.txt', content, claimedSize }]);
      await expect(open(wrong)).rejects.toThrow(`archive abîmée ou piégée (${fault})`);
    }
    const limits = { entries: 3, totalBytes: 200, ratio: 100 };
    await expect(open(zipOf(baseFiles()), limits)).rejects.toThrow(
      '7 fichiers dans l’archive, 3 au plus',
    );
    await expect(open(zipOf(baseFiles()), { ...limits, entries: 10 })).rejects.toThrow(
      'plus de 200 octets une fois ouvert',
    );
  });

  test('refuses two tables of the same name at the same depth', async () => {
    const twice = makeZip([
      { path: 'a/stops.txt', content: 'x' },
      { path: 'b/stops.txt', content: 'y' },
    ]);
    await expect(open(twice)).rejects.toThrow('deux fichiers stops.txt');
  });
});
