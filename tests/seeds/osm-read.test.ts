import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { readBlobs } from '#seeds/sources/osm/read-blobs.ts';
import { readBlock } from '#seeds/sources/osm/read-block.ts';
import type { NodeColumns } from '#seeds/sources/osm/read-nodes.ts';
import type { StringTable } from '#seeds/sources/osm/string-table.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';
import {
  blobOf,
  dataBlock,
  frame,
  headerBlock,
  type OsmBlock,
  type OsmNode,
  pbfOf,
} from '#tests/seeds/osm-pbf.ts';

const NODES: OsmNode[] = [
  { id: 1, lon: 0.1, lat: 45.3 },
  {
    id: 9_000_000_000,
    lon: -0.123_456_7,
    lat: 45.987_654_3,
    tags: { barrier: 'gate', name: 'Été' },
  },
  { id: 12, lon: 0.2, lat: -45.3 },
];
const ROAD: OsmBlock = {
  nodes: [
    { id: 1, lon: 0.1, lat: 45.3 },
    { id: 2, lon: 0.11, lat: 45.3 },
  ],
  ways: [{ id: 5, nodes: [1, 2], tags: { highway: 'primary' } }],
};

const build = (bytes: Uint8Array) => buildGraph(memoryFile('routes.osm.pbf', bytes), null);

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await build(bytes).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ name: 'AppError', code: 'bad_import' });
  return error instanceof Error ? error.message : '';
}

function nodesOf(block: OsmBlock) {
  const read: { id: number; lon: number; lat: number; tags: string[] }[] = [];
  const nodes = (columns: NodeColumns, strings: StringTable) => {
    for (let i = 0; i < columns.count; i++) {
      read.push({
        id: columns.ids[i] ?? 0,
        lon: (columns.lons[i] ?? 0) / 1e7,
        lat: (columns.lats[i] ?? 0) / 1e7,
        tags: [...columns.tags.subarray(columns.tagStarts[i], columns.tagStarts[i + 1])].map(
          (number) => strings.text(number),
        ),
      });
    }
  };
  readBlock(dataBlock(block), { nodes }, { fileName: 'f', position: 1 });
  return read;
}

describe('blocks', () => {
  test('dense and plain nodes say the same', () => {
    const expected = NODES.map(({ id, lon, lat, tags = {} }) => ({
      id,
      lon,
      lat,
      tags: Object.entries(tags).flat(),
    }));
    expect(nodesOf({ nodes: NODES })).toEqual(expected);
    expect(nodesOf({ nodes: NODES, isPlain: true })).toEqual(expected);
  });

  test('ways come with their tags, and their nodes when asked', () => {
    const ways = [
      { id: 7, nodes: [5, 4, 9_000_000_000], tags: { highway: 'primary', name: 'Rue' } },
      { id: 8, nodes: [1, 2], tags: {} },
    ];
    const read: unknown[] = [];
    let strings: StringTable | null = null;
    readBlock(
      dataBlock({ nodes: NODES, ways }),
      {
        waysBegin: (table) => {
          strings = table;
        },
        way: ({ id, keys, readRefs }) =>
          read.push([id, keys.map((key) => strings?.text(key)), id === 7 ? [...readRefs()] : null]),
      },
      { fileName: 'f', position: 1 },
    );
    expect(read).toEqual([
      [7, ['highway', 'name'], [5, 4, 9_000_000_000]],
      [8, [], null],
    ]);
  });

  test.each(['raw', 'zlib', 'zstd'] as const)('are unpacked from %s', async (packing) => {
    expect((await build(pbfOf([ROAD], { packing }))).graph.edgeCount).toBe(1);
  });

  test('are found whatever the size of the pieces the file comes in', async () => {
    const bytes = pbfOf([ROAD, ROAD]);
    const open = () =>
      Readable.from(
        Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
          bytes.subarray(7 * i, 7 * i + 7),
        ),
      );
    const kinds: string[] = [];
    let readBytes = 0;
    for await (const blob of readBlobs({ name: 'f', open })) {
      kinds.push(blob.kind);
      readBytes = blob.readBytes;
    }
    expect(kinds).toEqual(['OSMHeader', 'OSMData', 'OSMData']);
    expect(readBytes).toBe(bytes.length);
  });

  test('of a kind nobody knows yet are left out', async () => {
    const bytes = Buffer.concat([pbfOf([ROAD]), blobOf('OSMIndex', Buffer.from('later'))]);
    expect((await build(bytes)).graph.edgeCount).toBe(1);
  });
});

test('a file given up is closed', async () => {
  for (const bytes of [pbfOf([ROAD, ROAD]), Buffer.from('<html>')]) {
    const stream = Readable.from([bytes]);
    const reading = readBlobs({ name: 'f', open: () => stream });
    await reading.next().catch(() => undefined);
    await reading.return(undefined);
    expect(stream.destroyed).toBe(true);
  }
});

