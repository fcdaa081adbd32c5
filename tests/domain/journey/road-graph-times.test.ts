import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { ROAD_MODES } from '#domain/journey/road-mode.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { snapToRoad } from '#domain/journey/road-snap.ts';
import {
  bruteBetween,
  bruteEndEdges,
  drawGraph,
  KINDS,
} from '#tests/domain/journey/road-brute-force.ts';
import {
  at,
  LINE,
  line,
  randomRoads,
  road,
  SOUTH,
  somePoints,
  WEST,
} from '#tests/domain/journey/road-drawings.ts';

const SEED = 20_261_127;
/** Seconds by our rule of what a door costs, in the minutes shown. */
const ACCESS_KMH = { walk: 4.5, cycle: 10, car: 15 };
function shownMinutes(mode: 'walk' | 'cycle' | 'car', seconds: number, awayMeters: number): number {
  const all = seconds + (awayMeters * 3.6) / ACCESS_KMH[mode] + (mode === 'car' ? 60 : 0);
  return mode === 'car' ? Math.round(all / 60) : Math.ceil(all / 60 - 1e-9);
}

describe('times by the roads', () => {
  test('are those of trying every road, there and back, in every mode', { timeout: 60_000 }, () => {
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

  test('past the minutes of use of a point null may be told; within them all is told as it is', () => {
    let [within, silent] = [0, 0];
    const most = [1, 3, 10, Number.POSITIVE_INFINITY];
    const check = fc.property(randomRoads, somePoints, somePoints, (graph, [from], tos) => {
      fc.pre(from !== undefined && bruteEndEdges(graph) !== null);
      const network = buildRoadNetwork(graph);
      const [whole, limited] = [roadGraphTimes(network), roadGraphTimes(network)];
      const mostMinutes = tos.map((_, index) => most[index % most.length] ?? 0);
      for (const mode of ROAD_MODES) {
        const told = [
          [whole.fromOne(mode, from, tos), limited.fromOne(mode, from, tos, mostMinutes)],
          [whole.toOne(mode, tos, from), limited.toOne(mode, tos, from, mostMinutes)],
        ] as const;
        for (const [all, some] of told) {
          for (const [index, time] of all.entries()) {
            const isOfUse = time !== null && time.minutes <= (mostMinutes[index] ?? 0);
            if (isOfUse) within += 1;
            else if (time !== null && some[index] === null) silent += 1;
            if (isOfUse || some[index] !== null) expect(some[index]).toEqual(time);
          }
        }
      }
    });
    fc.assert(check, { seed: SEED, numRuns: 200 });
    expect(within).toBeGreaterThan(300);
    expect(silent).toBeGreaterThan(100);
  });

  test('a graph without roads knows nothing and says so', () => {
    const empty = roadGraphTimes(buildRoadNetwork(drawGraph([], [])));
    expect(empty.fromOne('car', at(0), [at(1)])).toEqual([null]);
  });
});
