// How is a tile written? Mapbox Vector Tile 2.1, one layer `entries` of points.
// A single point: id, name, category, demonstration. A cluster: count, category when all share one,
// and `ids` (separated by spaces) and `names` (one a line, same order) when small and seen close.

import { PbfWriter } from 'pbf';
import { CATEGORIES } from '#domain/directory/directory.ts';
import { TILE_EXTENT, type TileMark } from './cluster-tile.ts';
import { DEMONSTRATION_BIT, idAt, idBytes, nameBytes, type TileColumns } from './tile-columns.ts';

export const TILE_LAYER = 'entries';

const KEYS = ['id', 'name', 'category', 'demonstration', 'count', 'ids', 'names'] as const;
type Key = (typeof KEYS)[number];
type Value = Uint8Array | string | number | boolean;

const POINT_TYPE = 1;
const MOVE_TO_ONCE = 9;

/** Empty when there is no mark: an empty tile is a valid one. */
export function encodeTile(columns: TileColumns, marks: readonly TileMark[]): Uint8Array {
  const writer = new PbfWriter();
  if (marks.length > 0) writer.writeMessage(3, writeLayer, { columns, marks });
  return writer.finish();
}

type LayerInput = { columns: TileColumns; marks: readonly TileMark[] };

function writeLayer({ columns, marks }: LayerInput, writer: PbfWriter): void {
  const values = valueTable();
  writer.writeStringField(1, TILE_LAYER);
  for (const mark of marks) {
    const tags: number[] = [];
    for (const [key, value] of propertiesOf(columns, mark)) {
      tags.push(KEYS.indexOf(key), values.positionOf(value));
    }
    writer.writeMessage(2, writeFeature, { tags, mark });
  }
  for (const key of KEYS) writer.writeStringField(3, key);
  for (const value of values.list) writer.writeMessage(4, writeValue, value);
  writer.writeVarintField(5, TILE_EXTENT);
  writer.writeVarintField(15, 2);
}

function propertiesOf(columns: TileColumns, mark: TileMark): [Key, Value][] {
  const [first] = mark.members;
  if (mark.count === 1 && first !== undefined) {
    const kind = columns.kinds[first] ?? 0;
    return [
      ['id', idBytes(columns, first)],
      ['name', nameBytes(columns, first)],
      ['category', CATEGORIES[kind & ~DEMONSTRATION_BIT] ?? ''],
      ['demonstration', (kind & DEMONSTRATION_BIT) !== 0],
    ];
  }
  const properties: [Key, Value][] = [['count', mark.count]];
  if (mark.category !== null) properties.push(['category', mark.category]);
  if (mark.members.length > 0) {
    const { ids, names } = textOf(columns, mark.members);
    properties.push(['ids', ids.join(' ')], ['names', names.join('\n')]);
  }
  return properties;
}

/** Ids and names, in the order of the ids. */
function textOf(columns: TileColumns, members: readonly number[]) {
  const decoder = new TextDecoder();
  const rows = members.map((position) => ({
    id: idAt(columns, position),
    name: decoder.decode(nameBytes(columns, position)),
  }));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ids: rows.map((row) => row.id), names: rows.map((row) => row.name) };
}

/** Values written once each; the text of a point is its own and never looked up. */
function valueTable() {
  const list: Value[] = [];
  const known = new Map<Value, number>();
  return {
    list,
    positionOf(value: Value): number {
      const found = known.get(value);
      if (found !== undefined) return found;
      list.push(value);
      known.set(value, list.length - 1);
      return list.length - 1;
    },
  };
}

function writeFeature({ tags, mark }: { tags: number[]; mark: TileMark }, writer: PbfWriter): void {
  writer.writePackedVarint(2, tags);
  writer.writeVarintField(3, POINT_TYPE);
  writer.writePackedVarint(4, [MOVE_TO_ONCE, mark.x * 2, mark.y * 2]);
}

function writeValue(value: Value, writer: PbfWriter): void {
  if (typeof value === 'number') writer.writeVarintField(5, value);
  else if (typeof value === 'boolean') writer.writeBooleanField(7, value);
  else if (typeof value === 'string') writer.writeStringField(1, value);
  else writer.writeBytesField(1, value);
}
