// Roads of nowhere, as many as those of Porto in OpenStreetMap: 63,000 junctions, 146,000 directed roads.
// A mesh that lost most of its roads but none of its junctions: dead ends, detours, one-way streets.

import { arcsOf } from '#domain/journey/road-arcs.ts';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { mainNetworks } from '#domain/journey/road-components.ts';
import { UNITS_PER_DEGREE } from '#domain/journey/road-graph.ts';

/** Two directed profiles a kind of road: walk, cycle, car in km/h. */
const KINDS = [
  [26, 26],
  [37.5, 37.5],
  [62, 62],
  [16, 16],
  [37.5, 0],
];
const ONE_WAY = 4;
const STEP_METERS = 130;
const METERS_PER_DEGREE = 111_195;
const SOUTH = 45.2;
const WEST = 0.1;
/** Roads beyond those that join every junction to the others. */
const EXTRA_SHARE = 0.205;
const ONE_WAY_SHARE = 0.4;

/** The same bytes every time: for `decodeRoadGraph`. */
export function meshRoads(side: number): SharedArrayBuffer {
  const chance = randomFrom(side);
  const joined = joinedSets(side * side);
  const roads: { from: number; to: number; order: number }[] = [];
  for (let junction = 0; junction < side * side; junction++) {
    if ((junction + 1) % side !== 0) {
      roads.push({ from: junction, to: junction + 1, order: chance() });
    }
    if (junction + side < side * side) {
      roads.push({ from: junction, to: junction + side, order: chance() });
    }
  }
  const edges: { from: number; to: number; kind: number }[] = [];
  let extras = Math.round(EXTRA_SHARE * side * side);
  for (const { from, to } of roads.sort((a, b) => a.order - b.order)) {
    const isNeeded = joined.join(from, to);
    if (!isNeeded && extras === 0) continue;
    if (!isNeeded) extras -= 1;
    const isOneWay = !isNeeded && chance() < ONE_WAY_SHARE;
    edges.push({ from, to, kind: isOneWay ? ONE_WAY : Math.floor(chance() * ONE_WAY) });
  }
  edges.sort((a, b) => a.from - b.from || a.to - b.to);

  const degrees = STEP_METERS / METERS_PER_DEGREE;
  const shrink = Math.cos((SOUTH * Math.PI) / 180);
  const at = (first: number, steps: number) =>
    Math.round((first + degrees * (steps + 0.5 * chance())) * UNITS_PER_DEGREE);
  const graph = {
    asOf: '2026-11-01',
    junctionCount: side * side,
    edgeCount: edges.length,
    junctionLons: Int32Array.from({ length: side * side }, (_, j) => at(WEST, (j % side) / shrink)),
    junctionLats: Int32Array.from({ length: side * side }, (_, j) =>
      at(SOUTH, Math.floor(j / side)),
    ),
    edgeFroms: Uint32Array.from(edges, ({ from }) => from),
    edgeTos: Uint32Array.from(edges, ({ to }) => to),
    edgeMeters: Float32Array.from(edges, () => STEP_METERS * (0.7 + chance())),
    edgeProfiles: Uint16Array.from(edges, ({ kind }) => 2 * kind),
    shapeStarts: new Uint32Array(edges.length + 1),
    shapePoints: new Int32Array(0),
    profileKmh: Float32Array.from(
      KINDS.flatMap(([there = 0, back = 0]) => [4.5, 15, there, 4.5, 15, back]),
    ),
    profileFlags: new Uint8Array(2 * KINDS.length),
  };
  const bytes = encodeRoadGraph({ ...graph, junctionModes: mainNetworks(arcsOf(graph), graph) });
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(new Uint8Array(bytes));
  return shared;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

function joinedSets(count: number): { join: (a: number, b: number) => boolean } {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) {
      const above = parents[root] ?? 0;
      parents[root] = parents[above] ?? 0;
      root = above;
    }
    return root;
  };
  return {
    /** True when they were apart. */
    join(a, b) {
      const [rootA, rootB] = [rootOf(a), rootOf(b)];
      parents[rootA] = rootB;
      return rootA !== rootB;
    },
  };
}
