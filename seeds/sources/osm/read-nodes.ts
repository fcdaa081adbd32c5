// The nodes of a block by columns: no object a node, there are tens of millions of them.

import type { PbfReader } from 'pbf';
import type { Grid } from '#seeds/sources/osm/read-block.ts';

export type NodeColumns = {
  count: number;
  ids: Float64Array;
  /** Ten-millionths of a degree. */
  lons: Int32Array;
  lats: Int32Array;
  /** Tags of node i: key, value, key, value … from `tagStarts[i]` to `tagStarts[i + 1]` excluded. */
  tagStarts: Uint32Array;
  tags: Uint32Array;
};

const NO_BYTES = { start: 0, end: 0 };

export function readDenseNodes(pbf: PbfReader, end: number, grid: Grid): NodeColumns {
  const spans = [NO_BYTES, NO_BYTES, NO_BYTES, NO_BYTES];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    const column = COLUMN_FIELDS.indexOf(field);
    if (column === -1) continue;
    const columnEnd = pbf.readVarint() + pbf.pos;
    spans[column] = { start: pbf.pos, end: columnEnd };
    pbf.pos = columnEnd;
  }
  const [idSpan = NO_BYTES, latSpan = NO_BYTES, lonSpan = NO_BYTES, tagSpan = NO_BYTES] = spans;
  const count = countVarints(pbf, idSpan);
  if (countVarints(pbf, latSpan) !== count || countVarints(pbf, lonSpan) !== count) {
    throw new RangeError('As many longitudes and latitudes as nodes were expected');
  }
  const ids = new Float64Array(count);
  const lats = new Int32Array(count);
  const lons = new Int32Array(count);
  readDeltas(pbf, idSpan, (index, id) => {
    ids[index] = id;
  });
  readDeltas(pbf, latSpan, (index, lat) => {
    lats[index] = toUnits(lat, grid.latOffset, grid.granularity);
  });
  readDeltas(pbf, lonSpan, (index, lon) => {
    lons[index] = toUnits(lon, grid.lonOffset, grid.granularity);
  });
  pbf.pos = end;
  const columns = { count, ids, lons, lats, ...readDenseTags(pbf, tagSpan, count) };
  pbf.pos = end;
  return columns;
}

/** A node written alone: the plain form, rare in published files. */
export function readNode(pbf: PbfReader, end: number, grid: Grid): NodeColumns {
  const keys: number[] = [];
  const values: number[] = [];
  let [id, lat, lon] = [0, 0, 0];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(keys);
    else if (field === 3) pbf.readPackedVarint(values);
    else if (field === 8) lat = pbf.readSVarint();
    else if (field === 9) lon = pbf.readSVarint();
  }
  if (keys.length !== values.length) throw new RangeError(`Node ${id}: keys without values`);
  return {
    count: 1,
    ids: Float64Array.of(id),
    lons: Int32Array.of(toUnits(lon, grid.lonOffset, grid.granularity)),
    lats: Int32Array.of(toUnits(lat, grid.latOffset, grid.granularity)),
    tagStarts: Uint32Array.of(0, 2 * keys.length),
    tags: Uint32Array.from(keys.flatMap((key, index) => [key, values[index] ?? 0])),
  };
}

type Span = { start: number; end: number };

/** Of ids, lat, lon and keys_vals in DenseNodes. */
const COLUMN_FIELDS = [1, 8, 9, 10];

/** The file counts in billionths of a degree: offset + granularity × number. */
function toUnits(number: number, offset: number, granularity: number): number {
  return Math.round((offset + granularity * number) / 100);
}

/** Each number is a run of bytes whose last has its high bit off. */
function countVarints({ buf }: PbfReader, { start, end }: Span): number {
  if (end > buf.length) throw new RangeError('The block ends in the middle of its nodes');
  let count = 0;
  for (let i = start; i < end; i++) if ((buf[i] ?? 0) < 0x80) count += 1;
  return count;
}

function readDeltas(
  pbf: PbfReader,
  { start, end }: Span,
  keep: (index: number, value: number) => void,
): void {
  pbf.pos = start;
  let value = 0;
  for (let index = 0; pbf.pos < end; index++) {
    value += pbf.readSVarint();
    keep(index, value);
  }
}

/** Key, value, key, value, 0 for each node; nothing at all when no node of the block has tags. */
function readDenseTags(
  pbf: PbfReader,
  span: Span,
  count: number,
): Pick<NodeColumns, 'tagStarts' | 'tags'> {
  const tagStarts = new Uint32Array(count + 1);
  const tags = new Uint32Array(countVarints(pbf, span));
  pbf.pos = span.start;
  let tagCount = 0;
  for (let index = 0; index < count && pbf.pos < span.end; index++) {
    let key = pbf.readVarint();
    while (key !== 0) {
      tags[tagCount++] = key;
      tags[tagCount++] = pbf.readVarint();
      if (pbf.pos >= span.end) throw new RangeError('Tags of a node that do not end');
      key = pbf.readVarint();
    }
    tagStarts[index + 1] = tagCount;
  }
  return { tagStarts, tags };
}
