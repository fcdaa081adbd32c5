import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { ESTIMATE_ERROR, estimateDrive, estimateWalk } from '#domain/journey/road-estimate.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import {
  crossValidate,
  fitMeters,
  fitMinutes,
  rankCorrelation,
  readTrips,
} from '#tests/bench/estimate-fit.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';

const HERE: LonLat = [0.04, 45.27];
/** A point so many metres to the north. */
const north = (meters: number): LonLat => [HERE[0], HERE[1] + meters / 111_195];

const file = sharedFile('data/travel-times/correze-osrm-third.csv', 'Road estimate error');

describe('estimateDrive', () => {
  test('a drive to the same door costs one minute and no distance', () => {
    expect(estimateDrive(HERE, HERE)).toEqual({ minutes: 1, meters: 0 });
  });

  test('short trips are plausible', () => {
    expect(estimateDrive(HERE, north(1000))).toEqual({ minutes: 4, meters: 1480 });
    expect(estimateDrive(HERE, north(3000))).toEqual({ minutes: 7, meters: 4391 });
  });

  test('farther is never quicker nor shorter', () => {
    const meters = fc.double({ min: 0, max: 150_000, noNaN: true });
    fc.assert(
      fc.property(meters, meters, (a, b) => {
        const near = estimateDrive(HERE, north(Math.min(a, b)));
        const far = estimateDrive(HERE, north(Math.max(a, b)));
        expect(far.minutes).toBeGreaterThanOrEqual(near.minutes);
        expect(far.meters).toBeGreaterThanOrEqual(near.meters);
        expect(far.meters).toBeGreaterThanOrEqual(Math.floor(Math.max(a, b)));
      }),
    );
  });
});

describe('the published error', () => {
  test.runIf(file)(
    'is that of trips set aside, and the model is the one fitted',
    { timeout: 60_000 },
    () => {
      const trips = readTrips(file ?? '');
      const found = crossValidate(trips);
      expect(found.rows).toBe(ESTIMATE_ERROR.rows);
      expect(found.origins).toBe(ESTIMATE_ERROR.origins);
      expect(found.medianAbsoluteMinutes).toBeCloseTo(ESTIMATE_ERROR.medianAbsoluteMinutes, 1);
      expect(found.p90AbsoluteMinutes).toBeCloseTo(ESTIMATE_ERROR.p90AbsoluteMinutes, 1);
      expect(found.shortMedianAbsoluteMinutes).toBeCloseTo(
        ESTIMATE_ERROR.shortMedianAbsoluteMinutes,
        1,
      );
      expect(found.medianMinutesShare).toBeCloseTo(ESTIMATE_ERROR.medianMinutesShare, 2);
      expect(found.medianMetersShare).toBeCloseTo(ESTIMATE_ERROR.medianMetersShare, 2);
      expect(found.rankCorrelation).toBeCloseTo(ESTIMATE_ERROR.rankCorrelation, 2);
      const [minutes, meters] = [fitMinutes(trips), fitMeters(trips)];
      expect([minutes.exponent, meters.exponent]).toEqual([0.83, 0.99]);
      // Ten kilometres away, the estimate is the model fitted.
      const tenKm = estimateDrive(HERE, north(10_000));
      expect(tenKm.minutes).toBe(Math.round(1 + minutes.atOneKm * 10 ** minutes.exponent));
      expect(Math.abs(tenKm.meters - meters.atOneKm * 10 ** meters.exponent)).toBeLessThan(20);
    },
  );

  test('ranks agree whole, not at all, and share equal places', () => {
    expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 99])).toBeCloseTo(1);
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1);
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9487, 4);
  });
});

describe('estimateRoads', () => {
  test('answers in the order asked, labelled as an estimate, the same both ways', () => {
    const there = estimateRoads.fromOne('car', HERE, [north(3000), north(1000)]);
    expect(there).toEqual([
      { minutes: 7, meters: 4391, estimate: true },
      { minutes: 4, meters: 1480, estimate: true },
    ]);
    expect(estimateRoads.toOne('car', [north(3000), north(1000)], HERE)).toEqual(there);
    expect(estimateRoads.fromOne('cycle', HERE, [north(3000)])[0]?.minutes).toBe(18);
    expect(estimateRoads.fromOne('walk', HERE, [])).toEqual([]);
  });
});

describe('estimateWalk', () => {
  test('walks 1.3 times the straight line at 4.5 km/h, minutes rounded up', () => {
    expect(estimateWalk(HERE, HERE)).toEqual({ minutes: 0, meters: 0 });
    expect(estimateWalk(HERE, north(600))).toEqual({ minutes: 11, meters: 780 });
    expect(estimateWalk(HERE, north(2990))).toEqual({ minutes: 52, meters: 3887 });
  });
});
