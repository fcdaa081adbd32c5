import { describe, expect, test } from 'vitest';
import { arcsOf } from '#domain/journey/road-arcs.ts';
import { decodeRoadGraph, encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { mainNetworks } from '#domain/journey/road-components.ts';
import {
  edgeLine,
  FERRY_FLAG,
  graphBounds,
  isOnMainNetwork,
  paceOf,
  type RoadGraph,
} from '#domain/journey/road-graph.ts';

/** Profiles 0 and 1: everybody, both ways. 2: cars one way, 3: the same road against them. */
const TWO_WAYS = 0;
const ONE_WAY = 2;
const KMH = [4.5, 15, 72, 4.5, 15, 72, 4.5, 15, 36, 4.5, 15, 0];

/** Junctions on a line, ten metres apart or so, and edges between them. */
function graphOf(
  junctionCount: number,
  edges: readonly (readonly [from: number, to: number, profile: number])[],
): RoadGraph {
  const graph = {
    asOf: '2026-11-01',
    junctionCount,
    edgeCount: edges.length,
    junctionLons: Int32Array.from({ length: junctionCount }, (_, j) => 1_000 * j),
    junctionLats: new Int32Array(junctionCount).fill(453_000_000),
    edgeFroms: Uint32Array.from(edges, ([from]) => from),
    edgeTos: Uint32Array.from(edges, ([, to]) => to),
    edgeMeters: Float32Array.from(edges, (_, edge) => 100 * (edge + 1)),
    edgeProfiles: Uint16Array.from(edges, ([, , profile]) => profile),
    shapeStarts: Uint32Array.from({ length: edges.length + 1 }, (_, edge) => edge),
    shapePoints: Int32Array.from({ length: 2 * edges.length }, (_, i) => 500 + i),
    profileKmh: Float32Array.from(KMH),
    profileFlags: Uint8Array.of(0, 0, FERRY_FLAG, FERRY_FLAG),
  };
  return { ...graph, junctionModes: mainNetworks(arcsOf(graph), graph) };
}

const SMALL = graphOf(4, [
  [0, 1, TWO_WAYS],
  [0, 2, ONE_WAY],
  [1, 1, TWO_WAYS],
]);

describe('arcs', () => {
  test('every edge leaves both of its ends, with its profile seen from there', () => {
    const { starts, tos, profiles, edges, meters } = arcsOf(SMALL);
    const from = (junction: number) =>
      [...tos.subarray(starts[junction], starts[junction + 1])].map((to, i) => {
        const arc = (starts[junction] ?? 0) + i;
        return { to, edge: edges[arc], profile: profiles[arc], meters: meters[arc] };
      });
    expect(from(0)).toEqual([
      { to: 1, edge: 0, profile: 0, meters: 100 },
      { to: 2, edge: 1, profile: 2, meters: 200 },
    ]);
    expect(from(2)).toEqual([{ to: 0, edge: 1, profile: 3, meters: 200 }]);
    expect(from(1).map(({ to, edge }) => [to, edge])).toEqual([
      [0, 0],
      [1, 2],
      [1, 2],
    ]);
    expect(from(3)).toEqual([]);
  });

  test('the pace of a closed direction is infinite', () => {
    expect([...paceOf(SMALL, 'car')]).toEqual([0.05, 0.05, 0.1, Number.POSITIVE_INFINITY]);
    expect(paceOf(SMALL, 'walk')[3]).toBeCloseTo(0.8);
  });
});

describe('the main network', () => {
  const modesAt = (graph: RoadGraph) => [...graph.junctionModes];

  test('leaves out, for cars only, a street one can enter and not leave', () => {
    expect(modesAt(SMALL)).toEqual([7, 7, 3, 0]);
    expect(isOnMainNetwork(SMALL, 2, 'car')).toBe(false);
    expect(isOnMainNetwork(SMALL, 2, 'walk')).toBe(true);
  });

  test('holds a ring of one-way streets', () => {
    const ring = graphOf(4, [
      [0, 1, ONE_WAY],
      [1, 2, ONE_WAY],
      [2, 3, ONE_WAY],
      [3, 0, ONE_WAY],
    ]);
    expect(modesAt(ring)).toEqual([7, 7, 7, 7]);
  });

  test('is the largest of several', () => {
    const apart = graphOf(5, [
      [0, 1, TWO_WAYS],
      [2, 3, TWO_WAYS],
      [3, 4, TWO_WAYS],
    ]);
    expect(modesAt(apart)).toEqual([0, 0, 7, 7, 7]);
  });

  test('is nowhere when no two junctions are joined', () => {
    expect(modesAt(graphOf(2, []))).toEqual([0, 0]);
  });

  test('is found along a road of half a million junctions', () => {
    const count = 500_000;
    const long = graphOf(
      count,
      Array.from({ length: count - 1 }, (_, j) => [j, j + 1, TWO_WAYS] as const),
    );
    expect(long.junctionModes.every((modes) => modes === 7)).toBe(true);
  });
});

describe('bytes', () => {
  test('come back as they went, as views on the bytes given', () => {
    const bytes = encodeRoadGraph(SMALL);
    const decoded = decodeRoadGraph(bytes);
    expect(decoded).toEqual(SMALL);
    expect(decoded.junctionLons.buffer).toBe(bytes);
    expect(edgeLine(decoded, 0)).toHaveLength(3);
    expect(graphBounds(decoded)).toEqual([0, 45.3, 0.0003, 45.3]);
  });

  test('come back from memory shared by threads', () => {
    const bytes = encodeRoadGraph(SMALL);
    const shared = new SharedArrayBuffer(bytes.byteLength);
    new Uint8Array(shared).set(new Uint8Array(bytes));
    expect(decodeRoadGraph(shared).edgeTos).toEqual(SMALL.edgeTos);
  });

  test('hold a graph without a date, or without anything', () => {
    const empty = { ...graphOf(0, []), asOf: null };
    expect(decodeRoadGraph(encodeRoadGraph(empty))).toEqual(empty);
    expect(graphBounds(empty)).toBeNull();
  });

  test('one bit changed anywhere is known', () => {
    const bytes = new Uint8Array(encodeRoadGraph(SMALL));
    for (let index = 0; index < bytes.length; index++) {
      const damaged = bytes.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 0x40;
      expect(() => decodeRoadGraph(damaged.buffer), `byte ${index}`).toThrow(/Graphe routier/);
    }
  });

  test('cut short, too long or of something else are refused with what came', () => {
    const bytes = encodeRoadGraph(SMALL);
    expect(() => decodeRoadGraph(new ArrayBuffer(10))).toThrow('reçu 10 octets');
    expect(() => decodeRoadGraph(bytes.slice(0, bytes.byteLength - 4))).toThrow(
      `attendu ${bytes.byteLength} octets, reçu ${bytes.byteLength - 4} octets`,
    );
    expect(() => decodeRoadGraph(new ArrayBuffer(128))).toThrow('reçu 0x00000000');
  });

  test('that point to no junction are refused even with a good checksum', () => {
    const wrong = { ...SMALL, edgeTos: Uint32Array.of(1, 2, 9) };
    expect(() => decodeRoadGraph(encodeRoadGraph(wrong))).toThrow('la route n° 2');
  });
});
