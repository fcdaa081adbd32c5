import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { feederStops } from '#domain/transport/feeder-stops.ts';
import type { ServiceArea } from '#domain/transport/offer.ts';
import { areaCovers, patternCoverage } from '#domain/transport/pattern-serves.ts';
import { runningOn } from '#domain/transport/runs-on.ts';
import { serviceCalendar, travelPattern } from '#tests/domain/transport/drawn.ts';

const at = (lon: number, lat: number) => ({ point: [lon, lat] as LonLat, insee: null });

/** A square of one degree with a hole in its middle, and an island to the east. */
const drawn: ServiceArea = {
  kind: 'polygon',
  label: 'Le plateau',
  polygons: [
    [
      [
        [0, 45],
        [1, 45],
        [1, 46],
        [0, 46],
        [0, 45],
      ],
      [
        [0.4, 45.4],
        [0.6, 45.4],
        [0.6, 45.6],
        [0.4, 45.6],
        [0.4, 45.4],
      ],
    ],
    [
      [
        [2, 45],
        [2.5, 45],
        [2.5, 45.5],
        [2, 45],
      ],
    ],
  ],
};

describe('a drawn area', () => {
  it('covers its inside and its islands, neither its holes nor what lies around', () => {
    expect(areaCovers(drawn, at(0.2, 45.5))).toBe('yes');
    expect(areaCovers(drawn, at(0.5, 45.5))).toBe('no');
    expect(areaCovers(drawn, at(0.8, 45.5))).toBe('yes');
    expect(areaCovers(drawn, at(1.5, 45.5))).toBe('no');
    expect(areaCovers(drawn, at(2.4, 45.2))).toBe('yes');
    expect(areaCovers(drawn, at(2.1, 45.4))).toBe('no');
  });

  it('needs no commune code: a point is enough', () => {
    const pattern = travelPattern({ rule: 'starts_in', origin: drawn });
    expect(patternCoverage(pattern, at(0.2, 45.5), at(5, 48))).toBe('yes');
    expect(patternCoverage(pattern, at(1.5, 45.5), at(0.2, 45.5))).toBe('no');
  });
});

describe('the shortest and the longest trip', () => {
  const pattern = travelPattern({ minKm: 10, maxKm: 50 });
  const home = at(0, 45);
  // 0.1 degree of latitude is 11.1 km.
  const [near, closer, far] = [at(0, 45.08), at(0, 45.02), at(0, 45.5)];

  it('are judged on the road when it is known', () => {
    expect(patternCoverage(pattern, home, near, 12_000)).toBe('yes');
    expect(patternCoverage(pattern, home, near, 9_900)).toBe('no');
    expect(patternCoverage(pattern, home, near, 50_001)).toBe('no');
  });

  it('leave in doubt a trip whose road may be long enough, and refuse what is sure', () => {
    expect(patternCoverage(pattern, home, near)).toBe('unknown');
    expect(patternCoverage(pattern, home, closer)).toBe('no');
    expect(patternCoverage(pattern, home, far)).toBe('no');
    expect(patternCoverage(pattern, home, at(0, 45.2))).toBe('yes');
  });
});

describe('stops chosen by the manager', () => {
  const stops = [at(0.1, 45.1), at(0.2, 45.2), at(0.3, 45.3)];
  const chosen = { id: 'b', name: 'Gare', point: [0.2, 45.2] as const, radiusMeters: 100 };

  it('are the only ones fed, of those the pattern serves', () => {
    const open = travelPattern({ feeder: 'yes' });
    expect(feederStops(open, at(0, 45), stops, 'to_stop')).toEqual(stops);
    const narrow = travelPattern({ feeder: 'yes', feederStops: [chosen] });
    expect(feederStops(narrow, at(0, 45), stops, 'to_stop')).toEqual([stops[1]]);
    expect(feederStops({ ...narrow, feederStops: [] }, at(0, 45), stops, 'to_stop')).toEqual([]);
  });
});

describe('school holidays of an offer', () => {
  it('are those of its own zone when it names one', () => {
    const term = serviceCalendar({ school: 'term' });
    // 24 February 2027: zone A has resumed on 1 March, C on 22 February.
    expect(runningOn(term, '2027-02-24', 'A')).toBe('no');
    expect(runningOn({ ...term, schoolZone: 'C' }, '2027-02-24', 'A')).toBe('yes');
    expect(runningOn({ ...term, schoolZone: 'B' }, '2027-03-02', 'A')).toBe('no');
  });
});
