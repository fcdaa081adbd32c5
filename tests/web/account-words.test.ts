// Where one goes after signing in, and how a device is called.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '#web/features/account/device-name.ts';
import { nextPath } from '#web/features/account/next-path.ts';

describe('after signing in', () => {
  test.each([
    '/espace',
    '/compte',
    '/compte?fait=changed',
    '/espace/mosc/equipe',
    '/espace/mosc/offres/a1b2?etape=combien',
    '/invitation/Ab-_9',
    '/observatoire/scenario?territoire=sud-charente',
  ])('one goes to the private page that was asked: %s', (path) => {
    expect(nextPath(path)).toBe(path);
  });

  test.each([
    null,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/espace',
    '/espace@evil.example',
    '/espace/../../evil',
    '/espace//evil.example',
    'javascript:alert(1)',
    '/trajet/finess-1',
    '/observatoire//evil.example',
    '/observatoire?x=//evil.example',
    '/espace\n/x',
  ])('one goes nowhere else: %s', (path) => {
    expect(nextPath(path)).toBe('/espace');
  });

  test('one stays on this site, whatever was asked', () => {
    const site = 'https://voisoin.example';
    const asked = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl());
    const prefix = fc.constantFrom(
      '',
      '/',
      '//',
      '/espace',
      '/espace/',
      '/compte?',
      '/invitation/.',
    );
    const stays = fc.property(prefix, asked, (start, rest) =>
      /^https:\/\/voisoin\.example\/(espace|compte|invitation)/.test(
        new URL(nextPath(start + rest), site).href,
      ),
    );
    fc.assert(stays, { numRuns: 200 });
  });
});

describe('a device', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox, Linux'],
  ])('is called as people know it: %s', (userAgent, name) => {
    const device = deviceOf(userAgent);
    expect(`${device?.browser}, ${device?.system}`).toBe(name);
  });

  test.each(['', 'curl/8.0', '<script>alert(1)</script>'])(
    'nobody knows has no name: %s',
    (text) => {
      expect(deviceOf(text)).toBeNull();
    },
  );
});
