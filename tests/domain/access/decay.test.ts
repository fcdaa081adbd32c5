// Which side a step closes on, where curves end, what longer trips do.

import { describe, expect, it } from 'vitest';
import {
  type Decay,
  decayTable,
  decayWeight,
  gaussianReaching,
  within,
} from '#domain/access/decay.ts';
import { pairsFromTriples, toTenths, UNREACHABLE_TENTHS } from '#domain/access/travel-pairs.ts';

const steps = (closed: 'right' | 'left'): Decay => ({
  kind: 'step',
  closed,
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 20, weight: 0.3 },
  ],
});

describe('a decay by steps', () => {
  it('keeps those at the step when it is closed on the right, and not on the left', () => {
    const [right, left] = [decayTable(steps('right')), decayTable(steps('left'))];
    expect([right[100], right[101], right[200], right[201]]).toEqual([1, 0.3, 0.3, 0]);
    expect([left[99], left[100], left[199], left[200]]).toEqual([1, 0.3, 0.3, 0]);
  });

  it('classes the tenth kept of a time as it would the time itself', () => {
    for (const minutes of [9.999, 10, 10.000_1, 10.04, 10.05, 19.99, 20.01]) {
      const kept = toTenths(minutes) / 10;
      const own = decayWeight(steps('right'), minutes < 10.001 && minutes > 10 ? 10.1 : minutes);
      expect(decayWeight(steps('right'), kept), `${minutes} min`).toBe(own);
    }
    expect([5.8, 1.1, 2.3, 64.1, 0].map(toTenths)).toEqual([58, 11, 23, 641, 0]);
    expect([Number.POSITIVE_INFINITY, 7_000].map(toTenths)).toEqual([
      UNREACHABLE_TENTHS,
      UNREACHABLE_TENTHS,
    ]);
  });

  it('asked of trips 10 % longer keeps those of 9 min 5 s and leaves those of 9 min 10 s', () => {
    const longer = decayTable(within(10), 1.1);
    expect([longer[90], longer[91]]).toEqual([1, 0]);
    expect(decayTable(within(11), 1.1)[100]).toBe(1);
  });
});

describe('a curve', () => {
  it('is 1 at no distance, falls, and ends at its reach', () => {
    const curves: Decay[] = [
      { kind: 'linear', reachMinutes: 30 },
      gaussianReaching(30),
      { kind: 'exponential', ratePerMinute: 0.1, reachMinutes: 30 },
      { kind: 'logistic', middleMinutes: 15, deviationMinutes: 5, reachMinutes: 30 },
    ];
    for (const curve of curves) {
      const table = decayTable(curve);
      expect(table[0], curve.kind).toBe(1);
      for (let t = 1; t < 300; t++) expect(table[t]).toBeLessThan(table[t - 1] ?? 0);
      expect(table[301], curve.kind).toBe(0);
      expect(table[UNREACHABLE_TENTHS], curve.kind).toBe(0);
    }
    expect(decayTable(gaussianReaching(30))[300]).toBeCloseTo(0.01, 12);
    expect(decayTable({ kind: 'linear', reachMinutes: 30 })[75]).toBe(0.75);
  });

  it('says what is wrong with it', () => {
    expect(() => decayTable({ kind: 'linear', reachMinutes: 0 })).toThrow(
      'Decay linear: expected a reach in minutes above 0, received 0',
    );
    const rising: Decay = {
      kind: 'step',
      closed: 'right',
      steps: [
        { minutes: 10, weight: 0.3 },
        { minutes: 20, weight: 0.5 },
      ],
    };
    expect(() => decayTable(rising)).toThrow('a weight from 0 to 0.3, received 20 min and 0.5');
  });
});

describe('travel pairs', () => {
  const triples = (places: number[], sites: number[], tenths: number[]) =>
    pairsFromTriples(3, 2, {
      places: Uint32Array.from(places),
      sites: Uint32Array.from(sites),
      tenths: Uint16Array.from(tenths),
    });

  it('are the same in whatever order they come, the unreachable left out', () => {
    const known = triples([0, 1, 2, 0], [0, 0, 0, 1], [10, 20, UNREACHABLE_TENTHS, 0]);
    expect(known).toEqual(triples([0, 2, 0, 1], [1, 0, 0, 0], [0, UNREACHABLE_TENTHS, 10, 20]));
    expect(Array.from(known.siteStarts)).toEqual([0, 2, 3]);
    expect(Array.from(known.tenths)).toEqual([10, 20, 0]);
  });

  it('refuse a pair that comes twice, or a place nobody knows', () => {
    expect(() => triples([1, 1], [0, 0], [5, 6])).toThrow('place 1 and site 0 come twice');
    expect(() => triples([3], [0], [5])).toThrow('expected a place from 0 to 2, received 3');
    expect(() => triples([0], [2], [5])).toThrow('expected a site from 0 to 1, received 2');
  });
});
