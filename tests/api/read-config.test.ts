import { describe, expect, test } from 'vitest';
import { readConfig } from '#api/config.ts';
import { AppError } from '#domain/error.ts';

describe('the configuration', () => {
  test('needs nothing: an embedded database, no proxy, no base map', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 8080,
      databaseUrl: null,
      demo: 'auto',
      trustedProxies: 0,
      publicUrl: null,
      baseMap: { kind: 'off' },
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({
      port: 8080,
      databaseUrl: null,
    });
  });

  test('lists every fault at once, and never shows a database address', () => {
    const env = {
      PORT: '80 80',
      TRUSTED_PROXIES: 'yes',
      PUBLIC_URL: 'https://voisoin.example/chemin',
      BASE_MAP: 'google',
      DATABASE_URL: 'mysql://root:secret@host/base',
    };
    const error = faultOf(() => readConfig(env));
    expect(error.details.map(({ field }) => field).toSorted()).toEqual([
      'BASE_MAP',
      'DATABASE_URL',
      'PORT',
      'PUBLIC_URL',
      'TRUSTED_PROXIES',
    ]);
    expect(error.message).toContain(
      'PORT: expected a whole number from 0 to 65535, received "80 80"',
    );
    expect(`${error.message}${JSON.stringify(error.details)}`).not.toContain('secret');
  });

  test.each([
    ['off', { kind: 'off' }],
    ['ign', { kind: 'ign', origin: 'https://data.geopf.fr' }],
    [
      'pmtiles:/srv/charente.pmtiles',
      {
        kind: 'pmtiles',
        url: '/base-map.pmtiles',
        origin: null,
        file: '/srv/charente.pmtiles',
      },
    ],
    [
      'pmtiles:https://tiles.example/a.pmtiles',
      {
        kind: 'pmtiles',
        url: 'https://tiles.example/a.pmtiles',
        origin: 'https://tiles.example',
        file: null,
      },
    ],
  ])('reads the base map %s', (value, expected) => {
    expect(readConfig({ BASE_MAP: value }).baseMap).toMatchObject(expected);
  });

  test.each(['pmtiles:http://tiles.example/a.pmtiles', 'pmtiles:a.mbtiles', 'IGN'])(
    'refuses the base map %s',
    (value) => {
      expect(faultOf(() => readConfig({ BASE_MAP: value })).details).toHaveLength(1);
    },
  );
});

function faultOf(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}
