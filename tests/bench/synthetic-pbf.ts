// An .osm.pbf about the size of Corsica's, made of nothing: a mesh of winding roads, and houses.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import {
  blobOf,
  dataBlock,
  headerBlock,
  type OsmBlock,
  type OsmNode,
  type OsmWay,
  type Tags,
} from '#tests/seeds/osm-pbf.ts';

/** A mesh of so many crossings a side, joined by roads of so many inner nodes; houses of five. */
const SIDE = 270;
const NODES_A_ROAD = 15;
const HOUSES = 205_000;
const NODES_A_HOUSE = 6;
const NODES_A_BLOCK = 8_000;
const WAYS_A_BLOCK = 8_000;
const DEGREES = 1.2;

export type SyntheticSize = { nodeCount: number; wayCount: number; byteCount: number };

/** The same bytes every time. */
export async function writeSyntheticPbf(path: string): Promise<SyntheticSize> {
  const file = createWriteStream(path);
  const size: SyntheticSize = { nodeCount: 0, wayCount: 0, byteCount: 0 };
  const write = async (type: string, content: Uint8Array) => {
    const bytes = blobOf(type, content);
    size.byteCount += bytes.length;
    if (!file.write(bytes)) await once(file, 'drain');
  };
  await write('OSMHeader', headerBlock({ editedOn: '2026-11-20T00:00:00Z' }));
  for (const nodes of inBlocks(listNodes(), NODES_A_BLOCK)) {
    size.nodeCount += nodes.length;
    await write('OSMData', dataBlock({ nodes }));
  }
  for (const ways of inBlocks(listWays(), WAYS_A_BLOCK)) {
    size.wayCount += ways.length;
    const block: OsmBlock = { ways };
    await write('OSMData', dataBlock(block));
  }
  file.end();
  await finished(file);
  return size;
}

const step = DEGREES / SIDE;
const crossingId = (x: number, y: number): number => 1 + y * SIDE + x;
const ROAD_IDS = SIDE * SIDE + 1;
const ROADS = 2 * SIDE * (SIDE - 1);
const HOUSE_IDS = ROAD_IDS + ROADS * NODES_A_ROAD;

/** Between 0 and 1, always the same for the same number. */
function chance(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b_3c6d);
  return ((Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39) ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

const pointOf = (x: number, y: number): [lon: number, lat: number] => [
  8.6 + step * (x + 0.6 * chance(crossingId(x, y))),
  41.4 + step * (y + 0.6 * chance(-crossingId(x, y))),
];

/** Roads to the east, then to the north, of each crossing. */
function* listRoads(): Generator<{ road: number; from: [number, number]; to: [number, number] }> {
  let road = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (x + 1 < SIDE) yield { road: road++, from: [x, y], to: [x + 1, y] };
      if (y + 1 < SIDE) yield { road: road++, from: [x, y], to: [x, y + 1] };
    }
  }
}

function* listNodes(): Generator<OsmNode> {
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const [lon, lat] = pointOf(x, y);
      const isStop = chance(7 * crossingId(x, y)) < 0.1;
      yield { id: crossingId(x, y), lon, lat, ...(isStop ? { tags: { highway: 'stop' } } : {}) };
    }
  }
  for (const { road, from, to } of listRoads()) {
    const [[fromLon, fromLat], [toLon, toLat]] = [pointOf(...from), pointOf(...to)];
    for (let i = 0; i < NODES_A_ROAD; i++) {
      const along = (i + 1) / (NODES_A_ROAD + 1);
      const aside = 0.15 * step * Math.sin(along * Math.PI * 3) * chance(road);
      const isBarred = i === 7 && chance(31 * road) < 0.02;
      yield {
        id: ROAD_IDS + road * NODES_A_ROAD + i,
        lon: fromLon + along * (toLon - fromLon) + aside,
        lat: fromLat + along * (toLat - fromLat) + aside,
        ...(isBarred ? { tags: { barrier: chance(road) < 0.5 ? 'gate' : 'bollard' } } : {}),
      };
    }
  }
  for (let house = 0; house < HOUSES; house++) {
    const [lon, lat] = [8.6 + DEGREES * chance(house), 41.4 + DEGREES * chance(house + HOUSES)];
    for (let i = 0; i < NODES_A_HOUSE; i++) {
      const id = HOUSE_IDS + house * NODES_A_HOUSE + i;
      yield { id, lon: lon + 0.0001 * (i % 3), lat: lat + 0.0001 * (i >> 1) };
    }
  }
}

const CLASSES = [
  'residential',
  'unclassified',
  'service',
  'track',
  'path',
  'tertiary',
  'secondary',
];

function tagsOf(road: number): Tags {
  const isMain = chance(3 * road) < 0.3;
  const highway = isMain ? 'tertiary' : CLASSES[Math.floor(7 * chance(5 * road))];
  return {
    highway: highway ?? 'residential',
    name: `Chemin ${Math.floor(road / 3)}`,
    ...(chance(11 * road) < 0.05 ? { oneway: 'yes' } : {}),
    ...(chance(13 * road) < 0.2 ? { maxspeed: '50' } : {}),
    ...(chance(17 * road) < 0.2 ? { surface: 'asphalt' } : {}),
  };
}

function* listWays(): Generator<OsmWay> {
  for (const { road, from, to } of listRoads()) {
    const inner = Array.from(
      { length: NODES_A_ROAD },
      (_, i) => ROAD_IDS + road * NODES_A_ROAD + i,
    );
    const nodes = [crossingId(...from), ...inner, crossingId(...to)];
    yield { id: road + 1, nodes, tags: tagsOf(road) };
  }
  for (let house = 0; house < HOUSES; house++) {
    const first = HOUSE_IDS + house * NODES_A_HOUSE;
    const nodes = [0, 1, 2, 3, 4, 5, 0].map((i) => first + i);
    yield { id: ROADS + house + 1, nodes, tags: { building: 'yes', source: 'cadastre' } };
  }
}

function* inBlocks<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let block: T[] = [];
  for (const each of all) {
    block.push(each);
    if (block.length === size) {
      yield block;
      block = [];
    }
  }
  if (block.length > 0) yield block;
}
