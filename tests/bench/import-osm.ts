// How long, and how much memory, from an extract the size of Corsica's to its road graph?

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { atMost, type Figure, told } from '#tests/bench/bench-result.ts';
import { writeSyntheticPbf } from '#tests/bench/synthetic-pbf.ts';

const outcome = z.object({
  seconds: z.number(),
  peakMegabytes: z.number(),
  junctions: z.number(),
  edges: z.number(),
  roads: z.number(),
  graphMegabytes: z.number(),
});

export async function osmFigures(tell: (line: string) => void): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-osm-'));
  try {
    const path = join(folder, 'synthetic.osm.pbf');
    const { nodeCount, wayCount, byteCount } = await writeSyntheticPbf(path);
    tell(`osm: ${nodeCount} nodes and ${wayCount} ways in ${Math.round(byteCount / 1e6)} MB`);
    const child = join(import.meta.dirname, 'osm-process.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
    const { seconds, peakMegabytes, junctions, edges, roads, graphMegabytes } = outcome.parse(
      JSON.parse(stdout),
    );
    tell(`osm: ${roads} roads become ${edges} edges between ${junctions} junctions`);
    return [
      atMost('osm, reading and road graph', seconds, 60, 's'),
      atMost('osm, peak memory', peakMegabytes, 600, 'MB'),
      told('osm, size of the graph', graphMegabytes, 'MB'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
