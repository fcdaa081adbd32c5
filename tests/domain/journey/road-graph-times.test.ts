import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { edgeLine } from '#domain/journey/road-graph.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { ROAD_MODES } from '#domain/journey/road-mode.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { snapToRoad } from '#domain/journey/road-snap.ts';
import {
  bruteBetween,
  bruteEndEdges,
  type DrawnEdge,
  drawGraph,
  KINDS,
} from '#tests/domain/journey/road-brute-force.ts';

const SEED = 20_261_127;
const WEST = 400_000;
const SOUTH = 452_700_000;
const unit = fc.integer({ min: 0, max: 200_000 });
const place = fc.tuple(unit, unit).map(([x, y]) => [WEST + x, SOUTH + y] as [number, number]);

/** Up to twelve junctions within two kilometres, roads of every kind between them. */
const randomRoads = fc
  .array(place, { minLength: 2, maxLength: 12 })
  .chain((points) => {
    const junction = fc.nat({ max: points.length - 1 });
    const edge = fc.record({
      from: junction,
      to: junction,
      kind: fc.nat({ max: 6 }),
      meters: fc.integer({ min: 0, max: 3_000 }),
      bends: fc.array(place, { maxLength: 2 }),
    });
    return fc.tuple(fc.constant(points), fc.array(edge, { minLength: 1, maxLength: 30 }));
  })
  .map(([points, edges]) => drawGraph(points, edges));

const somePoints = fc.array(
  place.map(([lon, lat]): LonLat => [lon / 1e7, lat / 1e7]),
  { minLength: 1, maxLength: 4 },
);

/** Seconds by our rule of what a door costs, in the minutes shown. */
const ACCESS_KMH = { walk: 4.5, cycle: 10, car: 15 };
function shownMinutes(mode: 'walk' | 'cycle' | 'car', seconds: number, awayMeters: number): number {
  const all = seconds + (awayMeters * 3.6) / ACCESS_KMH[mode] + (mode === 'car' ? 60 : 0);
  return mode === 'car' ? Math.round(all / 60) : Math.ceil(all / 60 - 1e-9);
}

