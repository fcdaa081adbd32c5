import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { feederStops, mayFeed } from '#domain/transport/feeder-stops.ts';
import type { AreaRule, ServiceArea } from '#domain/transport/offer.ts';
import { areaCovers, patternCoverage, patternServes } from '#domain/transport/pattern-serves.ts';
import {
  communes,
  everywhere,
  namedPoints,
  travelPattern,
  unknownArea,
} from '#tests/domain/transport/drawn.ts';

const end = (insee: string | null, point: LonLat = [0.1, 45.3]) => ({ insee, point });
const aubeterre = end('16020', [0.17, 45.27]);
const chalais = end('16073', [0.04, 45.27]);
const angouleme = end('16015', [0.16, 45.65]);
const bordeaux = end('33063', [-0.57, 44.84]);
const territory = communes('16020', '16073');
const serves = (
  rule: AreaRule,
  from: ReturnType<typeof end>,
  to: ReturnType<typeof end>,
  change: { destination?: ServiceArea; bothWays?: boolean } = {},
) => patternServes(travelPattern({ rule, origin: territory, ...change }), from, to);

describe('the five area rules', () => {
  it('« within »: both ends in the area', () => {
    expect(serves('within', aubeterre, chalais)).toBe(true);
    expect(serves('within', aubeterre, angouleme)).toBe(false);
    expect(serves('within', angouleme, chalais)).toBe(false);
  });

  it('« from … to … »: the first in one, the second in the other, not backwards', () => {
    const destination = communes('16015');
    expect(serves('from_to', aubeterre, angouleme, { destination })).toBe(true);
    expect(serves('from_to', angouleme, aubeterre, { destination })).toBe(false);
    expect(serves('from_to', angouleme, aubeterre, { destination, bothWays: true })).toBe(true);
    expect(serves('from_to', aubeterre, bordeaux, { destination, bothWays: true })).toBe(false);
  });

  it('« starts in »: from the area to anywhere', () => {
    expect(serves('starts_in', aubeterre, bordeaux)).toBe(true);
    expect(serves('starts_in', bordeaux, aubeterre)).toBe(false);
    expect(serves('starts_in', bordeaux, aubeterre, { bothWays: true })).toBe(true);
  });

  it('« ends in »: from anywhere to the area', () => {
    expect(serves('ends_in', bordeaux, aubeterre)).toBe(true);
    expect(serves('ends_in', aubeterre, bordeaux)).toBe(false);
    const toHospital = travelPattern({ rule: 'ends_in', destination: communes('16015') });
    expect(patternServes(toHospital, bordeaux, angouleme)).toBe(true);
    expect(patternServes(toHospital, angouleme, bordeaux)).toBe(false);
  });

  it('« starts or ends in »: one end is enough', () => {
    expect(serves('starts_or_ends_in', aubeterre, bordeaux)).toBe(true);
    expect(serves('starts_or_ends_in', bordeaux, aubeterre)).toBe(true);
    expect(serves('starts_or_ends_in', angouleme, bordeaux)).toBe(false);
  });

  it('« starts or ends in » with a destination keeps the other end inside it', () => {
    const destination = communes('16015');
    expect(serves('starts_or_ends_in', angouleme, chalais, { destination })).toBe(true);
    expect(serves('starts_or_ends_in', bordeaux, chalais, { destination })).toBe(false);
  });
});

describe('areas', () => {
  it('of named points cover what lies within their radius', () => {
    const hospital = namedPoints(['CH', [0.0984, 45.6436], 400]);
    expect(areaCovers(hospital, end(null, [0.1, 45.645]))).toBe('yes');
    expect(areaCovers(hospital, end(null, [0.11, 45.645]))).toBe('no');
  });

  it('not documented, or a commune not known, are unknown and never proposed', () => {
    expect(areaCovers(unknownArea, aubeterre)).toBe('unknown');
    expect(areaCovers(territory, end(null))).toBe('unknown');
    expect(areaCovers(everywhere, end(null))).toBe('yes');
    const pattern = travelPattern({ rule: 'within', origin: unknownArea });
    expect(patternCoverage(pattern, aubeterre, chalais)).toBe('unknown');
    expect(patternServes(pattern, aubeterre, chalais)).toBe(false);
    const inside = travelPattern({ rule: 'within', origin: territory });
    expect(patternCoverage(inside, end(null), bordeaux)).toBe('no');
  });

  it('do not stretch beyond the longest trip allowed', () => {
    const pattern = travelPattern({ rule: 'starts_in', origin: territory, maxKm: 60 });
    expect(patternServes(pattern, aubeterre, angouleme)).toBe(true);
    expect(patternCoverage(pattern, aubeterre, bordeaux)).toBe('no');
  });

  it('are symmetrical when the pattern works both ways', () => {
    const ends = fc.constantFrom(aubeterre, chalais, angouleme, bordeaux, end(null));
    const areas = fc.constantFrom(territory, communes('16015'), everywhere, unknownArea);
    const rules = fc.constantFrom<AreaRule>(
      'within',
      'from_to',
      'starts_in',
      'ends_in',
      'starts_or_ends_in',
    );
    fc.assert(
      fc.property(rules, areas, fc.option(areas), ends, ends, (rule, origin, destination, a, b) => {
        const pattern = travelPattern({ rule, origin, destination, bothWays: true });
        expect(patternCoverage(pattern, a, b)).toBe(patternCoverage(pattern, b, a));
        const oneWay = { ...pattern, bothWays: false };
        if (patternServes(oneWay, a, b)) expect(patternServes(pattern, a, b)).toBe(true);
      }),
    );
  });
});

describe('stops an offer may feed', () => {
  const stations = [
    { id: 'montmoreau', insee: '16230', point: [0.138, 45.398] as LonLat },
    { id: 'chalais', insee: '16073', point: [0.043, 45.271] as LonLat },
    { id: 'jonzac', insee: '17197', point: [-0.442, 45.439] as LonLat },
  ];
  const ids = (stops: readonly { id: string }[]) => stops.map((stop) => stop.id);

  it('are those of its area, in the given order', () => {
    const pattern = travelPattern({
      rule: 'within',
      origin: communes('16020', '16073', '16230'),
      feeder: 'yes',
    });
    expect(ids(feederStops(pattern, aubeterre, stations, 'to_stop'))).toEqual([
      'montmoreau',
      'chalais',
    ]);
  });

  it('are only the named points when its destination is a list of points', () => {
    const pattern = travelPattern({
      rule: 'from_to',
      origin: communes('16020'),
      destination: namedPoints(['Gare de Chalais', [0.0434, 45.2709], 200]),
      feeder: 'only',
    });
    expect(ids(feederStops(pattern, aubeterre, stations, 'to_stop'))).toEqual(['chalais']);
    expect(feederStops(pattern, aubeterre, stations, 'from_stop')).toEqual([]);
    expect(
      ids(feederStops({ ...pattern, bothWays: true }, aubeterre, stations, 'from_stop')),
    ).toEqual(['chalais']);
  });

  it('are none when the pattern feeds nothing or the offer refuses connections', () => {
    const pattern = travelPattern({ rule: 'within', feeder: 'no' });
    expect(feederStops(pattern, aubeterre, stations, 'to_stop')).toEqual([]);
    const feeding = travelPattern({ feeder: 'yes' });
    expect(mayFeed({ purposes: { allowed: [], denied: [] } }, feeding)).toBe(true);
    expect(mayFeed({ purposes: { allowed: [], denied: ['connection'] } }, feeding)).toBe(false);
    expect(mayFeed({ purposes: { allowed: [], denied: [] } }, pattern)).toBe(false);
  });
});
