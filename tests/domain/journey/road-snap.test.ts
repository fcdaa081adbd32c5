import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { edgeLine } from '#domain/journey/road-graph.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { ROAD_MODES } from '#domain/journey/road-mode.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { snapToRoad } from '#domain/journey/road-snap.ts';
import { drawGraph, KINDS } from '#tests/domain/journey/road-brute-force.ts';
import {
  at,
  LINE,
  line,
  randomRoads,
  road,
  somePoints,
} from '#tests/domain/journey/road-drawings.ts';

const SEED = 20_261_127;

test('a point is put on the nearest of all roads of its mode', () => {
  fc.assert(
    fc.property(randomRoads, somePoints, (graph, points) => {
      const network = buildRoadNetwork(graph);
      for (const point of points) {
        for (const mode of ROAD_MODES) {
          const bit = { walk: 1, cycle: 2, car: 4 }[mode];
          let nearest = Number.POSITIVE_INFINITY;
          for (let edge = 0; edge < graph.edgeCount; edge++) {
            if (((network.stops[edge] ?? 0) & bit) === 0) continue;
            nearest = Math.min(nearest, sampledMeters(point, edgeLine(graph, edge)));
          }
          const away = snapToRoad(network, mode, point, 1_000)?.awayMeters;
          if (nearest > 1_020) expect(away).toBeUndefined();
          if (nearest < 990) expect(Math.abs((away ?? Number.NaN) - nearest)).toBeLessThan(12);
        }
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});

/** A line walked in a hundred paces a step. */
function sampledMeters(point: LonLat, line: readonly LonLat[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, to] of line.entries()) {
    const from = line[i - 1] ?? to;
    for (let pace = 0; pace <= 100; pace++) {
      const at: LonLat = [
        from[0] + ((to[0] - from[0]) * pace) / 100,
        from[1] + ((to[1] - from[1]) * pace) / 100,
      ];
      nearest = Math.min(nearest, distanceMeters(point, at));
    }
  }
  return nearest;
}

describe('getting on and off', () => {
  test('in the middle of a long road counts its part only', () => {
    const roads = line([road(0, 1), road(1, 2)]);
    const [time] = roads.fromOne('walk', at(0.25), [at(0.75)]);
    expect(time?.meters).toBeGreaterThan(495);
    expect(time?.meters).toBeLessThan(505);
  });

  test('against a one-way street goes around', () => {
    const roads = line([road(0, 1, KINDS.oneWay), road(1, 2), road(2, 0, KINDS.street, 2_000)]);
    const [back] = roads.fromOne('car', at(0.75), [at(0.25)]);
    expect(back?.meters).toBeGreaterThan(3_000);
    expect(roads.toOne('car', [at(0.75)], at(0.25))).toEqual([back]);
  });

  test('never happens on a ferry, a motorway, nor for cars on a path', () => {
    const roads = line([
      road(0, 1),
      road(1, 3, KINDS.ferry, 2_000),
      road(3, 4),
      road(0, 4, KINDS.motorway, 5_000),
      road(4, 5, KINDS.path),
    ]);
    expect(roads.offRoad('car', [at(0.5), at(2.2), at(3.5)])).toEqual([]);
    const narrow = roadGraphTimes(
      buildRoadNetwork(drawGraph(LINE, [road(0, 1), road(1, 3, KINDS.ferry), road(3, 4)])),
      { snapMeters: 100, minutes: 300 },
    );
    expect(narrow.offRoad('car', [at(0.5), at(2), at(3.5)])).toEqual([1]);
  });

  test('the same home asked again answers the same, with other places and after others', () => {
    const roads = line([road(0, 1), road(1, 2), road(2, 3), road(3, 4)]);
    const near = roads.fromOne('car', at(0), [at(1)]);
    const far = roads.fromOne('car', at(0), [at(4), at(1)]);
    roads.fromOne('car', at(2), [at(3)]);
    expect(far[1]).toEqual(near[0]);
    expect(roads.fromOne('car', at(0), [at(4), at(1)])).toEqual(far);
  });
});
