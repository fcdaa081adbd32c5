// First reading: which ways are roads, of which kind, through which nodes?

import type { RoadTags } from '#domain/journey/road-access.ts';
import type { RoadRule } from '#domain/journey/road-mode.ts';
import { roadRule } from '#domain/journey/road-rules.ts';
import { findId } from '#seeds/sources/osm/node-ids.ts';
import { NumberList } from '#seeds/sources/osm/number-list.ts';
import type { ProfileTable } from '#seeds/sources/osm/profile-table.ts';
import type { BlockVisitor, OsmWay } from '#seeds/sources/osm/read-block.ts';
import type { StringTable } from '#seeds/sources/osm/string-table.ts';

export type CollectedWays = {
  /** Ways of the file, roads or not. */
  readCount: number;
  /** Node ids of all roads, one after the other: road w from `starts[w]` to `starts[w + 1]` excluded. */
  refs: Float64Array;
  starts: Uint32Array;
  /** Directed profile of each road along its nodes. */
  profiles: Uint16Array;
  /** Roads on water: their speed is known once their length is. */
  ferries: ReadonlyMap<number, RoadRule>;
};

const ROAD_KEYS = ['highway', 'route', 'railway', 'public_transport'];
/** A number in a block nobody trusts: the format's own limit is 2,000 nodes a way. */
const MOST_NODES_OF_WAY = 100_000;

export function createWayCollector(profiles: ProfileTable): {
  visitor: BlockVisitor;
  /** To be called between two files: neighbours both hold the roads that cross their border. */
  endFile: () => void;
  collected: () => CollectedWays;
} {
  const refs = new NumberList(Float64Array);
  const starts = new NumberList(Uint32Array);
  const wayProfiles = new NumberList(Uint16Array);
  const ferries = new Map<number, RoadRule>();
  let readCount = 0;
  /** Ids of the roads of the files before, in order, then of those of this one. */
  let before = new Float64Array(0);
  const wayIds = new NumberList(Float64Array);
  let strings: StringTable;
  let roadKeys: ReadonlySet<number> = new Set();

  const tagsOf = ({ keys, values }: OsmWay): RoadTags => {
    const tags = new Map<string, string>();
    for (const [index, key] of keys.entries()) {
      tags.set(strings.text(key), strings.text(values[index] ?? 0));
    }
    return tags;
  };
  const way = (found: OsmWay) => {
    readCount += 1;
    if (!found.keys.some((key) => roadKeys.has(key))) return;
    if (before[findId(before, found.id)] === found.id) return;
    const rule = roadRule(tagsOf(found));
    if (rule === null) return;
    const nodes = found.readRefs();
    if (nodes.length < 2 || nodes.length > MOST_NODES_OF_WAY) return;
    if (rule.isFerry) ferries.set(starts.length, rule);
    starts.push(refs.length);
    wayIds.push(found.id);
    wayProfiles.push(profiles.numberOf(rule));
    // A node drawn twice in a row is a slip of the mouse, not a road.
    for (const [index, node] of nodes.entries()) if (node !== nodes[index - 1]) refs.push(node);
  };
  return {
    visitor: {
      waysBegin: (table) => {
        strings = table;
        roadKeys = table.numbersOf(ROAD_KEYS);
      },
      way,
    },
    endFile: () => {
      before = wayIds.values().slice().sort();
    },
    collected: () => ({
      readCount,
      refs: refs.values(),
      starts: closed(starts, refs.length),
      profiles: wayProfiles.values(),
      ferries,
    }),
  };
}

function closed(starts: NumberList<Uint32Array>, end: number): Uint32Array {
  const all = new Uint32Array(starts.length + 1);
  all.set(starts.values());
  all[starts.length] = end;
  return all;
}
