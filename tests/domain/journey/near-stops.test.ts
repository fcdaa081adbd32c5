import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildStopGrid, nearestOfEach, stopsAround } from '#domain/journey/stop-grid.ts';

const point = fc.tuple(
  fc.double({ min: -0.3, max: 0.3, noNaN: true }),
  fc.double({ min: 45, max: 45.5, noNaN: true }),
);
const stops = fc.array(fc.tuple(point, fc.nat({ max: 3 })), { maxLength: 60 });

describe('the nearest stops of each feed', () => {
  test('are the first of those around that belong to it, whatever is near of the others', () => {
    let left = 0;
    const check = fc.property(stops, point, fc.nat({ max: 5 }), (placed, center, more) => {
      // Twice the same places: two stops as far go by number.
      const all = [...placed, ...placed];
      const points = all.map(([at]) => at);
      const groups = all.map(([, group]) => group);
      const grid = buildStopGrid(points, points.keys());
      const counts = new Map<number, number>();
      const around = stopsAround(grid, center, 35_000);
      const expected = around.filter(({ stop }) => {
        const count = (counts.get(groups[stop] ?? 0) ?? 0) + 1;
        counts.set(groups[stop] ?? 0, count);
        return count <= more + 1;
      });
      left += around.length - expected.length;
      expect(nearestOfEach(grid, groups, center, 35_000, more + 1)).toEqual(expected);
    });
    fc.assert(check, { seed: 20_261_127, numRuns: 300 });
    expect(left).toBeGreaterThan(300);
  });
});
