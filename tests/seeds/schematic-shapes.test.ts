import { describe, expect, it } from 'vitest';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { schematicShapes } from '#seeds/demo/territory/schematic-shapes.ts';

const site = (insee: string, lon: number, lat: number) => ({ insee, point: [lon, lat] as LonLat });

/** Even-odd rule on the outer ring. */
function holds(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  let inside = false;
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

describe('schematicShapes', () => {
  const sites = [site('a', 0, 45), site('b', 0.05, 45), site('c', 0, 45.04)];
  const neighbours = [site('n', -0.05, 45)];
  const shapes = schematicShapes(sites, neighbours, 4_000);

  it('draws a closed cell around each site and none around the neighbours', () => {
    expect([...shapes.keys()]).toEqual(['a', 'b', 'c']);
    for (const [insee, [polygon]] of shapes) {
      const ring = polygon?.[0] ?? [];
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(holds(ring, sites.find((each) => each.insee === insee)?.point ?? [0, 0])).toBe(true);
    }
  });

  it('gives each place to the nearest point, neighbours included', () => {
    const ringOfA = shapes.get('a')?.[0]?.[0] ?? [];
    expect(holds(ringOfA, [0.024, 45])).toBe(true);
    expect(holds(ringOfA, [0.026, 45])).toBe(false);
    expect(holds(ringOfA, [-0.026, 45])).toBe(false);
  });

  it('goes no farther than the distance asked', () => {
    for (const { insee, point } of sites) {
      for (const corner of shapes.get(insee)?.[0]?.[0] ?? []) {
        expect(distanceMeters(point, corner)).toBeLessThanOrEqual(4_040);
      }
    }
  });

  it('draws a circle around a site alone', () => {
    const ring = schematicShapes([site('only', 3, 43)], [], 2_000).get('only')?.[0]?.[0] ?? [];
    expect(ring).toHaveLength(49);
  });
});