describe('times by the roads', () => {
  test('are those of trying every road, there and back, in every mode', () => {
    let [compared, reached] = [0, 0];
    const check = fc.property(randomRoads, somePoints, somePoints, (graph, froms, tos) => {
      const ends = bruteEndEdges(graph);
      fc.pre(ends !== null);
      const network = buildRoadNetwork(graph);
      expect([...network.rows.car.edgeIsEnd].map((each) => each === 1)).toEqual(ends);
      const roads = roadGraphTimes(network);
      for (const mode of ROAD_MODES) {
        const isEnd = (edge: number) => mode === 'car' && ends[edge] === true;
        const snap = (point: LonLat) => snapToRoad(network, mode, point, 1_000);
        const table = froms.map((from) => roads.fromOne(mode, from, tos));
        const columns = tos.map((to) => roads.toOne(mode, froms, to));
        for (const [i, from] of froms.entries()) {
          for (const [j, to] of tos.entries()) {
            const [start, end] = [snap(from), snap(to)];
            const time = table[i]?.[j] ?? null;
            const back = columns[j]?.[i] ?? null;
            compared += 1;
            if (start === null || end === null) {
              expect([time, back]).toEqual([null, null]);
              continue;
            }
            const seconds = bruteBetween(graph, mode, isEnd, start, end);
            if (!Number.isFinite(seconds)) {
              expect([time, back]).toEqual([null, null]);
              continue;
            }
            reached += 1;
            const away = start.awayMeters + end.awayMeters;
            // A sum added from the other end may fall on the other side of a half minute.
            const near = [-1e-3, 0, 1e-3].map((more) => shownMinutes(mode, seconds + more, away));
            expect(near).toContain(time?.minutes);
            expect(near).toContain(back?.minutes);
          }
        }
      }
    });
    fc.assert(check, { seed: SEED, numRuns: 400 });
    expect(compared).toBeGreaterThan(5_000);
    expect(reached).toBeGreaterThan(compared / 4);
  });

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

/** Junctions 0, 1, 2 … a kilometre apart on a line to the north, and roads between them. */
const LINE = Array.from({ length: 6 }, (_, j): [number, number] => [WEST, SOUTH + j * 90_000]);
const at = (km: number): LonLat => [WEST / 1e7, (SOUTH + km * 90_000) / 1e7];
const line = (edges: readonly DrawnEdge[]) =>
  roadGraphTimes(buildRoadNetwork(drawGraph(LINE, edges)));
const road = (from: number, to: number, kind = KINDS.street, meters = 1_000): DrawnEdge => ({
  from,
  to,
  kind,
  meters,
});

describe('roads of residents', () => {
  /** 0 — 1 — 2 — 3 by the street; a short way through residents’ roads from 0 to 3 by 4, aside. */
  const roads = roadGraphTimes(
    buildRoadNetwork(
      drawGraph(
        [...LINE.slice(0, 4), [WEST + 100_000, SOUTH + 135_000]],
        [
          road(0, 1),
          road(1, 2),
          road(2, 3, KINDS.street, 6_000),
          road(0, 4, KINDS.private, 300),
          road(4, 3, KINDS.private, 300),
        ],
      ),
    ),
  );
  const aside: LonLat = [(WEST + 100_000) / 1e7, (SOUTH + 135_000) / 1e7];

  test('are not a way through, for cars', () => {
    expect(roads.fromOne('car', at(0.1), [at(2.9)])[0]?.minutes).toBe(7);
    expect(roads.toOne('car', [at(0.1)], at(2.9))[0]?.minutes).toBe(7);
  });

  test('are one for who walks', () => {
    expect(roads.fromOne('walk', at(0.1), [at(2.9)])[0]?.meters).toBeLessThan(1_400);
  });

  test('are where a trip may start and end', () => {
    const [home] = roads.fromOne('car', at(0.1), [aside]);
    expect(home?.minutes).toBe(2);
    expect(roads.fromOne('car', aside, [at(0.1), at(2.9)])).not.toContain(null);
  });
});

describe('what cannot be said', () => {
  const roads = line([road(0, 1), road(1, 2), road(2, 3)]);
  const atSea: LonLat = [-2.5, 45.3];

  test('a point too far from any road is null, in its place, and reported', () => {
    expect(roads.fromOne('car', at(0), [at(1), atSea, at(2)]).map((each) => each === null)).toEqual(
      [false, true, false],
    );
    expect(roads.toOne('walk', [atSea, at(1)], at(0)).map((each) => each === null)).toEqual([
      true,
      false,
    ]);
    expect(roads.fromOne('car', atSea, [at(0), at(1)])).toEqual([null, null]);
    expect(roads.offRoad('car', [at(0), atSea, at(2), atSea])).toEqual([1, 3]);
    expect(roads.offRoad('car', [])).toEqual([]);
  });

  test('nobody asked for is an empty answer', () => {
    expect(roads.fromOne('car', at(0), [])).toEqual([]);
    expect(roads.toOne('car', [], at(0))).toEqual([]);
  });

  test('a trip past the limit of minutes is null', () => {
    const network = buildRoadNetwork(drawGraph(LINE, [road(0, 1), road(1, 2), road(2, 3)]));
    const short = roadGraphTimes(network, { snapMeters: 1_000, minutes: 20 });
    const [near, far] = short.fromOne('walk', at(0), [at(1), at(3)]);
    expect([near?.minutes, far]).toEqual([14, null]);
  });

  test('a graph without roads knows nothing and says so', () => {
    const empty = roadGraphTimes(buildRoadNetwork(drawGraph([], [])));
    expect(empty.fromOne('car', at(0), [at(1)])).toEqual([null]);
  });
});

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
