import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transposed } from '#domain/access/transposed.ts';
import { pairsFromRows } from '#domain/access/travel-pairs.ts';
import { createRowMaker, offRoad } from '#domain/access/travel-rows.ts';
import type { LonLat } from '#domain/geo.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { randomRoads, somePoints } from '#tests/domain/journey/road-drawings.ts';

const REACH = 20;
const many = { numRuns: 60 };

test('rows by site hold the times rows by place do, one-way roads included', () => {
  fc.assert(
    fc.property(randomRoads, somePoints, somePoints, (graph, places, sites) => {
      const network = buildRoadNetwork(graph);
      const ask = { network, mode: 'car', reachMinutes: REACH } as const;
      const bySite = createRowMaker({ ...ask, rowSide: 'site', columns: places });
      const byPlace = createRowMaker({ ...ask, rowSide: 'place', columns: sites });
      const one = pairsFromRows(places.length, sites.map(bySite));
      const other = transposed(pairsFromRows(sites.length, places.map(byPlace)));
      expect(one.siteStarts).toEqual(other.siteStarts);
      expect(one.places).toEqual(other.places);
      // The same way added up from its two ends: a tenth apart at most.
      for (const [k, tenths] of one.tenths.entries()) {
        expect(Math.abs(tenths - (other.tenths[k] ?? 0))).toBeLessThanOrEqual(1);
      }
    }),
    many,
  );
});

test('times are those of the search residents are answered by, and none beyond the reach', () => {
  fc.assert(
    fc.property(randomRoads, somePoints, somePoints, (graph, places, sites) => {
      const network = buildRoadNetwork(graph);
      const makeRow = createRowMaker({
        ...{ network, mode: 'walk', rowSide: 'site', columns: places, reachMinutes: REACH },
      });
      for (const site of sites) {
        const row = makeRow(site);
        const known = roadGraphTimes(network).toOne('walk', places, site);
        for (const [place, time] of known.entries()) {
          const k = row.places.indexOf(place);
          if (time === null || time.minutes > REACH) expect(k).toBe(-1);
          else
            expect(Math.ceil((row.tenths[k] ?? 0) / 10 - 0.101)).toBeLessThanOrEqual(time.minutes);
          if (k !== -1) expect(row.tenths[k]).toBeLessThanOrEqual(REACH * 10);
        }
      }
    }),
    many,
  );
});

test('without roads the estimate answers, the same both ways, nothing beyond the reach', () => {
  const places: LonLat[] = [
    [0, 45],
    [0.1, 45],
    [2, 45],
  ];
  const makeRow = createRowMaker({
    ...{ network: null, mode: 'car', rowSide: 'site', columns: places, reachMinutes: 45 },
  });
  const row = makeRow([0, 45]);
  expect([...row.places]).toEqual([0, 1]);
  // One minute to start and park, then 2.6 × 7.86 km^0.83, not rounded to the minute.
  expect([...row.tenths]).toEqual([10, 154]);
});

test('a point far from any road is listed, and reaches nothing', () => {
  fc.assert(
    fc.property(randomRoads, somePoints, (graph, places) => {
      const network = buildRoadNetwork(graph);
      const far: LonLat = [5, 48];
      expect(offRoad(network, [far])).toEqual([0]);
      const ask = { network, mode: 'car', rowSide: 'site', reachMinutes: REACH } as const;
      expect(createRowMaker({ ...ask, columns: places })(far).places).toHaveLength(0);
    }),
    { numRuns: 5 },
  );
});
