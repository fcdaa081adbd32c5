// Bench: how fast is one searching the roads, from one place to all, beside pgRouting on the same roads?

import { decodeRoadGraph } from '#domain/journey/road-binary.ts';
import { junctionPoint, type RoadGraph } from '#domain/journey/road-graph.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { createRoadSearch, type RoadSearch } from '#domain/journey/road-search.ts';
import {
  atLeast,
  atMost,
  type Bench,
  type Figure,
  percentile,
  told,
} from '#tests/bench/bench-result.ts';
import { meshRoads, randomFrom } from '#tests/bench/roads-graph.ts';
import { openPgRouting } from '#tests/bench/roads-pgrouting.ts';

/** A junction each: 63,001, and 150,544 for a region. */
const TOWN_SIDE = 251;
const REGION_SIDE = 388;
const STARTS = 40;
const COMPARED_STARTS = 15;
const HOUR_SECONDS = 3_600;
const EVERYWHERE_SECONDS = 1e9;
const STOPS = 60;

export const bench: Bench = async (tell) => {
  const bytes = meshRoads(TOWN_SIDE);
  const [network, buildMs] = timed(() => buildRoadNetwork(decodeRoadGraph(bytes)));
  const { graph, rows } = network;
  const arcCount = rows.car.forward.tos.length;
  tell(`${graph.junctionCount} junctions, ${graph.edgeCount} roads, ${arcCount} directed for cars`);
  const search = createRoadSearch(rows.car.forward);
  const starts = randomJunctions(graph, STARTS);
  for (const start of starts) reachMs(search, start, EVERYWHERE_SECONDS);
  const everywhere = starts.map((start) => reachMs(search, start, EVERYWHERE_SECONDS));
  const hour = starts.map((start) => reachMs(search, start, HOUR_SECONDS));
  const reached = starts.map((start) => {
    reachMs(search, start, HOUR_SECONDS);
    return reachedWithin(search, graph, HOUR_SECONDS).count / graph.junctionCount;
  });
  tell(`${Math.round(100 * percentile(reached, 0.5))} % of junctions lie within an hour (median)`);
  return [
    told('reading and preparing the roads of three modes', buildMs, 'ms'),
    atMost('an hour around, p50', percentile(hour, 0.5), 10, 'ms'),
    told('an hour around, p95', percentile(hour, 0.95), 'ms'),
    told('one to all, p50', percentile(everywhere, 0.5), 'ms'),
    told('one to all, p95', percentile(everywhere, 0.95), 'ms'),
    ...(await comparedFigures(graph, search, tell)),
    ...regionFigures(tell),
  ];
};

/** Both in turn from the same junctions, so that whatever else runs slows both. */
async function comparedFigures(
  graph: RoadGraph,
  search: RoadSearch,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const pgRouting = await openPgRouting(graph, tell);
  if (pgRouting === null) return [];
  try {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (const start of randomJunctions(graph, COMPARED_STARTS)) {
      const { reached, farthestSeconds, ms } = await pgRouting.reach(start, EVERYWHERE_SECONDS);
      theirs.push(ms);
      ours.push(reachMs(search, start, EVERYWHERE_SECONDS));
      const found = reachedWithin(search, graph, EVERYWHERE_SECONDS);
      if (found.count !== reached || Math.abs(found.farthest - farthestSeconds) > 0.01) {
        throw new Error(
          `From junction ${start}: expected ${reached} junctions within ${farthestSeconds} s as pgRouting says, found ${found.count} within ${found.farthest} s`,
        );
      }
    }
    tell(`pgRouting ${pgRouting.version}: same junctions, same times from ${ours.length} starts`);
    const [our, their] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
    return [
      told('pgRouting, one to all, p50', their, 'ms'),
      told('ours beside it, p50', our, 'ms'),
      atLeast('times faster than pgRouting', their / our, 15, ''),
    ];
  } finally {
    await pgRouting.close();
  }
}

/** What a plan asks: from a home to the stops around and back, on the roads of a region. */
function regionFigures(tell: (line: string) => void): Figure[] {
  const before = process.memoryUsage();
  const network = buildRoadNetwork(decodeRoadGraph(meshRoads(REGION_SIDE)));
  const roads = roadGraphTimes(network);
  const { graph } = network;
  tell(`A region: ${graph.junctionCount} junctions, ${graph.edgeCount} roads`);
  const homes = randomJunctions(graph, STARTS).map((junction) => junctionPoint(graph, junction));
  const stops = randomJunctions(graph, STOPS).map((junction) => junctionPoint(graph, junction));
  const both = homes.map((home) => {
    const [, ms] = timed(() => {
      roads.fromOne('car', home, stops);
      roads.toOne('car', stops, home);
    });
    return ms;
  });
  const after = process.memoryUsage();
  const usedBytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return [
    told(`region, ${STOPS} stops there and back by car, p50`, percentile(both, 0.5), 'ms'),
    told(`region, ${STOPS} stops there and back by car, p95`, percentile(both, 0.95), 'ms'),
    told('region, memory of roads and searches', usedBytes / 1e6, 'MB'),
  ];
}

function reachMs(search: RoadSearch, start: number, limitSeconds: number): number {
  const [, ms] = timed(() => {
    search.begin([[start, 0, 0]]);
    search.grow(() => false, limitSeconds);
  });
  return ms;
}

function reachedWithin(search: RoadSearch, graph: RoadGraph, limitSeconds: number) {
  let [count, farthest] = [0, 0];
  for (let junction = 0; junction < graph.junctionCount; junction++) {
    const seconds = search.secondsTo(junction);
    if (seconds > limitSeconds) continue;
    count += 1;
    farthest = Math.max(farthest, seconds);
  }
  return { count, farthest };
}

function randomJunctions(graph: RoadGraph, count: number): number[] {
  const chance = randomFrom(count);
  return Array.from({ length: count }, () => Math.floor(chance() * graph.junctionCount));
}

function timed<T>(work: () => T): [T, ms: number] {
  const startedMs = performance.now();
  const result = work();
  return [result, performance.now() - startedMs];
}
