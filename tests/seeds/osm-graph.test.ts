import { describe, expect, test } from 'vitest';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { edgeLine } from '#domain/journey/road-graph.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { hilbertOrder } from '#seeds/sources/osm/hilbert-order.ts';
import { bendsOf } from '#seeds/sources/osm/line-shape.ts';
import {
  blockOf,
  build,
  EAST_METERS,
  minutes,
  NORTH_METERS,
  pointOf,
  RESIDENTIAL,
} from '#tests/seeds/osm-drawn.ts';
import { pbfOf } from '#tests/seeds/osm-pbf.ts';

describe('junctions and edges', () => {
  test('a road that only bends is one edge, as long as its bends, with its shape', async () => {
    const { graph } = await build([['a0 b0 b1 c1', RESIDENTIAL]]);
    expect([graph.junctionCount, graph.edgeCount]).toEqual([2, 1]);
    expect(Math.abs((graph.edgeMeters[0] ?? 0) - 2 * EAST_METERS - NORTH_METERS)).toBeLessThan(3);
    const line = edgeLine(graph, 0);
    expect([line, line.toReversed()]).toContainEqual(['a0', 'b0', 'b1', 'c1'].map(pointOf));
  });

  test('roads are cut where they meet, and joined where nothing changes', async () => {
    const crossing = await build([
      ['a1 b1 c1', RESIDENTIAL],
      ['b0 b1 b2', RESIDENTIAL],
    ]);
    expect([crossing.graph.junctionCount, crossing.graph.edgeCount]).toEqual([5, 4]);
    const bridge = await build([
      ['a0 b0', RESIDENTIAL],
      ['c0 b0', { ...RESIDENTIAL, bridge: 'yes' }],
      ['c0 d0', RESIDENTIAL],
    ]);
    expect([bridge.graph.junctionCount, bridge.graph.edgeCount]).toEqual([2, 1]);
    const village = await build([
      ['a0 b0', { highway: 'primary' }],
      ['b0 c0', { highway: 'primary', maxspeed: '50' }],
    ]);
    expect([village.graph.junctionCount, village.graph.edgeCount]).toEqual([3, 2]);
  });

  test('one-way roads are joined when they follow, not when they face each other', async () => {
    const oneway = { ...RESIDENTIAL, oneway: 'yes' };
    const follow = await build([
      ['a0 b0', oneway],
      ['c0 b0', { ...RESIDENTIAL, oneway: '-1' }],
    ]);
    expect(follow.graph.edgeCount).toBe(1);
    expect(await minutes(follow, 'car', 'a0', 'c0')).toBeCloseTo(
      (2 * EAST_METERS * 3.6) / 26 / 60,
      1,
    );
    expect(await minutes(follow, 'car', 'c0', 'a0')).toBe(Number.POSITIVE_INFINITY);
    const face = await build([
      ['a0 b0', oneway],
      ['c0 b0', oneway],
    ]);
    expect(face.graph.edgeCount).toBe(2);
    expect(await minutes(face, 'car', 'a0', 'b0')).toBeLessThan(2);
    expect(await minutes(face, 'car', 'c0', 'b0')).toBeLessThan(2);
    expect(await minutes(face, 'car', 'a0', 'c0')).toBe(Number.POSITIVE_INFINITY);
  });

  test('a ring with nothing else is kept, and a ring at the end of a street', async () => {
    const ring = await build([['a0 b0 b1 a1 a0', RESIDENTIAL]]);
    expect([ring.graph.junctionCount, ring.graph.edgeCount]).toEqual([1, 1]);
    const twoHalves = await build([
      ['a0 b0 b1', RESIDENTIAL],
      ['b1 a1 a0', RESIDENTIAL],
    ]);
    expect([twoHalves.graph.junctionCount, twoHalves.graph.edgeCount]).toEqual([1, 1]);
    const lollipop = await build([['a0 b0 c0 c1 b1 b0', RESIDENTIAL]]);
    expect([lollipop.graph.junctionCount, lollipop.graph.edgeCount]).toEqual([2, 2]);
  });

  test('a node drawn twice in a row makes no road', async () => {
    const twice = await build([
      ['a0 a0 b0 b0 c0', RESIDENTIAL],
      ['d0 d0', RESIDENTIAL],
    ]);
    expect([twice.graph.junctionCount, twice.graph.edgeCount]).toEqual([2, 1]);
  });

  test('the order of blocks and of nodes in the file changes nothing', async () => {
    const block = blockOf([
      ['a1 b1 c1 d1', RESIDENTIAL],
      ['b0 b1 b2', { highway: 'primary', oneway: 'yes' }],
    ]);
    const { nodes = [], ways = [] } = block;
    const usual = await buildGraph(memoryFile('f', pbfOf([{ nodes }, { ways }])), null);
    for (const blocks of [
      [{ ways }, { nodes }],
      [{ nodes: nodes.toReversed() }, { ways }],
      [{ nodes: nodes.slice(3) }, { nodes: nodes.slice(0, 3) }, { ways }],
      [{ nodes, isPlain: true }, { ways }],
      [block],
    ]) {
      const built = await buildGraph(memoryFile('f', pbfOf(blocks)), null);
      expect(encodeRoadGraph(built.graph)).toEqual(encodeRoadGraph(usual.graph));
    }
  });
});

