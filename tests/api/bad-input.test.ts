import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TERRITORY, TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 }, write: writeSmallTerritory });
});

afterAll(() => api?.close());

/** A request that is good, so that one bad value is the only fault. */
const GOOD: Record<string, Record<string, string>> = {
  '/api/places/suggest': { q: 'aubeterre', territory: TERRITORY },
  '/api/places/nearest': { lon: '0.17', lat: '45.27' },
  '/api/directory/suggest': { q: 'docteur', insee: '16020' },
  '/api/directory': {
    need: 'medecin-generaliste',
    category: 'gp',
    theme: 'acces-soins-droits',
    lon: '0.17',
    lat: '45.27',
    q: 'docteur',
    radius: '10000',
    territory: TERRITORY,
    accessible: 'true',
    at: '2026-12-01T10:00',
    limit: '5',
    cursor: 'x',
  },
  '/api/directory/gp-ouvert': { lon: '0.17', lat: '45.27', at: '2026-12-01T10:00' },
  '/api/directory/tiles/8/128/91': { need: 'medecin-generaliste', category: 'gp', theme: 'x' },
  '/api/transport/offers': { territory: TERRITORY, kind: 'volunteer' },
  '/api/qr.svg': { path: '/fiche/gp-ouvert' },
};

const JOURNEY = {
  from: { point: [0.17, 45.27], name: 'Chez moi' },
  to: { entryId: 'gp-ouvert' },
  appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
  mode: 'no_car',
  profile: { ageYears: 80, benefits: ['aah'], registrations: { mosc: true } },
  needs: ['wheelchair'],
};

const NASTY = [
  '',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '1e999',
  '2026-02-30T10:00',
  '2026-11-24T24:00',
  '\u0000',
  'a\u0000b',
  '\u001b[31m',
  '\ud800',
  "'; drop table practice; --",
  '%',
  '[]',
  '99999999999999999999',
  '../../etc/passwd',
  '<script>',
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 2000 }),
);

describe('whatever is typed', () => {
  test('in one field of an address is answered, or refused field by field', async () => {
    const fields = Object.entries(GOOD).flatMap(([path, query]) =>
      Object.keys(query).map((name) => ({ path, name })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), anyText, async ({ path, name }, value) => {
        const { cursor: _garbage, ...query } = GOOD[path] ?? {};
        const asked = new URLSearchParams({ ...query, [name]: value });
        await expectAnswered(await api.get(`${path}?${asked}`));
      }),
      { numRuns: 400 },
    );
  });

  test('in one part of a path is answered, or refused field by field', async () => {
    const paths = [
      (part: string) => `/api/territories/${part}`,
      (part: string) => `/api/territories/${part}/shapes`,
      (part: string) => `/api/places/${part}`,
      (part: string) => `/api/directory/${part}`,
      (part: string) => `/api/directory/${part}/card.vcf`,
      (part: string) => `/api/directory/tiles/${part}/0/0`,
      (part: string) => `/api/directory/tiles/3/${part}/0`,
      (part: string) => `/api/transport/offers/${part}`,
    ];
    const wellFormed = anyText.filter((text) => text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), wellFormed, async (path, part) => {
        await expectAnswered(await api.get(path(encodeURIComponent(part))));
      }),
      { numRuns: 250 },
    );
  });

  test('anywhere in a body is answered, or refused field by field', async () => {
    const places = placesOf(JOURNEY);
    const value = fc.oneof(anyText, fc.jsonValue({ maxDepth: 2 }), fc.double());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), value, async (place, received) => {
        const body = replaced(JOURNEY, place, received);
        await expectAnswered(await api.post('/api/journeys', body));
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await expectAnswered(await api.post('/api/reports', { ...REPORT, text }));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a control character', () => {
  test.each([
    '/api/directory?q=a%00',
    '/api/directory/suggest?q=a%00b',
    '/api/places/suggest?q=a%00b',
  ])('in %s is refused by name', async (path) => {
    const response = await api.get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'q', expected: 'text without control characters' }],
    });
  });

  test('in a report is refused, lines and tabs are not', async () => {
    const faulty = await api.post('/api/reports', { ...REPORT, text: 'a\u0000' });
    expect([faulty.status, await faulty.json()]).toMatchObject([
      400,
      { errors: [{ field: 'text' }] },
    ]);
    const lines = await api.post('/api/reports', { ...REPORT, text: 'deux\nlignes\tici' });
    expect(lines.status).toBe(201);
  });
});

describe('an address asked with another method', () => {
  test.each([
    ['DELETE', '/api/needs', 'GET, HEAD'],
    ['POST', '/api/directory/gp-ouvert', 'GET, HEAD'],
    ['GET', '/api/journeys', 'POST'],
    ['OPTIONS', '/api/reports', 'POST'],
  ])('%s %s is told which to use', async (method, path, allowed) => {
    const response = await api.app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' });
  });

  test('HEAD is GET without its body', async () => {
    const response = await api.app.request('/api/needs', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('a body that is no JSON', () => {
  test('is refused with what was expected', async () => {
    const broken = await api.post('/api/journeys', '{"from":');
    expect([broken.status, await broken.json()]).toMatchObject([
      400,
      { errors: [{ field: 'body', expected: 'JSON' }] },
    ]);
    const form = await api.post('/api/journeys', 'a=1', { 'content-type': 'text/plain' });
    expect([form.status, await form.json()]).toMatchObject([
      415,
      { errors: [{ field: 'content-type', expected: 'application/json' }] },
    ]);
  });
});

const REPORT = { entryId: 'gp-ouvert', kind: 'phone', text: '' };

async function expectAnswered(response: Response): Promise<void> {
  if (response.status < 300) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as { status: number; errors: unknown[] };
  expect([400, 404]).toContain(problem.status);
  if (problem.status === 404) return;
  expect(problem.errors.length).toBeGreaterThan(0);
  for (const fault of problem.errors) {
    expect(fault).toEqual({
      field: expect.any(String),
      expected: expect.any(String),
      received: expect.any(String),
    });
  }
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const inner = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...place, key]));
  return place.length === 0 ? inner : [place, ...inner];
}

function replaced(value: unknown, [key, ...rest]: Place, received: unknown): unknown {
  if (key === undefined) return received;
  const copy: unknown = structuredClone(value);
  if (typeof copy === 'object' && copy !== null) {
    Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, received));
  }
  return copy;
}
