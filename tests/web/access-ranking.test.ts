// The order of communes: the same in the table and on the map, the worst served first.

import { describe, expect, it } from 'vitest';
import { paradeBands } from '#web/features/access/distribution-model.ts';
import { minutesLeft } from '#web/features/access/job-progress.tsx';
import {
  rankPlaces,
  sortPlaces,
  tiedWithWorst,
  worstPlaces,
} from '#web/features/access/rank-places.ts';
import { valueClasses } from '#web/features/access/value-classes.ts';
import { readCommuneShapes } from '#web/map/commune-shapes.ts';
import { features } from '#web/map/create-map-values.ts';
import { indicatorOf, PLACES, place } from './access-fixture.ts';

const names = (places: readonly { name: string }[]) => places.map(({ name }) => name);

describe('the ranking', () => {
  it('begins with nothing in reach, then the lowest, and ends with what cannot be compared', () => {
    const ranked = rankPlaces(PLACES, 'high_is_good');
    expect(names(ranked)).toEqual(['Loin', 'Presque', 'Creux', 'Bonneville', 'Vide', 'Secret']);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, null, null]);
  });

  it('begins with the longest where little is good', () => {
    const ranked = rankPlaces(PLACES, 'low_is_good');
    expect(names(ranked).slice(0, 3)).toEqual(['Loin', 'Bonneville', 'Creux']);
  });

  it('does not depend on the order of what comes', () => {
    const places = [...PLACES, place('16007', { name: 'Égal', value: 1.2, population: 200 })];
    const straight = names(rankPlaces(places, 'high_is_good'));
    expect(names(rankPlaces(places.toReversed(), 'high_is_good'))).toEqual(straight);
  });

  it('numbers on the map the first three that can be compared', () => {
    const ranked = rankPlaces(PLACES, 'high_is_good');
    expect(names(worstPlaces(ranked))).toEqual(['Loin', 'Presque', 'Creux']);
    expect(worstPlaces(rankPlaces([place('16001')], 'high_is_good'))).toEqual([]);
  });

  it('puts what is not known before what is not told, however many live there', () => {
    const places = [
      place('16001', { name: 'Tu', state: 'suppressed', population: 900 }),
      place('16002', { name: 'Inconnu', population: 5 }),
      place('16003', { name: 'Su', value: 1 }),
    ];
    expect(names(rankPlaces(places, 'high_is_good'))).toEqual(['Su', 'Inconnu', 'Tu']);
  });

  it('among equals numbers the most peopled, and says how many are equal', () => {
    const noDay = (insee: string, population: number) =>
      place(insee, { name: insee, value: 0, population });
    const places = [
      noDay('16001', 50),
      noDay('16002', 70),
      noDay('16003', 60),
      noDay('16004', 60),
      place('16005', { value: 3, population: 900 }),
    ];
    const ranked = rankPlaces(places, 'high_is_good');
    expect(names(worstPlaces(ranked))).toEqual(['16002', '16003', '16004']);
    expect(tiedWithWorst(ranked, 'high_is_good')).toMatchObject({
      ...{ count: 4, place: { insee: '16004' } },
    });
    expect(
      tiedWithWorst(rankPlaces(places.slice(0, 3), 'high_is_good'), 'high_is_good'),
    ).toBeNull();
    expect(tiedWithWorst(rankPlaces(PLACES, 'high_is_good'), 'high_is_good')).toBeNull();
    expect(tiedWithWorst([], 'high_is_good')).toBeNull();
    const nowhere = ['1', '2', '3', '4'].map((n) => place(`1600${n}`, { state: 'none_in_reach' }));
    expect(tiedWithWorst(rankPlaces(nowhere, 'low_is_good'), 'low_is_good')?.count).toBe(4);
  });

  it('sorts by searches without a way, those that are hidden last both ways', () => {
    const ranked = rankPlaces(PLACES, 'high_is_good');
    const searches = new Map([
      ['16002', 5],
      ['16004', 12],
    ]);
    expect(names(sortPlaces(ranked, 'searches', false, searches)).slice(0, 2)).toEqual([
      'Presque',
      'Creux',
    ]);
    const reversed = names(sortPlaces(ranked, 'searches', true, searches));
    expect(reversed.slice(0, 2)).toEqual(['Creux', 'Presque']);
  });

  it('reads backwards with what cannot be compared still last', () => {
    const ranked = rankPlaces(PLACES, 'high_is_good');
    expect(names(sortPlaces(ranked, 'rank', true))).toEqual([
      'Bonneville',
      'Creux',
      'Presque',
      'Loin',
      'Vide',
      'Secret',
    ]);
  });

  it('sorts by name and by people', () => {
    const ranked = rankPlaces(PLACES, 'high_is_good');
    expect(names(sortPlaces(ranked, 'name', false))[0]).toBe('Bonneville');
    expect(names(sortPlaces(ranked, 'people', false))[0]).toBe('Bonneville');
    expect(names(sortPlaces(ranked, 'people', true))[0]).toBe('Secret');
  });
});

describe('the parade of people', () => {
  it('is as wide as all who can be compared, band after band', () => {
    const indicator = indicatorOf('gp_access');
    const ranked = rankPlaces(PLACES, indicator.direction);
    const { bands, top } = paradeBands(indicator, valueClasses(indicator), ranked, () => '');
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 60],
      [60, 260],
      [260, 560],
      [560, 1460],
    ]);
    expect(bands.map(({ height }) => height)).toEqual([0, 1.2, 2.4, 3.6]);
    expect(top).toBeGreaterThan(3.6);
  });
});

describe('the map of values', () => {
  it('draws a commune with the colour and the pattern of its cell, and no other', () => {
    const square = [
      [0, 45],
      [0, 46],
      [1, 46],
      [0, 45],
    ];
    const shapes = readCommuneShapes({
      type: 'FeatureCollection',
      features: ['16001', '16002'].map((insee) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [square] },
        properties: { insee, name: insee, population: 10, label: [0.5, 45.5] },
      })),
    });
    const drawn = features(shapes, [{ insee: '16002', colour: '#5b2a02', pattern: 'none' }]);
    expect(drawn.features.map(({ properties }) => properties)).toEqual([
      { insee: '16002', colour: '#5b2a02', pattern: 'value-none' },
    ]);
    expect(shapes.pointOf('16001')).toEqual([0.5, 45.5]);
    expect(shapes.pointOf('99999')).toBeNull();
  });
});

describe('the time a computation still needs', () => {
  it('goes on at the pace since it was first seen, whatever was done before', () => {
    const job = { state: 'running', done: 200, total: 500 } as const;
    expect(minutesLeft(job, { atMs: 0, done: 100 }, 60_000)).toBe(3);
  });

  it('is not told before a pace is known', () => {
    const since = { atMs: 0, done: 100 };
    expect(minutesLeft({ state: 'queued', done: 0, total: 0 }, null, 1)).toBeNull();
    expect(minutesLeft({ state: 'running', done: 100, total: 400 }, since, 60_000)).toBeNull();
    expect(minutesLeft({ state: 'running', done: 300, total: 400 }, null, 60_000)).toBeNull();
  });
});
