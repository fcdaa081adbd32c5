// Makes a road graph of one file and says, in one line of JSON, what it took: run alone, so that its
// peak of memory is its own.

import { createReadStream } from 'node:fs';
import { encodeRoadGraph } from '#domain/journey/road-binary.ts';
import { buildGraph } from '#seeds/sources/osm/build-graph.ts';

const path = process.argv[2] ?? '';
const startedMs = performance.now();
const { graph, roadCount } = await buildGraph(
  { name: path, open: () => createReadStream(path) },
  null,
);
const bytes = encodeRoadGraph(graph);
console.log(
  JSON.stringify({
    seconds: (performance.now() - startedMs) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    junctions: graph.junctionCount,
    edges: graph.edgeCount,
    roads: roadCount,
    graphMegabytes: bytes.byteLength / 1e6,
  }),
);
