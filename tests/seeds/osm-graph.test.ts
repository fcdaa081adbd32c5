import { describe, expect, test } from 'vitest';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { edgeLine, FERRY_FLAG, paceOf } from '#domain/journey/road-graph.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { hilbertOrder } from '#seeds/sources/osm/hilbert-order.ts';
import { bendsOf } from '#seeds/sources/osm/line-shape.ts';
import {
  type OsmBlock,
  type OsmNode,
  type OsmWay,
  pbfOf,
  type Tags,
} from '#tests/seeds/osm-pbf.ts';
import { minutesBetween, nearestJunction, secondsFrom } from '#tests/seeds/osm-search.ts';

/** A grid of nodes 0.01° apart: letter is the column, digit the row. « b2 » is at 0.01, 45.02. */
const pointOf = (name: string): [lon: number, lat: number] => [
  (name.charCodeAt(0) - 97) / 100,
  45 + Number(name.slice(1)) / 100,
];
const idOf = (name: string): number => 1000 * name.charCodeAt(0) + Number(name.slice(1));

/** Ways as « a0 b0 c0 » with their tags; nodes are those they name, with tags of their own. */
function blockOf(
  ways: readonly (readonly [string, Tags])[],
  nodeTags: Readonly<Record<string, Tags>> = {},
  missing: readonly string[] = [],
): OsmBlock {
  const names = [...new Set(ways.flatMap(([line]) => line.split(' ')))];
  const nodes = names
    .filter((name) => !missing.includes(name))
    .sort((a, b) => idOf(a) - idOf(b))
    .map((name): OsmNode => {
      const [lon, lat] = pointOf(name);
      const tags = nodeTags[name];
      return { id: idOf(name), lon, lat, ...(tags === undefined ? {} : { tags }) };
    });
  return {
    nodes,
    ways: ways.map(([line, tags], id): OsmWay => ({ id, nodes: line.split(' ').map(idOf), tags })),
  };
}

const build = async (...args: Parameters<typeof blockOf>) =>
  await buildGraph(memoryFile('f.osm.pbf', pbfOf([blockOf(...args)])), null);

const RESIDENTIAL = { highway: 'residential' };
/** One step of the grid along a parallel, and along a meridian. */
const EAST_METERS = 786;
const NORTH_METERS = 1112;

async function minutes(
  built: Awaited<ReturnType<typeof build>>,
  mode: 'walk' | 'cycle' | 'car',
  from: string,
  to: string,
) {
  return minutesBetween(built.graph, mode, pointOf(from), pointOf(to), true);
}

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

