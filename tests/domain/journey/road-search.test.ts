import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRoadGraph, encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import type { RoadRows } from '#domain/journey/road-rows.ts';
import { createRoadSearch } from '#domain/journey/road-search.ts';
import { drawGraph, KINDS } from '#tests/domain/journey/road-brute-force.ts';

type Arc = { from: number; to: number; seconds: number };

function rowsOf(nodeCount: number, arcs: readonly Arc[]): RoadRows {
  const sorted = arcs.toSorted((a, b) => a.from - b.from);
  const starts = Array.from(
    { length: nodeCount + 1 },
    (_, node) => sorted.filter(({ from }) => from < node).length,
  );
  return {
    starts: Uint32Array.from(starts),
    tos: Uint32Array.from(sorted, ({ to }) => to),
    seconds: Float32Array.from(sorted, ({ seconds }) => seconds),
    meters: Float32Array.from(sorted, ({ seconds }) => 10 * seconds),
  };
}

/** Every arc tried again and again until nothing gets quicker. */
function bruteSeconds(nodeCount: number, arcs: readonly Arc[], seeds: readonly [number, number][]) {
  const known = new Array<number>(nodeCount).fill(Number.POSITIVE_INFINITY);
  for (const [node, seconds] of seeds) known[node] = Math.min(known[node] ?? 0, seconds);
  for (let hasImproved = true; hasImproved; ) {
    hasImproved = false;
    for (const { from, to, seconds } of arcs) {
      const arrival = (known[from] ?? 0) + Math.fround(seconds);
      if (arrival >= (known[to] ?? 0)) continue;
      known[to] = arrival;
      hasImproved = true;
    }
  }
  return known;
}

const NODES = 25;
const node = fc.nat({ max: NODES - 1 });
/** Lanes of a second beside ferries of a day. */
const seconds = fc.oneof(
  fc.double({ min: 0, max: 30, noNaN: true }),
  fc.double({ min: 0, max: 90_000, noNaN: true }),
  fc.constant(0),
);
const someArcs = fc.array(fc.record({ from: node, to: node, seconds }), { maxLength: 90 });
const someSeeds = fc.array(fc.tuple(node, fc.double({ min: 0, max: 500, noNaN: true })), {
  minLength: 1,
  maxLength: 3,
});

describe('a search of the roads', () => {
  test('finds what trying every road finds, one search after the other', () => {
    fc.assert(
      fc.property(someArcs, fc.array(someSeeds, { minLength: 1, maxLength: 4 }), (arcs, all) => {
        const search = createRoadSearch(rowsOf(NODES, arcs), 500);
        for (const seeds of all) {
          search.begin(seeds.map(([each, first]) => [each, first, 0] as const));
          search.grow(() => false, Number.POSITIVE_INFINITY);
          const found = Array.from({ length: NODES }, (_, each) => search.secondsTo(each));
          expect(found).toEqual(bruteSeconds(NODES, arcs, seeds));
        }
      }),
      { seed: 20_261_128, numRuns: 500 },
    );
  });

  test('knows for good what lies within what it says it knows, and goes on from there', () => {
    fc.assert(
      fc.property(someArcs, node, fc.array(fc.nat({ max: 2_000 })), (arcs, start, limits) => {
        const search = createRoadSearch(rowsOf(NODES, arcs));
        const expected = bruteSeconds(NODES, arcs, [[start, 0]]);
        search.begin([[start, 0, 0]]);
        for (const limit of limits.toSorted((a, b) => a - b)) {
          let known = 0;
          search.grow((knownSeconds) => {
            known = knownSeconds;
            return knownSeconds >= limit / 2;
          }, limit);
          for (const [each, exact] of expected.entries()) {
            if (exact < known) expect(search.secondsTo(each)).toBe(exact);
            else expect(search.secondsTo(each)).toBeGreaterThanOrEqual(exact);
          }
        }
        search.grow(() => false, Number.POSITIVE_INFINITY);
        for (const [each, exact] of expected.entries()) {
          expect(search.secondsTo(each)).toBe(exact);
        }
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });

  test('counts the metres of the quickest way, not of the shortest', () => {
    const rows = rowsOf(3, [
      { from: 0, to: 1, seconds: 10 },
      { from: 1, to: 2, seconds: 10 },
      { from: 0, to: 2, seconds: 30 },
    ]);
    const search = createRoadSearch({ ...rows, meters: Float32Array.of(500, 100, 500) });
    search.begin([[0, 0, 7]]);
    search.grow(() => false, 1_000);
    expect([search.secondsTo(2), search.metersTo(2)]).toEqual([20, 1_007]);
  });

  test('says nothing of what it was not asked', () => {
    const search = createRoadSearch(rowsOf(2, []));
    expect(search.secondsTo(0)).toBe(Number.POSITIVE_INFINITY);
    search.begin([]);
    search.grow(() => false, 1_000);
    expect(search.metersTo(1)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('a network is shared by threads, none of its numbers copied', () => {
  const bytes = encodeRoadGraph(
    drawGraph(
      [
        [400_000, 452_700_000],
        [410_000, 452_700_000],
        [420_000, 452_700_000],
      ],
      [
        { from: 0, to: 1, kind: KINDS.street, meters: 80 },
        { from: 1, to: 2, kind: KINDS.private, meters: 80, bends: [[415_000, 452_700_100]] },
      ],
    ),
  );
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(new Uint8Array(bytes));
  const arrays: ArrayBufferView[] = [];
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) arrays.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(buildRoadNetwork(decodeRoadGraph(shared)));
  expect(arrays.length).toBeGreaterThan(45);
  expect(arrays.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([]);
});
