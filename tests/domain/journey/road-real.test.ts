import { createReadStream } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { junctionPoint } from '#domain/journey/road-graph.ts';
import { type RoadGraphTimes, roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { ROAD_MODES } from '#domain/journey/road-mode.ts';
import { buildRoadNetwork, type RoadNetwork } from '#domain/journey/road-network.ts';
import { snapToRoad } from '#domain/journey/road-snap.ts';
import { type BuiltGraph, buildGraph } from '#seeds/sources/osm/build-graph.ts';
import { bruteBetween } from '#tests/domain/journey/road-brute-force.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

/** For machines busy with other tests. */
const MINUTE_MS = 60_000;

const FILES = [
  ['Andorra', sharedFile('data/roads/andorra.osm.pbf', 'Searches on the roads of Andorra')],
  ['Monaco', sharedFile('data/roads/monaco.osm.pbf', 'Searches on the roads of Monaco')],
] as const;

describe.each(FILES)('the roads of %s', (_, path) => {
  let built: BuiltGraph;
  let network: RoadNetwork;
  let roads: RoadGraphTimes;
  let points: LonLat[];
  beforeAll(async () => {
    if (path === null) return;
    built = await buildGraph({ name: path, open: () => createReadStream(path) }, null);
    network = buildRoadNetwork(built.graph);
    roads = roadGraphTimes(network);
    const { graph } = built;
    const step = Math.floor(graph.junctionCount / 40);
    points = Array.from({ length: 40 }, (_each, i) => {
      const [lon, lat] = junctionPoint(graph, i * step);
      return [lon + 0.000_3, lat - 0.000_2] as const;
    });
  }, MINUTE_MS);

  test.runIf(path)('take as long from each end, in every mode', { timeout: MINUTE_MS }, () => {
    for (const mode of ROAD_MODES) {
      const table = points.map((from) => roads.fromOne(mode, from, points));
      const columns = points.map((to) => roads.toOne(mode, points, to));
      let [found, worstMinutes] = [0, 0];
      for (const [i, row] of table.entries()) {
        for (const [j, time] of row.entries()) {
          const back = columns[j]?.[i] ?? null;
          expect(back === null).toBe(time === null);
          if (time === null || back === null) continue;
          found += 1;
          worstMinutes = Math.max(worstMinutes, Math.abs(time.minutes - back.minutes));
        }
      }
      expect(found, mode).toBeGreaterThan(700);
      // Added up from the other end, a sum may round the other way.
      expect(worstMinutes, mode).toBeLessThanOrEqual(1);
    }
  });

  test.runIf(path)('are those of trying every road', { timeout: MINUTE_MS }, () => {
    const { graph } = built;
    let found = 0;
    for (const mode of ROAD_MODES) {
      const isEnd = (edge: number) => network.rows[mode].edgeIsEnd[edge] === 1;
      for (const [i, j] of [
        [1, 30],
        [12, 38],
        [25, 4],
        [17, 9],
      ] as const) {
        const [from, to] = [points[i], points[j]];
        if (!from || !to) throw new Error(`Expected 40 points, received ${points.length}`);
        const time = roads.fromOne(mode, from, [to])[0] ?? null;
        const snaps = [from, to].map((point) => snapToRoad(network, mode, point, 1_000));
        const [start, end] = snaps;
        if (!start || !end) {
          expect(time).toBeNull();
          continue;
        }
        const seconds = bruteBetween(graph, mode, isEnd, start, end);
        if (seconds > 300 * 60) {
          expect(time).toBeNull();
          continue;
        }
        found += 1;
        const away = start.awayMeters + end.awayMeters;
        const accessSeconds = (away * 3.6) / { walk: 4.5, cycle: 10, car: 15 }[mode];
        const minutes = (seconds + accessSeconds + (mode === 'car' ? 60 : 0)) / 60;
        const shown = mode === 'car' ? Math.round(minutes) : Math.ceil(minutes - 1e-9);
        expect(Math.abs((time?.minutes ?? Number.NaN) - shown)).toBeLessThanOrEqual(
          Math.abs(minutes * 2 - Math.round(minutes * 2)) < 1e-4 ? 1 : 0,
        );
      }
    }
    expect(found).toBeGreaterThan(4);
  });

  test.runIf(path)('say which points lie in the sea or in the mountains', () => {
    const far: LonLat = [2.9, 41.2];
    expect(roads.offRoad('car', [...points.slice(0, 3), far])).toContain(3);
    expect(roads.fromOne('car', points[0] ?? far, [far])).toEqual([null]);
  });
});

describe.runIf(FILES[0][1])('Andorra by car', () => {
  test('is twenty to forty minutes from Andorra la Vella to Soldeu, with its setting out', {
    timeout: MINUTE_MS,
  }, async () => {
    const path = FILES[0][1] ?? '';
    const { graph, places } = await buildGraph(
      { name: path, open: () => createReadStream(path) },
      null,
    );
    const placeOf = (name: string) =>
      places.find((each) => each.name === name)?.point ?? ([Number.NaN, Number.NaN] as const);
    const roads = roadGraphTimes(buildRoadNetwork(graph));
    const [time] = roads.fromOne('car', placeOf('Andorra la Vella'), [placeOf('Soldeu')]);
    expect(time?.minutes).toBeGreaterThan(18);
    expect(time?.minutes).toBeLessThan(40);
    expect(time?.meters).toBeGreaterThan(15_000);
    expect(time?.estimate).toBe(false);
  });
});