describe('who goes where', () => {
  test('a roundabout turns one way', async () => {
    const built = await build([
      ['b0 c1 b2 a1 b0', { highway: 'primary', junction: 'roundabout' }],
      ['b0 c0', RESIDENTIAL],
      ['b2 c2', RESIDENTIAL],
      ['a1 a2', RESIDENTIAL],
    ]);
    const there = await minutes(built, 'car', 'c0', 'c2');
    const back = await minutes(built, 'car', 'c2', 'c0');
    expect(Number.isFinite(there) && Number.isFinite(back)).toBe(true);
    const [toA, fromA] = [
      await minutes(built, 'car', 'c0', 'a2'),
      await minutes(built, 'car', 'a2', 'c0'),
    ];
    expect(toA - fromA).toBeGreaterThan(2);
  });

  test('searching backwards takes the same streets the other way', async () => {
    const { graph } = await build([
      ['a0 b0 c0', RESIDENTIAL],
      ['c0 c1 b1 a1 a0', { ...RESIDENTIAL, oneway: 'yes' }],
      ['b0 b1', { ...RESIDENTIAL, oneway: '-1' }],
    ]);
    for (let goal = 0; goal < graph.junctionCount; goal++) {
      const toGoal = secondsFrom(graph, 'car', goal, true);
      for (let start = 0; start < graph.junctionCount; start++) {
        expect(toGoal[start]).toBeCloseTo(secondsFrom(graph, 'car', start)[goal] ?? Number.NaN, 6);
      }
    }
  });

  test('a private road, a closed road and what is no road are not there', async () => {
    const built = await build([
      ['a0 b0', RESIDENTIAL],
      ['b0 c0', { ...RESIDENTIAL, access: 'private' }],
      ['b0 b1', { highway: 'construction' }],
      ['b1 c1', { building: 'yes' }],
    ]);
    expect(built.graph.edgeCount).toBe(1);
    expect([built.wayCount, built.roadCount, built.nodeCount]).toEqual([4, 1, 2]);
  });

  test('a bollard stops cars on both of its sides, and nobody else', async () => {
    const built = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier: 'bollard' } });
    const { graph } = built;
    expect([graph.junctionCount, graph.edgeCount]).toEqual([5, 4]);
    const seconds = secondsFrom(graph, 'car', nearestJunction(graph, null, pointOf('a0')));
    const reached = [...seconds].filter((each) => Number.isFinite(each));
    expect(reached).toHaveLength(2);
    expect(Math.max(...reached)).toBeCloseTo((EAST_METERS * 3.6) / 26, 0);
    expect(await minutes(built, 'walk', 'a0', 'c0')).toBeCloseTo((2 * EAST_METERS) / 75, 0);
    expect(await minutes(built, 'car', 'a0', 'c0')).toBe(Number.POSITIVE_INFINITY);
  });

  test('a barrier where roads meet stops cars between all of them', async () => {
    const built = await build(
      [
        ['a1 b1 c1', RESIDENTIAL],
        ['b0 b1', RESIDENTIAL],
        ['b1 b2', { highway: 'footway' }],
      ],
      { b1: { barrier: 'bollard' } },
    );
    for (const [from, to] of [
      ['a1', 'c1'],
      ['b0', 'a1'],
    ] as const) {
      expect(await minutes(built, 'car', from, to)).toBe(Number.POSITIVE_INFINITY);
      expect(await minutes(built, 'walk', from, to)).toBeLessThan(30);
    }
    expect(await minutes(built, 'walk', 'a1', 'b2')).toBeLessThan(30);
  });

  test('a wall stops everybody; an open gate and a cattle grid stop nobody', async () => {
    const wall = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier: 'wall' } });
    expect(await minutes(wall, 'walk', 'a0', 'c0')).toBe(Number.POSITIVE_INFINITY);
    for (const barrier of ['gate', 'cattle_grid']) {
      const open = await build([['a0 b0 c0', RESIDENTIAL]], { b0: { barrier } });
      expect([open.graph.junctionCount, open.graph.edgeCount]).toEqual([2, 1]);
    }
  });

  test('a ferry takes the time it publishes, whatever junctions lie on its way', async () => {
    const built = await build([
      ['a0 b0', RESIDENTIAL],
      ['b0 c0 c1 c2', { route: 'ferry', duration: '00:30', motor_vehicle: 'yes' }],
      ['c2 d2', RESIDENTIAL],
      ['c1 d1', { highway: 'footway' }],
    ]);
    const { graph } = built;
    expect(built.ferryCount).toBe(1);
    const start = nearestJunction(graph, null, pointOf('b0'));
    const end = nearestJunction(graph, null, pointOf('c2'));
    for (const mode of ['walk', 'cycle', 'car'] as const) {
      expect(secondsFrom(graph, mode, start)[end]).toBeCloseTo(1800, 0);
    }
    const flags = [...graph.edgeProfiles].map((profile) => graph.profileFlags[profile]);
    expect(flags.filter((flag) => flag === FERRY_FLAG)).toHaveLength(2);
  });

  test('walkers take footways and steps that cars do not', async () => {
    const built = await build([
      ['a0 b0', { highway: 'footway' }],
      ['b0 c0', { highway: 'steps' }],
    ]);
    expect(await minutes(built, 'walk', 'a0', 'c0')).toBeCloseTo(
      EAST_METERS / 75 + (EAST_METERS * 60) / 2000,
      0,
    );
    expect([...paceOf(built.graph, 'car')].every((pace) => pace === Number.POSITIVE_INFINITY)).toBe(
      true,
    );
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
