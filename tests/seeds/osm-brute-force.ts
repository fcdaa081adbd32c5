// The same roads without any of our shortcuts: every node a junction, every step of a way an edge.

import { blockedModes } from '#domain/journey/road-access.ts';
import { MODE_BITS, type RoadMode } from '#domain/journey/road-mode.ts';
import { roadRule } from '#domain/journey/road-rules.ts';
import { metersBetween } from '#seeds/sources/osm/line-shape.ts';
import { readBlobs } from '#seeds/sources/osm/read-blobs.ts';
import { readBlock } from '#seeds/sources/osm/read-block.ts';
import type { StringTable } from '#seeds/sources/osm/string-table.ts';

type OsmFile = Parameters<typeof readBlobs>[0];
type Step = { to: number; seconds: number };

export type NodeGraph = {
  /** Ten-millionths of a degree, by node id. */
  points: Map<number, [lon: number, lat: number]>;
  blocked: Map<number, number>;
  steps: Map<number, Step[]>;
};

export async function readNodeGraph(file: OsmFile, mode: RoadMode): Promise<NodeGraph> {
  const graph: NodeGraph = { points: new Map(), blocked: new Map(), steps: new Map() };
  const ways: { refs: number[]; tags: Map<string, string> }[] = [];
  for await (const { kind, position, inflate } of readBlobs(file)) {
    if (kind === 'OSMHeader') continue;
    let strings: StringTable | null = null;
    const text = (number: number | undefined) => strings?.text(number ?? 0) ?? '';
    readBlock(
      inflate(),
      {
        nodes: (columns, table) => {
          for (let i = 0; i < columns.count; i++) {
            const id = columns.ids[i] ?? 0;
            graph.points.set(id, [columns.lons[i] ?? 0, columns.lats[i] ?? 0]);
            const numbers = columns.tags.subarray(columns.tagStarts[i], columns.tagStarts[i + 1]);
            const tags = new Map<string, string>();
            for (let t = 0; t < numbers.length; t += 2) {
              tags.set(table.text(numbers[t] ?? 0), table.text(numbers[t + 1] ?? 0));
            }
            const stopped = blockedModes(tags);
            if (stopped !== 0) graph.blocked.set(id, stopped);
          }
        },
        waysBegin: (table) => {
          strings = table;
        },
        way: ({ keys, values, readRefs }) =>
          ways.push({
            refs: [...readRefs()],
            tags: new Map(keys.map((key, i): [string, string] => [text(key), text(values[i])])),
          }),
      },
      { fileName: file.name, position },
    );
  }
  const add = (from: number, to: number, kmh: number, meters: number) => {
    if (kmh === 0) return;
    const steps = graph.steps.get(from) ?? [];
    steps.push({ to, seconds: (meters * 3.6) / kmh });
    graph.steps.set(from, steps);
  };
  const between = (from: number, to: number): number => {
    const [a = [0, 0], b = [0, 0]] = [graph.points.get(from), graph.points.get(to)];
    return metersBetween(
      { lons: Int32Array.of(a[0], b[0]), lats: Int32Array.of(a[1], b[1]) },
      0,
      1,
    );
  };
  for (const { refs, tags } of ways) {
    const rule = roadRule(tags);
    if (rule === null) continue;
    const meters = refs.slice(1).map((to, i) => between(refs[i] ?? 0, to));
    const whole = meters.reduce((sum, each) => sum + each, 0);
    const kmhOf = (kmh: number): number =>
      rule.ferrySeconds === null || kmh === 0 ? kmh : (whole * 3.6) / rule.ferrySeconds;
    for (const [i, length] of meters.entries()) {
      const [from = 0, to = 0] = [refs[i], refs[i + 1]];
      add(from, to, kmhOf(rule.forward[mode]), length);
      add(to, from, kmhOf(rule.backward[mode]), length);
    }
  }
  return graph;
}

/** Seconds from a node to each it reaches; a barrier is reached, never passed. */
export function bruteSeconds(graph: NodeGraph, mode: RoadMode, start: number): Map<number, number> {
  const seconds = new Map([[start, 0]]);
  const waiting = new Set([start]);
  for (const node of waiting) {
    waiting.delete(node);
    if (((graph.blocked.get(node) ?? 0) & MODE_BITS[mode]) !== 0) continue;
    for (const { to, seconds: step } of graph.steps.get(node) ?? []) {
      const arrival = (seconds.get(node) ?? 0) + step;
      if (arrival < (seconds.get(to) ?? Number.POSITIVE_INFINITY)) {
        seconds.set(to, arrival);
        waiting.add(to);
      }
    }
  }
  return seconds;
}
