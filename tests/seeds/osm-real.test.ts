import { createReadStream } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeRoadGraph, encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { graphBounds } from '#domain/journey/road-graph.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { type BuiltGraph, buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { checkGraph } from '#seeds/sources/osm/check-graph.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { bruteSeconds, readNodeGraph } from '#tests/seeds/osm-brute-force.ts';
import { minutesBetween, secondsFrom } from '#tests/seeds/osm-search.ts';

const andorra = sharedFile('data/roads/andorra.osm.pbf', 'Roads of the real extract of Andorra');
const monaco = sharedFile('data/roads/monaco.osm.pbf', 'Roads of the real extract of Monaco');

const build = async (path: string) =>
  await buildGraph({ name: path, open: () => createReadStream(path) }, null);

const summary = ({ graph, places, ...counts }: BuiltGraph) => ({
  ...counts,
  asOf: graph.asOf,
  junctions: graph.junctionCount,
  edges: graph.edgeCount,
  kilometers: Math.round(graph.edgeMeters.reduce((sum, meters) => sum + meters, 0) / 1000),
  onMainNetwork: [1, 2, 4].map((bit) => graph.junctionModes.filter((modes) => modes & bit).length),
  places: places.length,
});

/** Junctions by the point they stand on; those of barriers and of nodes drawn one on another aside. */
async function compare(path: string, built: BuiltGraph, mode: RoadMode) {
  const { graph } = built;
  const nodes = await readNodeGraph({ name: path, open: () => createReadStream(path) }, mode);
  const byPoint = new Map<string, number[]>();
  for (const [id, point] of nodes.points) {
    const key = String(point);
    byPoint.set(key, [...(byPoint.get(key) ?? []), id]);
  }
  const nodeOf = Array.from(graph.junctionLons, (lon, junction) => {
    const [id, ...others] = byPoint.get(`${lon},${graph.junctionLats[junction]}`) ?? [];
    return id === undefined || others.length > 0 || nodes.blocked.has(id) ? null : id;
  });
  let [compared, reached, worstSeconds] = [0, 0, 0];
  for (let start = 3; start < graph.junctionCount; start += Math.ceil(graph.junctionCount / 12)) {
    const node = nodeOf[start] ?? null;
    if (node === null) continue;
    const expected = bruteSeconds(nodes, mode, node);
    for (const [junction, seconds] of secondsFrom(graph, mode, start).entries()) {
      const id = nodeOf[junction] ?? null;
      if (id === null) continue;
      compared += 1;
      const brute = expected.get(id) ?? Number.POSITIVE_INFINITY;
      if (Number.isFinite(brute)) reached += 1;
      worstSeconds = Math.max(worstSeconds, brute === seconds ? 0 : Math.abs(brute - seconds));
    }
  }
  return { compared, reached, worstSeconds };
}

describe.runIf(andorra)('the roads of Andorra', () => {
  let built: BuiltGraph;
  beforeAll(async () => {
    built = await build(andorra ?? '');
  });
  const placeOf = (name: string) => {
    const place = built.places.find((each) => each.name === name);
    if (place === undefined) throw new Error(`${name} is not among ${built.places.length} places`);
    return place.point;
  };

  test('are as many as the file says', () => {
    expect(summary(built)).toMatchInlineSnapshot(`
      {
        "asOf": "2013-05-28",
        "edges": 2414,
        "ferryCount": 0,
        "junctions": 1984,
        "kilometers": 849,
        "missingNodeCount": 0,
        "nodeCount": 38331,
        "onMainNetwork": [
          1564,
          1910,
          1539,
        ],
        "places": 67,
        "roadCount": 1601,
        "wayCount": 2725,
      }
    `);
    expect(checkGraph(built).every(({ passed }) => passed)).toBe(true);
    const [west = 0, south = 0, east = 0, north = 0] = graphBounds(built.graph) ?? [];
    expect([west > 1.3, south > 42.3, east < 1.9, north < 42.8]).toEqual([true, true, true, true]);
  });

  test.each([
    // Distances by road: 20 km and 6 km.
    ['Andorra la Vella', 'Soldeu', 'car', 18, 40],
    ['Andorra la Vella', 'Ordino', 'car', 7, 18],
    ['Ordino', 'Andorra la Vella', 'car', 7, 18],
    ['Andorra la Vella', 'Ordino', 'walk', 80, 150],
    ['Andorra la Vella', 'Ordino', 'cycle', 20, 60],
  ] as const)('lead from %s to %s by %s in a plausible time', (from, to, mode, least, most) => {
    const minutes = minutesBetween(built.graph, mode, placeOf(from), placeOf(to));
    expect(minutes).toBeGreaterThan(least);
    expect(minutes).toBeLessThan(most);
  });

  test.each(['walk', 'cycle', 'car'] as const)(
    'take as long by %s as node by node',
    async (mode) => {
      const { compared, reached, worstSeconds } = await compare(andorra ?? '', built, mode);
      expect([compared > 10_000, reached > 5_000]).toEqual([true, true]);
      expect(worstSeconds).toBeLessThan(2);
    },
  );

  test('come back from their bytes', () => {
    const bytes = encodeRoadGraph(built.graph);
    expect(decodeRoadGraph(bytes)).toEqual(built.graph);
    expect(bytes.byteLength).toBeLessThan(150_000);
  });
});

describe.runIf(monaco)('the roads of Monaco', () => {
  let built: BuiltGraph;
  beforeAll(async () => {
    built = await build(monaco ?? '');
  });

  test('are as many as the file says', () => {
    expect(summary(built)).toMatchInlineSnapshot(`
      {
        "asOf": "2016-03-05",
        "edges": 4864,
        "ferryCount": 1,
        "junctions": 3649,
        "kilometers": 501,
        "missingNodeCount": 0,
        "nodeCount": 25246,
        "onMainNetwork": [
          3480,
          3497,
          2405,
        ],
        "places": 31,
        "roadCount": 2856,
        "wayCount": 27377,
      }
    `);
    expect(checkGraph(built).every(({ passed }) => passed)).toBe(true);
  });

  test.each(['cycle', 'car'] as const)('take as long by %s as node by node', async (mode) => {
    const { compared, reached, worstSeconds } = await compare(monaco ?? '', built, mode);
    expect([compared > 10_000, reached > 5_000]).toEqual([true, true]);
    // Less than two seconds at each barrier on the way.
    expect(worstSeconds).toBeLessThan(10);
  });

  test('one walks up to La Turbie in more time than one drives', () => {
    const place = (name: string) =>
      built.places.find((each) => each.name === name)?.point ?? [Number.NaN, Number.NaN];
    const [from, to] = [place('Monte-Carlo'), place('La Turbie')] as const;
    const car = minutesBetween(built.graph, 'car', from, to);
    expect(car).toBeGreaterThan(5);
    expect(car).toBeLessThan(25);
    expect(minutesBetween(built.graph, 'walk', from, to)).toBeGreaterThan(2 * car);
  });
});
