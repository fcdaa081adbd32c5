// How does an .osm.pbf file become a road graph? Two readings, so that memory holds the nodes of roads,
// in columns of numbers, and never those of buildings: first which ways are roads and through which
// nodes, then where these nodes are; then roads are cut at junctions and joined where nothing changes.

import type { Readable } from 'node:stream';
import { arcsOf } from '#domain/journey/road-arcs.ts';
import { mainNetworks } from '#domain/journey/road-components.ts';
import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { MODE_BITS } from '#domain/journey/road-mode.ts';
import { type CollectedWays, createWayCollector } from '#seeds/sources/osm/collect-ways.ts';
import { cutRoads, type Roads } from '#seeds/sources/osm/cut-roads.ts';
import { EdgeWriter } from '#seeds/sources/osm/edge-writer.ts';
import { ferryProfiles } from '#seeds/sources/osm/ferry-profiles.ts';
import { joinStretches } from '#seeds/sources/osm/join-stretches.ts';
import {
  createNodeLocator,
  type LocatedNodes,
  MISSING,
  type NamedPlace,
} from '#seeds/sources/osm/locate-nodes.ts';
import { numberRefs, sortedIds } from '#seeds/sources/osm/node-ids.ts';
import { ProfileTable } from '#seeds/sources/osm/profile-table.ts';
import { readBlobs } from '#seeds/sources/osm/read-blobs.ts';
import { type BlockContent, readBlock } from '#seeds/sources/osm/read-block.ts';
import { readHeader } from '#seeds/sources/osm/read-header.ts';

/** What one pays to walk around or through a barrier. */
const BARRIER_METERS = 1;
const PASSAGE_KMH = 4.5;

export type BuiltGraph = {
  graph: RoadGraph;
  places: readonly NamedPlace[];
  /** Ways of the file; those that are roads, ferries included; nodes of these roads. */
  wayCount: number;
  roadCount: number;
  ferryCount: number;
  nodeCount: number;
  /** Nodes of roads the file does not hold: an extract cut off its neighbour. */
  missingNodeCount: number;
};

type OsmFile = { name: string; open: () => Readable; parts?: readonly OsmFile[] };

const partsOf = (file: OsmFile): readonly OsmFile[] => file.parts ?? [file];

/** `readBytes` counts those of the reading it names: 1 or 2, of all files. */
export type TellReading = (reading: 1 | 2, readBytes: number) => void;

export async function buildGraph(
  file: OsmFile,
  asOf: string | null,
  tell: TellReading = () => undefined,
): Promise<BuiltGraph> {
  const profiles = new ProfileTable();
  const { roads, ids, contents, ...read } = await readRoads(file, profiles, tell);
  const located = await locateNodes(file, ids, contents, tell);
  ferryProfiles(roads, read.ferries, located.nodes, profiles);
  let missingNodeCount = 0;
  for (const lon of located.nodes.lons) if (lon === MISSING) missingNodeCount += 1;
  return {
    graph: connect(roads, located.nodes, profiles, read.asOf ?? asOf),
    places: located.places,
    wayCount: read.wayCount,
    roadCount: roads.profiles.length,
    ferryCount: read.ferries.size,
    nodeCount: ids.length,
    missingNodeCount,
  };
}

type ReadRoads = {
  /** The oldest of the files; null when one does not say. */
  asOf: string | null;
  roads: Roads;
  ids: Float64Array;
  ferries: CollectedWays['ferries'];
  wayCount: number;
  /** Of each file. */
  contents: BlockContent[][];
};

/** Ids of nodes are eight bytes, numbers four: only numbers stay for the second reading. */
async function readRoads(
  file: OsmFile,
  profiles: ProfileTable,
  tell: TellReading,
): Promise<ReadRoads> {
  const collector = createWayCollector(profiles);
  const contents: BlockContent[][] = [];
  const days: string[] = [];
  let before = 0;
  for (const part of partsOf(file)) {
    const blocks: BlockContent[] = [];
    let done = 0;
    for await (const { kind, position, readBytes, inflate } of readBlobs(part)) {
      if (kind === 'OSMHeader') days.push(readHeader(inflate(), part.name).asOf ?? '');
      else {
        const where = { fileName: part.name, position };
        blocks[position] = readBlock(inflate(), collector.visitor, where);
      }
      done = readBytes;
      tell(1, before + done);
    }
    before += done;
    contents.push(blocks);
    if (contents.length < partsOf(file).length) collector.endFile();
  }
  const { refs, starts, profiles: wayProfiles, ferries, readCount } = collector.collected();
  const ids = sortedIds(refs);
  const roads = { nodes: numberRefs(refs, ids), starts, profiles: wayProfiles };
  return { asOf: oldestOf(days), roads, ids, ferries, wayCount: readCount, contents };
}

const oldestOf = (days: readonly string[]): string | null => [...days].sort()[0] || null;

/** Blocks the first reading found without nodes are not unpacked again. */
async function locateNodes(
  file: OsmFile,
  ids: Float64Array,
  contents: readonly (readonly BlockContent[])[],
  tell: TellReading,
): Promise<{ nodes: LocatedNodes; places: NamedPlace[] }> {
  const { visitor, nodes, places } = createNodeLocator(ids);
  let before = 0;
  for (const [index, part] of partsOf(file).entries()) {
    let done = 0;
    for await (const { kind, position, readBytes, inflate } of readBlobs(part)) {
      if (kind === 'OSMData' && contents[index]?.[position]?.hasNodes === true) {
        readBlock(inflate(), visitor, { fileName: part.name, position });
      }
      done = readBytes;
      tell(2, before + done);
    }
    before += done;
  }
  return { nodes, places };
}

function connect(
  roads: Roads,
  { lons, lats, blocked }: LocatedNodes,
  profiles: ProfileTable,
  asOf: string | null,
): RoadGraph {
  const stretches = cutRoads(roads, lons, blocked);
  const edges = new EdgeWriter({ lons, lats });
  const junctions = new Int32Array(lons.length).fill(-1);
  const junctionOf = (node: number): number => {
    if (junctions[node] === -1) junctions[node] = edges.addJunction(node);
    return junctions[node] ?? 0;
  };
  /** Each road that ends at a barrier ends on its own side of it, one step away for those who pass. */
  const endOf = (node: number, profile: number): number => {
    const stopped = (blocked[node] ?? 0) & profiles.modesOf(profile);
    if (stopped === 0) return junctionOf(node);
    const side = edges.addJunction(node);
    const passing = profiles.modesOf(profile) & ~stopped;
    if (passing !== 0) {
      edges.addStep(side, junctionOf(node), passageProfile(profiles, passing), BARRIER_METERS);
    }
    return side;
  };
  joinStretches(roads, stretches, blocked, profiles, (line, profile) => {
    const from = endOf(line[0] ?? 0, profile);
    edges.addEdge(from, endOf(line.at(-1) ?? 0, profile), profile, line);
  });
  const written = { ...edges.finish(), ...profiles.columns() };
  return { asOf, ...written, junctionModes: mainNetworks(arcsOf(written), written) };
}

/** At walking pace for those who pass. */
function passageProfile(profiles: ProfileTable, modes: number): number {
  const kmh = (bit: number) => ((modes & bit) === 0 ? 0 : PASSAGE_KMH);
  const speeds = {
    walk: kmh(MODE_BITS.walk),
    cycle: kmh(MODE_BITS.cycle),
    car: kmh(MODE_BITS.car),
  };
  return profiles.numberOf({
    forward: speeds,
    backward: speeds,
    isDestinationOnly: false,
    isFerry: false,
  });
}