describe('files that are not what is expected', () => {
  test.each([
    [
      'a web page',
      Buffer.from('<!DOCTYPE html><html><body>404</body></html>'),
      'une page web (HTML)',
    ],
    ['a web page after blanks', Buffer.from('\n\n <html lang="fr">'), 'une page web (HTML)'],
    [
      'OSM as XML',
      Buffer.from('<?xml version="1.0"?><osm version="0.6">'),
      'un fichier XML (.osm)',
    ],
    ['JSON', Buffer.from('{"type":"FeatureCollection"}'), 'un fichier JSON'],
    ['a zip', zipOf({ 'a.txt': 'a' }), 'une archive zip'],
    ['a gzip', gzipSync('x'), 'une archive gzip'],
    ['a bzip2', Buffer.from('BZh91AY&SY'), 'une archive bzip2'],
    ['anything', Buffer.from('insee;nom\n16230;Montmoreau'), 'qui commence par "insee;nom'],
    ['nothing', Buffer.alloc(0), 'un fichier vide'],
    [
      'other blocks',
      blobOf('OSMData', dataBlock(ROAD)),
      'qui ne commence pas par un bloc OSMHeader',
    ],
  ])('%s', async (_, bytes, received) => {
    const message = await refusalOf(bytes);
    expect(message).toContain('attendu un extrait OpenStreetMap au format .osm.pbf');
    expect(message).toContain(received);
  });

  test('cut anywhere, except between two blocks', async () => {
    const bytes = pbfOf([ROAD]);
    const between = [blobOf('OSMHeader', headerBlock()).length, bytes.length];
    for (let length = 1; length < bytes.length; length++) {
      if (between.includes(length)) continue;
      expect(await refusalOf(bytes.subarray(0, length)), `${length} bytes`).toMatch(
        /fichier coupé|qui commence par/,
      );
    }
    const message = await refusalOf(bytes.subarray(0, bytes.length - 1));
    expect(message).toContain('« routes.osm.pbf » : fichier coupé : attendu');
    expect(message).toContain('téléchargez-le de nouveau');
  });

  test.each([
    [
      'a required feature',
      { required: ['OsmSchema-V0.6', 'HistoricalInformation'] },
      '« HistoricalInformation »',
    ],
    ['ways that hold the places', { optional: ['LocationsOnWays'] }, '« LocationsOnWays »'],
  ])('%s we do not understand', async (_, says, received) => {
    expect(await refusalOf(pbfOf([ROAD], says))).toContain(received);
  });

  test('a packing we do not read', async () => {
    expect(await refusalOf(pbfOf([ROAD], { packing: 'lz4' }))).toContain('reçu lz4');
  });

  test('blocks that would fill the memory', async () => {
    const header = blobOf('OSMHeader', headerBlock());
    const zeros = Buffer.alloc(40_000_000);
    const bomb = Buffer.concat([header, blobOf('OSMData', zeros)]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(bomb)).toContain('40000000 octets annoncés');
    const liar = Buffer.concat([header, blobOf('OSMData', zeros, 'zlib', 1_000)]);
    expect(await refusalOf(liar)).toContain(
      'attendu 1000 octets, reçu un bloc qui en contient davantage',
    );
    const shy = Buffer.concat([header, blobOf('OSMData', dataBlock(ROAD), 'zlib', 100_000)]);
    expect(await refusalOf(shy)).toContain('attendu 100000 octets');
    const giant = Buffer.concat([header, frame('OSMData', Buffer.from('x'), 100_000_000)]);
    expect(await refusalOf(giant)).toContain('un bloc n° 1 de 100000000 octets');
    const endless = Buffer.concat([header, Buffer.from([0x7f, 0xff, 0xff, 0xff])]);
    expect(await refusalOf(endless)).toContain(
      'un bloc n° 1 dont l’en-tête ferait 2147483647 octets',
    );
  });

  test('damaged bytes are refused or read, and never stop the process', async () => {
    const block = dataBlock({ ...ROAD, nodes: [...(ROAD.nodes ?? []), ...NODES.slice(1)] });
    const header = blobOf('OSMHeader', headerBlock());
    for (let index = 0; index < block.length; index++) {
      for (const flip of [0xff, 0x80, 0x07]) {
        const damaged = block.slice();
        damaged[index] = (damaged[index] ?? 0) ^ flip;
        const file = Buffer.concat([header, blobOf('OSMData', damaged, 'raw')]);
        const result: unknown = await build(file).catch((cause: unknown) => cause);
        if (result instanceof Error)
          expect(result, `byte ${index}`).toMatchObject({ code: 'bad_import' });
      }
    }
    const whole = pbfOf([ROAD], { editedOn: '2026-11-20T00:00:00Z', packing: 'raw' });
    for (let index = 0; index < whole.length; index++) {
      const damaged = Buffer.from(whole);
      damaged[index] = (damaged[index] ?? 0) ^ 0x87;
      const result: unknown = await build(damaged).catch((cause: unknown) => cause);
      if (result instanceof Error)
        expect(result, `byte ${index} of all`).toMatchObject({ code: 'bad_import' });
    }
    const noise = Buffer.concat([header, frame('OSMData', deflateSync('x'))]);
    expect(await refusalOf(noise)).toContain('bloc n° 1');
  });
});
