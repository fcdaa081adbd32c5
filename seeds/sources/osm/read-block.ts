// What does a data block of an .osm.pbf hold: nodes by columns, ways one by one? Relations are left out.

import { PbfReader } from 'pbf';
import { AppError } from '#domain/error.ts';
import { type NodeColumns, readDenseNodes, readNode } from '#seeds/sources/osm/read-nodes.ts';
import { StringTable } from '#seeds/sources/osm/string-table.ts';

/** A way of the block; `keys` and `values` are numbers of its string table. */
export type OsmWay = {
  id: number;
  keys: readonly number[];
  values: readonly number[];
  /** Ids of its nodes, from its first to its last. The array is used again for the next way. */
  readRefs: () => readonly number[];
};

/** What a reader wants of a block; what it leaves out is skipped unread. */
export type BlockVisitor = {
  nodes?: (nodes: NodeColumns, strings: StringTable) => void;
  /** Called before its ways. */
  waysBegin?: (strings: StringTable) => void;
  way?: (way: OsmWay) => void;
};

export type BlockContent = { hasNodes: boolean; hasWays: boolean };

/** How numbers of the block become ten-millionths of a degree. */
export type Grid = { granularity: number; latOffset: number; lonOffset: number };

/** Throws `bad_import` when the bytes make no sense. */
export function readBlock(
  bytes: Uint8Array,
  visitor: BlockVisitor,
  where: { fileName: string; position: number },
): BlockContent {
  try {
    return visitBlock(new PbfReader(bytes), visitor);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'bad_import',
      `${where.fileName}, bloc n° ${where.position} : attendu des points et des voies d’OpenStreetMap, reçu des octets abîmés.`,
      { cause },
    );
  }
}

function visitBlock(pbf: PbfReader, visitor: BlockVisitor): BlockContent {
  let strings = new StringTable(new Uint8Array(0));
  const groups: { start: number; end: number }[] = [];
  const grid: Grid = { granularity: 100, latOffset: 0, lonOffset: 0 };
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) {
      strings = new StringTable(pbf.readBytes());
    } else if (field === 2) {
      const end = pbf.readVarint() + pbf.pos;
      groups.push({ start: pbf.pos, end });
      pbf.pos = end;
    } else if (field === 17) grid.granularity = pbf.readVarint(true);
    else if (field === 19) grid.latOffset = pbf.readVarint(true);
    else if (field === 20) grid.lonOffset = pbf.readVarint(true);
  }
  if (pbf.pos > pbf.length) throw new RangeError('The block ends in the middle of a field');
  const content: BlockContent = { hasNodes: false, hasWays: false };
  for (const group of groups) visitGroup(pbf, group, grid, strings, visitor, content);
  return content;
}

function visitGroup(
  pbf: PbfReader,
  { start, end }: { start: number; end: number },
  grid: Grid,
  strings: StringTable,
  visitor: BlockVisitor,
  content: BlockContent,
): void {
  pbf.pos = start;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1 || field === 2) {
      content.hasNodes = true;
      if (visitor.nodes === undefined) continue;
      const read = field === 1 ? readNode : readDenseNodes;
      visitor.nodes(read(pbf, pbf.readVarint() + pbf.pos, grid), strings);
    } else if (field === 3) {
      if (visitor.way === undefined) {
        content.hasWays = true;
        continue;
      }
      if (!content.hasWays) visitor.waysBegin?.(strings);
      content.hasWays = true;
      visitWay(pbf, pbf.readVarint() + pbf.pos, visitor.way);
    }
  }
}

const keys: number[] = [];
const values: number[] = [];
const refs: number[] = [];

function visitWay(pbf: PbfReader, end: number, visit: (way: OsmWay) => void): void {
  keys.length = 0;
  values.length = 0;
  let id = 0;
  let refsStart = -1;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readVarint();
    else if (field === 2) pbf.readPackedVarint(keys);
    else if (field === 3) pbf.readPackedVarint(values);
    else if (field === 8) {
      refsStart = pbf.pos;
      pbf.pos = pbf.readVarint() + pbf.pos;
    }
  }
  if (keys.length !== values.length) throw new RangeError(`Way ${id}: keys without values`);
  const readRefs = () => {
    refs.length = 0;
    if (refsStart === -1) return refs;
    pbf.pos = refsStart;
    const refsEnd = pbf.readVarint() + pbf.pos;
    let ref = 0;
    while (pbf.pos < refsEnd) {
      ref += pbf.readSVarint();
      refs.push(ref);
    }
    return refs;
  };
  visit({ id, keys, values, readRefs });
  pbf.pos = end;
}
