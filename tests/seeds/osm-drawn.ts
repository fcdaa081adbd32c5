// Roads drawn on a grid by the tests, as an extract of OpenStreetMap, and how long they take.

import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';
import {
  type OsmBlock,
  type OsmNode,
  type OsmWay,
  pbfOf,
  type Tags,
} from '#tests/seeds/osm-pbf.ts';
import { minutesBetween } from '#tests/seeds/osm-search.ts';

/** A grid of nodes 0.01° apart: letter is the column, digit the row. « b2 » is at 0.01, 45.02. */
export const pointOf = (name: string): [lon: number, lat: number] => [
  (name.charCodeAt(0) - 97) / 100,
  45 + Number(name.slice(1)) / 100,
];
const idOf = (name: string): number => 1000 * name.charCodeAt(0) + Number(name.slice(1));

/** Ways as « a0 b0 c0 » with their tags; nodes are those they name, with tags of their own. */
export function blockOf(
  ways: readonly (readonly [string, Tags])[],
  nodeTags: Readonly<Record<string, Tags>> = {},
  missing: readonly string[] = [],
): OsmBlock {
  const names = [...new Set(ways.flatMap(([line]) => line.split(' ')))];
  const nodes = names
    .filter((name) => !missing.includes(name))
    .sort((a, b) => idOf(a) - idOf(b))
    .map((name): OsmNode => {
      const [lon, lat] = pointOf(name);
      const tags = nodeTags[name];
      return { id: idOf(name), lon, lat, ...(tags === undefined ? {} : { tags }) };
    });
  return {
    nodes,
    ways: ways.map(([line, tags], id): OsmWay => ({ id, nodes: line.split(' ').map(idOf), tags })),
  };
}

export const build = async (...args: Parameters<typeof blockOf>) =>
  await buildGraph(memoryFile('f.osm.pbf', pbfOf([blockOf(...args)])), null);

export const RESIDENTIAL = { highway: 'residential' };
/** One step of the grid along a parallel, and along a meridian. */
export const EAST_METERS = 786;
export const NORTH_METERS = 1112;

export async function minutes(
  built: Awaited<ReturnType<typeof build>>,
  mode: 'walk' | 'cycle' | 'car',
  from: string,
  to: string,
) {
  return minutesBetween(built.graph, mode, pointOf(from), pointOf(to), true);
}
