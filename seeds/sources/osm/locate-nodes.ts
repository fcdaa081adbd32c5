// Second reading: where are the nodes of roads, whom does each stop, and which places have a name?

import type { LonLat } from '#domain/geo.ts';
import { blockedModes } from '#domain/journey/road-access.ts';
import { UNITS_PER_DEGREE } from '#domain/journey/road-graph.ts';
import { findId } from '#seeds/sources/osm/node-ids.ts';
import type { BlockVisitor } from '#seeds/sources/osm/read-block.ts';
import type { NodeColumns } from '#seeds/sources/osm/read-nodes.ts';
import type { StringTable } from '#seeds/sources/osm/string-table.ts';

/** The longitude of a node the file does not hold. */
export const MISSING = 0x7fff_ffff;

export type LocatedNodes = {
  /** Ten-millionths of a degree, `MISSING` where the file has no such node. */
  lons: Int32Array;
  lats: Int32Array;
  /** `MODE_BITS` of those who cannot pass. */
  blocked: Uint8Array;
};

/** A named place: hamlet, village, locality … as OpenStreetMap says. */
export type NamedPlace = { kind: string; name: string; point: LonLat };

const PLACE_KINDS: ReadonlySet<string> = new Set(
  'city town village hamlet isolated_dwelling locality suburb quarter neighbourhood farm'.split(
    ' ',
  ),
);

export function createNodeLocator(ids: Float64Array): {
  visitor: BlockVisitor;
  nodes: LocatedNodes;
  places: NamedPlace[];
} {
  const nodes: LocatedNodes = {
    lons: new Int32Array(ids.length).fill(MISSING),
    lats: new Int32Array(ids.length),
    blocked: new Uint8Array(ids.length),
  };
  const places: NamedPlace[] = [];
  /** Files are sorted by id: the next node wanted is nearly always the next of the list. */
  let next = 0;
  const visit = (columns: NodeColumns, strings: StringTable) => {
    const { count, ids: found, lons, lats, tagStarts } = columns;
    const telling = strings.numbersOf(['barrier', 'place']);
    for (let i = 0; i < count; i++) {
      const id = found[i] ?? 0;
      if (next > 0 && (ids[next - 1] ?? 0) >= id) next = findId(ids, id);
      while (next < ids.length && (ids[next] ?? 0) < id) next += 1;
      const isWanted = ids[next] === id;
      if (isWanted) {
        nodes.lons[next] = lons[i] ?? 0;
        nodes.lats[next] = lats[i] ?? 0;
      }
      if (tagStarts[i] === tagStarts[i + 1] || telling.size === 0) continue;
      const tags = tagsOf(columns, i, strings, telling);
      if (tags === null) continue;
      if (isWanted) nodes.blocked[next] = blockedModes(tags);
      const [kind = '', name = ''] = [tags.get('place'), tags.get('name')?.trim()];
      if (PLACE_KINDS.has(kind) && name !== '') {
        const point: LonLat = [
          (lons[i] ?? 0) / UNITS_PER_DEGREE,
          (lats[i] ?? 0) / UNITS_PER_DEGREE,
        ];
        places.push({ kind, name, point });
      }
    }
  };
  return { visitor: { nodes: visit }, nodes, places };
}

/** Null when the node has none of the keys that tell us something. */
function tagsOf(
  { tagStarts, tags }: NodeColumns,
  node: number,
  strings: StringTable,
  telling: ReadonlySet<number>,
): Map<string, string> | null {
  const [start = 0, end = 0] = [tagStarts[node], tagStarts[node + 1]];
  let tells = false;
  for (let i = start; i < end && !tells; i += 2) tells = telling.has(tags[i] ?? 0);
  if (!tells) return null;
  const read = new Map<string, string>();
  for (let i = start; i < end; i += 2) {
    read.set(strings.text(tags[i] ?? 0), strings.text(tags[i + 1] ?? 0));
  }
  return read;
}
