// How is a road graph kept as bytes, and how is it known that none of them changed?
//
// A header of 64 bytes, then each array after the other, widest numbers first, all little-endian:
// reading it makes views, not copies.

import { AppError } from '#domain/error.ts';
import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { ROAD_MODES } from '#domain/journey/road-mode.ts';

/** « VRG » and the version of the layout. */
const MAGIC = 0x0147_5256;
const HEADER_BYTES = 64;
const AS_OF_OFFSET = 24;
const AS_OF_BYTES = 10;

type Counts = { junctions: number; edges: number; shapePoints: number; profiles: number };

type Layout = Pick<
  RoadGraph,
  | 'junctionLons'
  | 'junctionLats'
  | 'edgeFroms'
  | 'edgeTos'
  | 'edgeMeters'
  | 'shapeStarts'
  | 'shapePoints'
  | 'profileKmh'
  | 'edgeProfiles'
  | 'profileFlags'
  | 'junctionModes'
>;

function bytesOf({ junctions, edges, shapePoints, profiles }: Counts): number {
  const words = 2 * junctions + 3 * edges + (edges + 1) + 2 * shapePoints;
  const bytes = 4 * (words + ROAD_MODES.length * profiles) + 2 * edges + profiles + junctions;
  return HEADER_BYTES + 4 * Math.ceil(bytes / 4);
}

function layOut(buffer: ArrayBufferLike, counts: Counts): Layout {
  const { junctions, edges, shapePoints, profiles } = counts;
  let offset = HEADER_BYTES;
  const take = (bytes: number) => {
    offset += bytes;
    return offset - bytes;
  };
  return {
    junctionLons: new Int32Array(buffer, take(4 * junctions), junctions),
    junctionLats: new Int32Array(buffer, take(4 * junctions), junctions),
    edgeFroms: new Uint32Array(buffer, take(4 * edges), edges),
    edgeTos: new Uint32Array(buffer, take(4 * edges), edges),
    edgeMeters: new Float32Array(buffer, take(4 * edges), edges),
    shapeStarts: new Uint32Array(buffer, take(4 * (edges + 1)), edges + 1),
    shapePoints: new Int32Array(buffer, take(8 * shapePoints), 2 * shapePoints),
    profileKmh: new Float32Array(
      buffer,
      take(4 * ROAD_MODES.length * profiles),
      ROAD_MODES.length * profiles,
    ),
    edgeProfiles: new Uint16Array(buffer, take(2 * edges), edges),
    profileFlags: new Uint8Array(buffer, take(profiles), profiles),
    junctionModes: new Uint8Array(buffer, take(junctions), junctions),
  };
}

export function encodeRoadGraph(graph: RoadGraph): ArrayBuffer {
  const counts: Counts = {
    junctions: graph.junctionCount,
    edges: graph.edgeCount,
    shapePoints: graph.shapePoints.length / 2,
    profiles: graph.profileFlags.length,
  };
  const buffer = new ArrayBuffer(bytesOf(counts));
  const layout = layOut(buffer, counts);
  for (const [name, array] of Object.entries(layout)) {
    array.set(graph[name as keyof Layout]);
  }
  const header = new DataView(buffer, 0, HEADER_BYTES);
  header.setUint32(0, MAGIC, true);
  header.setUint32(8, counts.junctions, true);
  header.setUint32(12, counts.edges, true);
  header.setUint32(16, counts.shapePoints, true);
  header.setUint32(20, counts.profiles, true);
  for (const [index, letter] of [...(graph.asOf ?? '').slice(0, AS_OF_BYTES)].entries()) {
    header.setUint8(AS_OF_OFFSET + index, letter.charCodeAt(0));
  }
  header.setUint32(4, checksum(buffer), true);
  return buffer;
}

/** Views on the bytes given; throws `unavailable` when they are not, or no longer, a road graph. */
export function decodeRoadGraph(buffer: ArrayBufferLike): RoadGraph {
  if (buffer.byteLength < HEADER_BYTES) {
    throw refusal(`au moins ${HEADER_BYTES} octets`, `${buffer.byteLength} octets`);
  }
  const header = new DataView(buffer, 0, HEADER_BYTES);
  const magic = header.getUint32(0, true);
  if (magic !== MAGIC) throw refusal(`la marque ${hex(MAGIC)}`, hex(magic));
  const counts: Counts = {
    junctions: header.getUint32(8, true),
    edges: header.getUint32(12, true),
    shapePoints: header.getUint32(16, true),
    profiles: header.getUint32(20, true),
  };
  const expected = bytesOf(counts);
  if (buffer.byteLength !== expected) {
    throw refusal(`${expected} octets`, `${buffer.byteLength} octets`);
  }
  const [kept, found] = [header.getUint32(4, true), checksum(buffer)];
  if (kept !== found) throw refusal(`la somme de contrôle ${hex(kept)}`, hex(found));
  let asOf = '';
  for (let index = 0; index < AS_OF_BYTES; index++) {
    const letter = header.getUint8(AS_OF_OFFSET + index);
    if (letter !== 0) asOf += String.fromCharCode(letter);
  }
  const graph = {
    asOf: asOf === '' ? null : asOf,
    junctionCount: counts.junctions,
    edgeCount: counts.edges,
    ...layOut(buffer, counts),
  };
  checkReferences(graph);
  return graph;
}

/** A sound checksum on numbers that point nowhere: written by a builder gone wrong. */
function checkReferences(graph: RoadGraph): void {
  const { edgeFroms, edgeTos, edgeProfiles, shapeStarts, junctionCount } = graph;
  const profileCount = graph.profileFlags.length;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const isSound =
      (edgeFroms[edge] ?? 0) < junctionCount &&
      (edgeTos[edge] ?? 0) < junctionCount &&
      (edgeProfiles[edge] ?? 0) < profileCount &&
      (shapeStarts[edge] ?? 0) <= (shapeStarts[edge + 1] ?? 0);
    if (!isSound) throw refusal('des routes entre deux carrefours', `la route n° ${edge}`);
  }
  const pointCount = graph.shapePoints.length / 2;
  if (shapeStarts[graph.edgeCount] !== pointCount || profileCount % 2 !== 0) {
    throw refusal(`${pointCount} points de tracé`, `${shapeStarts[graph.edgeCount]}`);
  }
}

/** Every word but its own: FNV-1a by words of 32 bits, with a fold so that high bits count too. */
function checksum(buffer: ArrayBufferLike): number {
  const words = new Uint32Array(buffer);
  let hash = 0x811c_9dc5;
  for (let index = 0; index < words.length; index++) {
    if (index === 1) continue;
    hash = Math.imul(hash ^ (words[index] ?? 0), 0x0100_0193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;

function refusal(expected: string, received: string): AppError {
  return new AppError(
    'unavailable',
    `Graphe routier illisible : attendu ${expected}, reçu ${received}. Refaites l’import osm.`,
  );
}
