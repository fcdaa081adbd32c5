import { describe, expect, test } from 'vitest';
import { readRoadService } from '#api/runtime/road-settings.ts';

describe('the settings of a road server', () => {
  test('are none unless an address is given', () => {
    expect(readRoadService({})).toBeNull();
    expect(readRoadService({ ROADS_URL: ' ', ROADS_KIND: 'osrm' })).toBeNull();
  });

  test('tell its kind, its modes and how long to wait', () => {
    expect(readRoadService({ ROADS_URL: 'http://roads:5000/', ROADS_KIND: 'osrm' })).toEqual({
      kind: 'osrm',
      url: 'http://roads:5000',
      timeoutMs: 2_000,
      modes: ['car'],
    });
    expect(
      readRoadService({ ROADS_URL: 'https://roads.example', ROADS_KIND: 'valhalla' })?.modes,
    ).toEqual(['walk', 'cycle', 'car']);
    expect(
      readRoadService({
        ROADS_URL: 'https://roads.example/a',
        ROADS_KIND: 'valhalla',
        ROADS_MODES: 'car, walk',
      })?.modes,
    ).toEqual(['walk', 'car']);
  });

  test('name every fault at once, without the address', () => {
    const read = () =>
      readRoadService({
        ROADS_URL: 'ftp://user:secret@roads',
        ROADS_KIND: 'google',
        ROADS_TIMEOUT_MS: '5',
        ROADS_MODES: 'car,boat',
      });
    expect(read).toThrow(/ROADS_URL[\s\S]*ROADS_KIND[\s\S]*ROADS_TIMEOUT_MS[\s\S]*ROADS_MODES/);
    expect(read).not.toThrow(/secret/);
  });
});
