import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters, type LonLat } from '#domain/geo.ts';

const anyPoint: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

/** Haversine loses centimetres near the opposite side of the Earth; nobody travels there from here. */
const pointOfEurope: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -10, max: 20, noNaN: true }),
  fc.double({ min: 35, max: 60, noNaN: true }),
);

describe('a distance as the crow flies', () => {
  it('is that of known points, longitude first', () => {
    const angouleme: LonLat = [0.164608, 45.653572];
    const montmoreau: LonLat = [0.13823, 45.398367];
    expect(distanceMeters(angouleme, montmoreau)).toBeGreaterThan(28_300);
    expect(distanceMeters(angouleme, montmoreau)).toBeLessThan(28_600);
    expect(distanceMeters([0, 0], [0, 1])).toBeCloseTo(111_195, -1);
    expect(distanceMeters([0, 60], [1, 60])).toBeCloseTo(55_597, -1);
  });

  it('is the same both ways, nothing to oneself, never more than half the Earth', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (a, b) => {
        expect(distanceMeters(a, b)).toBeCloseTo(distanceMeters(b, a), 3);
        expect(distanceMeters(a, a)).toBe(0);
        expect(distanceMeters(a, b)).toBeLessThanOrEqual(20_016_000);
      }),
    );
  });

  it('is never shortened by a detour', () => {
    fc.assert(
      fc.property(pointOfEurope, pointOfEurope, pointOfEurope, (a, b, c) => {
        expect(distanceMeters(a, c)).toBeLessThanOrEqual(
          distanceMeters(a, b) + distanceMeters(b, c) + 0.001,
        );
      }),
    );
  });
});
