import { describe, expect, test } from 'vitest';
import { ACTS_A_FULL_TIME } from '#domain/access/apl-parameters.ts';
import { gapWithoutCar } from '#domain/access/gap-without-car.ts';
import type { GroundSite } from '#domain/access/ground.ts';
import type { GroundPlace } from '#domain/access/ground-places.ts';
import { maskOf } from '#domain/access/half-days.ts';
import type { SiteReached } from '#domain/access/no-car-week.ts';
import { pairsFromTriples } from '#domain/access/travel-pairs.ts';
import type { LonLat } from '#domain/geo.ts';

const SURGERY: LonLat = [0.1, 45.3];
const WEEKDAYS = maskOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

const place = (insee: string, demand: number): GroundPlace => ({
  ...{ id: insee, insee, name: insee, point: SURGERY, isInside: true },
  ...{ population: demand, population75Plus: null, demand },
});

const site = (id: string, gp: number, point: LonLat): GroundSite => ({
  ...{ id, point, insee: 'a', communeName: 'A', placeNames: {}, isInside: true },
  ...{ heads: { gp }, practitioners: [], halfDays: null },
});

const reached = (change: Partial<SiteReached> = {}): SiteReached => ({
  ...{ id: 'surgery', name: 'Cabinet', insee: 'a', point: SURGERY, crowMeters: 0, counts: true },
  ...{ openMask: WEEKDAYS, sureMask: 0, forAllMask: WEEKDAYS, possibleMask: WEEKDAYS },
  ...{ minutes: 5, forAllMinutes: 5 },
  ...change,
});

describe('what is lost for want of a car', () => {
  const places = [place('a', 600), place('b', 300), place('c', 600), place('d', 1)];
  const sites = [site('s', 1, SURGERY), site('empty', 0, [0.5, 45.3])];
  // By car: weights 1, 2/3 and 1/3; the demand weighted is 600 + 200 + 200.
  const pairs = pairsFromTriples(4, 2, {
    places: Uint32Array.from([0, 1, 2]),
    sites: Uint32Array.from([0, 0, 0]),
    tenths: Uint16Array.from([40, 120, 180]),
  });
  const ratio = ACTS_A_FULL_TIME.value / 1_000;

  test('is nothing where one walks to the doctor on every day the doctor receives', () => {
    expect(gapWithoutCar(places, sites, pairs, { a: [reached()] })[0]).toBeCloseTo(0, 12);
  });

  test('is what the days without a way, and the time the way takes, cost', () => {
    const twoDays = reached({ forAllMask: maskOf([2, 6]), forAllMinutes: 12 });
    const gap = gapWithoutCar(places, sites, pairs, { b: [twoDays] });
    expect(gap[1]).toBeCloseTo(ratio * (2 / 3) * (1 - 2 / 5), 9);
  });

  test('is all of it where only volunteers go, or nothing does', () => {
    const volunteers = reached({ forAllMask: 0, forAllMinutes: null, minutes: 12 });
    const gap = gapWithoutCar(places, sites, pairs, { b: [volunteers], c: [] });
    expect(gap[1]).toBeCloseTo((ratio * 2) / 3, 9);
    expect(gap[2]).toBeCloseTo(ratio / 3, 9);
  });

  test('is not known where times without a car are not, and is never a gain', () => {
    const near = reached({ forAllMinutes: 3 });
    const gap = gapWithoutCar(places, sites, pairs, { c: [near] });
    expect(gap[0]).toBeNaN();
    expect(gap[2]).toBe(0);
  });

  test('takes practices within a hundred metres for one place, and no other', () => {
    const across = reached({ point: [0.1008, 45.3] });
    const elsewhere = reached({ point: [0.12, 45.3] });
    expect(gapWithoutCar(places, sites, pairs, { a: [across] })[0]).toBeCloseTo(0, 12);
    expect(gapWithoutCar(places, sites, pairs, { a: [elsewhere] })[0]).toBeCloseTo(ratio, 9);
  });
});