describe('what the file does not hold', () => {
  test('a node missing cuts the road there, and is counted', async () => {
    const built = await build([['a0 b0 c0 d0 e0', RESIDENTIAL]], {}, ['c0']);
    expect([built.graph.junctionCount, built.graph.edgeCount]).toEqual([4, 2]);
    expect([built.missingNodeCount, built.nodeCount]).toEqual([1, 5]);
    expect(await minutes(built, 'car', 'a0', 'e0')).toBe(Number.POSITIVE_INFINITY);
  });

  test('roads whose nodes are all missing make no graph', async () => {
    const built = await build([['a0 b0', RESIDENTIAL]], {}, ['a0', 'b0']);
    expect([built.graph.junctionCount, built.graph.edgeCount]).toEqual([0, 0]);
  });

  test('its date comes from the file, or from who imports it', async () => {
    const blocks = [blockOf([['a0 b0', RESIDENTIAL]])];
    const dated = memoryFile('f', pbfOf(blocks, { editedOn: '2026-11-20T20:21:00Z' }));
    expect((await buildGraph(dated, '2025')).graph.asOf).toBe('2026-11-20');
    expect((await buildGraph(memoryFile('f', pbfOf(blocks)), '2025')).graph.asOf).toBe('2025');
  });
});

test('named places come with the roads', async () => {
  const { places } = await build([['a0 b0 c0 d0', RESIDENTIAL]], {
    a0: { place: 'hamlet', name: 'Chez Pasquet' },
    b0: { place: 'hamlet' },
    c0: { place: 'country', name: 'France' },
  });
  expect(places).toEqual([{ kind: 'hamlet', name: 'Chez Pasquet', point: [0, 45] }]);
});

describe('shapes', () => {
  const line = (...points: [x: number, y: number][]) => ({
    lons: Int32Array.from(points, ([x]) => x),
    lats: Int32Array.from(points, ([, y]) => y),
  });

  test('keep bends one sees and drop those one does not', () => {
    // About a centimetre a unit: 1,000 units are some eleven metres.
    const zigzag = line([0, 0], [10_000, 300], [20_000, 9_000], [30_000, 300], [40_000, 0]);
    expect(bendsOf(zigzag, [0, 1, 2, 3, 4])).toEqual([1, 2, 3]);
    const nearlyStraight = line([0, 0], [10_000, 300], [20_000, 400], [30_000, 300], [40_000, 0]);
    expect(bendsOf(nearlyStraight, [0, 1, 2, 3, 4])).toEqual([]);
    const ring = line([0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]);
    expect(bendsOf(ring, [0, 1, 2, 3, 0])).toEqual([1, 2, 3]);
  });

  test('neighbours on the ground are neighbours in the order of junctions', () => {
    const side = 64;
    const points = line(
      ...Array.from({ length: side * side }, (_, i): [number, number] => [
        1_000 * (i % side),
        1_000 * Math.floor(i / side),
      ]),
    );
    const order = hilbertOrder(points);
    expect(new Set(order).size).toBe(side * side);
    for (let n = 1; n < order.length; n++) {
      const [a = 0, b = 0] = [order[n - 1], order[n]];
      const steps =
        Math.abs((points.lons[a] ?? 0) - (points.lons[b] ?? 0)) +
        Math.abs((points.lats[a] ?? 0) - (points.lats[b] ?? 0));
      expect(steps).toBeLessThanOrEqual(2_000);
    }
  });
});
