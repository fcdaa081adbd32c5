import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { joinFiles } from '#seeds/pipeline/join-files.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { blockOf, minutes, RESIDENTIAL } from '#tests/seeds/osm-drawn.ts';
import { type OsmBlock, pbfOf } from '#tests/seeds/osm-pbf.ts';

const WHOLE = blockOf([
  ['a0 b0', RESIDENTIAL],
  ['b0 b1', RESIDENTIAL],
  ['b0 c0 d0', { ...RESIDENTIAL, oneway: 'yes' }],
  ['d0 d1', RESIDENTIAL],
  ['d0 e0', RESIDENTIAL],
]);
const { nodes = [], ways = [] } = WHOLE;

/** The roads of these numbers and their points, as a file of its own; the points of `missing` left out. */
function extract(name: string, numbers: readonly number[], editedOn: string, missing = '') {
  const own = ways.filter((_, index) => numbers.includes(index));
  const wanted = new Set(own.flatMap((way) => [...way.nodes]));
  const lost = blockOf([['a0 b0', RESIDENTIAL]]).nodes?.[0]?.id;
  const block: OsmBlock = {
    nodes: nodes.filter(({ id }) => wanted.has(id) && !(missing === 'a0' && id === lost)),
    ways: own,
  };
  return memoryFile(name, pbfOf([block], { editedOn }));
}

describe('extracts of neighbouring regions', () => {
  const west = extract('ouest.osm.pbf', [0, 1, 2], '2026-11-20');
  const east = extract('est.osm.pbf', [2, 3, 4], '2026-11-18');

  test('are one graph, with the roads that cross the border once', async () => {
    const whole = await buildGraph(memoryFile('tout.osm.pbf', pbfOf([WHOLE])), null);
    const joined = await buildGraph(joinFiles([west, east]), null);
    expect(joined).toMatchObject({ roadCount: 5, wayCount: 6, missingNodeCount: 0 });
    expect(joined.graph.edgeCount).toBe(whole.graph.edgeCount);
    expect(encodeRoadGraph({ ...joined.graph, asOf: null })).toEqual(
      encodeRoadGraph({ ...whole.graph, asOf: null }),
    );
    expect(await minutes(joined, 'car', 'a0', 'e0')).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(await minutes(joined, 'car', 'e0', 'a0')).toBe(Number.POSITIVE_INFINITY);
    // Alone, the first does not know what lies beyond the border.
    const alone = await buildGraph(west, null);
    expect(alone.roadCount).toBe(3);
  });

  test('have the day of the oldest, and are the same import whatever their order', async () => {
    const [one, other] = [joinFiles([west, east]), joinFiles([east, west])];
    expect(one.sha256).toBe(other.sha256);
    expect(one.name).toBe('est.osm.pbf + ouest.osm.pbf');
    expect(one.byteCount).toBe(west.byteCount + east.byteCount);
    expect((await buildGraph(one, null)).graph.asOf).toBe('2026-11-18');
    expect(joinFiles([west])).toBe(west);
  });

  test('complete each other: a point one leaves out stands in the other', async () => {
    const cut = extract('a.osm.pbf', [0, 1, 2], '2026-11-20', 'a0');
    const other = extract('b.osm.pbf', [0, 3, 4], '2026-11-20');
    expect((await buildGraph(cut, null)).missingNodeCount).toBe(1);
    expect((await buildGraph(joinFiles([cut, other]), null)).missingNodeCount).toBe(0);
  });

  test('are told by name when one of them is wrong', async () => {
    const page = memoryFile('page.osm.pbf', Buffer.from('<!DOCTYPE html><html></html>'));
    await expect(buildGraph(joinFiles([west, page]), null)).rejects.toThrow(
      '« page.osm.pbf » : attendu',
    );
  });

  const andorra = sharedFile('data/roads/andorra.osm.pbf', 'Two real extracts as one: Andorra');
  const monaco = sharedFile('data/roads/monaco.osm.pbf', 'Two real extracts as one: Monaco');

  test.skipIf(andorra === null || monaco === null)(
    'of two countries hold what each holds',
    async () => {
      const read = async (path: string | null) =>
        memoryFile(path?.split('/').at(-1) ?? '', await readFile(path ?? ''));
      const [first, second] = [await read(andorra), await read(monaco)];
      const both = await buildGraph(joinFiles([first, second]), null);
      const each = [await buildGraph(first, null), await buildGraph(second, null)];
      const sum = (count: (built: (typeof each)[number]) => number) =>
        each.reduce((total, built) => total + count(built), 0);
      expect(both.roadCount).toBe(sum(({ roadCount }) => roadCount));
      expect(both.graph.edgeCount).toBe(sum(({ graph }) => graph.edgeCount));
      expect(both.graph.junctionCount).toBe(sum(({ graph }) => graph.junctionCount));
      expect(both.graph.asOf).toBe('2013-05-28');
    },
  );
});
