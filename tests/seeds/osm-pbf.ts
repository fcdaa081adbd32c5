// Writes .osm.pbf files for tests and benches: nodes, ways, any packing, and faults on demand.

import { deflateSync, zstdCompressSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

export type Tags = Readonly<Record<string, string>>;
export type OsmNode = { id: number; lon: number; lat: number; tags?: Tags };
export type OsmWay = { id: number; nodes: readonly number[]; tags: Tags };
export type OsmBlock = { nodes?: readonly OsmNode[]; ways?: readonly OsmWay[]; isPlain?: boolean };

export type Packing = 'raw' | 'zlib' | 'zstd' | 'lz4';
type HeaderSays = { required?: string[]; optional?: string[]; editedOn?: string };

export function pbfOf(
  blocks: readonly OsmBlock[],
  options: HeaderSays & { packing?: Packing } = {},
): Buffer {
  const packing = options.packing ?? 'zlib';
  return Buffer.concat([
    blobOf('OSMHeader', headerBlock(options), packing),
    ...blocks.map((block) => blobOf('OSMData', dataBlock(block), packing)),
  ]);
}

/** `saidBytes`: the size announced once unpacked, when it should not be the true one. */
export function blobOf(
  type: string,
  content: Uint8Array,
  packing: Packing = 'zlib',
  saidBytes = content.length,
): Buffer {
  const blob = new PbfWriter();
  if (packing === 'raw') blob.writeBytesField(1, content);
  else {
    blob.writeVarintField(2, saidBytes);
    if (packing === 'zlib') blob.writeBytesField(3, deflateSync(content, { level: 1 }));
    if (packing === 'zstd') blob.writeBytesField(7, zstdCompressSync(content));
    if (packing === 'lz4') blob.writeBytesField(6, content);
  }
  return frame(type, blob.finish());
}

/** A blob as it stands in the file: size of its header, header, content. */
export function frame(type: string, content: Uint8Array, saidBytes = content.length): Buffer {
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, saidBytes);
  const headerBytes = header.finish();
  const size = Buffer.alloc(4);
  size.writeUInt32BE(headerBytes.length);
  return Buffer.concat([size, headerBytes, content]);
}

export function headerBlock({ required, optional, editedOn }: HeaderSays = {}): Uint8Array {
  const block = new PbfWriter();
  for (const feature of required ?? ['OsmSchema-V0.6', 'DenseNodes']) {
    block.writeStringField(4, feature);
  }
  for (const feature of optional ?? []) block.writeStringField(5, feature);
  block.writeStringField(16, 'tests');
  if (editedOn !== undefined) block.writeVarintField(32, Date.parse(editedOn) / 1000);
  return block.finish();
}

export function dataBlock({ nodes = [], ways = [], isPlain = false }: OsmBlock): Uint8Array {
  const texts = new Map<string, number>([['', 0]]);
  const number = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const group = new PbfWriter();
  if (isPlain) {
    for (const node of nodes) group.writeMessage(1, (_, pbf) => writeNode(node, number, pbf), null);
  } else if (nodes.length > 0) {
    group.writeMessage(2, (_, pbf) => writeDense(nodes, number, pbf), null);
  }
  for (const way of ways) group.writeMessage(3, (_, pbf) => writeWay(way, number, pbf), null);
  const groupBytes = group.finish();
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, pbf) => {
      for (const text of texts.keys()) pbf.writeBytesField(1, Buffer.from(text));
    },
    null,
  );
  block.writeBytesField(2, groupBytes);
  return block.finish();
}

type NumberOf = (text: string) => number;

const units = (degrees: number): number => Math.round(degrees * 1e7);

function writeNode({ id, lon, lat, tags = {} }: OsmNode, number: NumberOf, pbf: PbfWriter): void {
  pbf.writeSVarintField(1, id);
  pbf.writePackedVarint(2, Object.keys(tags).map(number));
  pbf.writePackedVarint(3, Object.values(tags).map(number));
  pbf.writeSVarintField(8, units(lat));
  pbf.writeSVarintField(9, units(lon));
}

function writeDense(nodes: readonly OsmNode[], number: NumberOf, pbf: PbfWriter): void {
  pbf.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
  pbf.writePackedSVarint(8, deltas(nodes.map(({ lat }) => units(lat))));
  pbf.writePackedSVarint(9, deltas(nodes.map(({ lon }) => units(lon))));
  if (nodes.some(({ tags }) => tags !== undefined)) {
    const pairs = nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(number), 0]);
    pbf.writePackedVarint(10, pairs);
  }
}

function writeWay({ id, nodes, tags }: OsmWay, number: NumberOf, pbf: PbfWriter): void {
  pbf.writeVarintField(1, id);
  pbf.writePackedVarint(2, Object.keys(tags).map(number));
  pbf.writePackedVarint(3, Object.values(tags).map(number));
  pbf.writePackedSVarint(8, deltas(nodes));
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}
