import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inseeAt, PLATEAU, writePlateau } from '#tests/support/access-ground.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { computeAccess } from '#tests/support/compute-access.ts';
import { addWorkspace } from '#tests/support/signed-in.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({
    now: { date: TUESDAY, minute: 600 },
    write: async (db) => {
      await writeSmallTerritory(db);
      await addWorkspace(db, 'mosc');
      await writePlateau(db);
    },
    env: { PUBLIC_URL: 'https://voisoin.example' },
  });
  EXAMPLES['job'] = await computeAccess(api, PLATEAU);
}, 60_000);

afterAll(() => api?.close());

const BODIES: Record<string, Record<string, unknown>> = {
  '/api/journeys': {
    from: { insee: '16020' },
    to: { entryId: 'gp-ouvert' },
    appointment: { date: '2026-12-01', minute: 600, durationMinutes: null },
    mode: 'no_car',
  },
  '/api/journeys/visits': { from: { insee: '16020' } },
  '/api/reports': { entryId: 'gp-ouvert', kind: 'phone', text: '' },
  '/api/transport/medical-advice': {},
  '/api/access/{territory}/try': { profession: 'gp', changes: [] },
  '/api/access/{territory}/openings': {
    profession: 'gp',
    changes: [],
    fullTime: 1,
    objective: 'total',
  },
  '/api/slots': { from: { insee: '16020' }, to: { entryId: 'gp-ouvert' }, mode: 'no_car' },
};

const EXAMPLES: Record<string, string> = {
  code: 'vallee',
  workspace: 'mosc',
  territory: PLATEAU,
  insee: inseeAt(2, 2),
  key: '16020',
  z: '8',
  x: '128',
  y: '91',
};

const QUERIES: Record<string, string> = {
  '/api/places/suggest': '?q=aubeterre',
  '/api/places/nearest': '?lon=0.17&lat=45.27',
  '/api/directory/suggest': '?q=docteur',
  '/api/qr.svg': '?path=/fiche/gp-ouvert',
  '/api/slots': '?from=16020&to=gp-ouvert',
  '/api/transport/gtfs.zip': '?territory=vallee',
  '/api/access/{territory}/places': '?indicator=gp_access',
  '/api/access/{territory}/tiles': '?indicator=gp_access',
  '/api/access/{territory}/model': '?profession=gp',
  '/api/access/{territory}/compare': '?with=vallee',
  '/api/access/{territory}/communes/{insee}/alike': '?indicator=gp_access',
};

describe('every operation of the document', () => {
  test('answers as documented, with the headers that keep browsers safe', async () => {
    const operations = (await listOperations()).filter(isForEverybody);
    expect(operations.length).toBeGreaterThan(20);
    for (const { method, path } of operations) {
      const response = await call(method, path);
      expect([path, response.status]).toEqual([path, path === '/api/reports' ? 201 : 200]);
      expect(headersOf(response)).toEqual(SAFE_HEADERS);
      expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      expect(response.headers.get('cache-control')).toBeTruthy();
      expect(response.headers.get('content-type')).toMatch(/charset=utf-8|vector-tile|json|zip/);
    }
  });

  test('that may be kept is not sent twice', async () => {
    for (const { method, path } of (await listOperations()).filter(isForEverybody)) {
      if (method !== 'get' || /health|ready|nearest|slots/.test(path)) continue;
      const first = await call(method, path);
      const etag = first.headers.get('etag') ?? '';
      expect([path, etag]).toEqual([path, expect.stringMatching(/^(W\/)?"/)]);
      const again = await call(method, path, { 'if-none-match': etag });
      expect([path, again.status]).toEqual([path, 304]);
      expect(headersOf(again)).toEqual(SAFE_HEADERS);
    }
  });

  test('refuses a field it does not know, with its name, never with a failure', async () => {
    const reading = (await listOperations()).filter(
      (operation) => operation.takesFields && isForEverybody(operation),
    );
    expect(reading.length).toBeGreaterThan(10);
    for (const { method, path } of reading) {
      const known = QUERIES[path] ?? '?';
      const response =
        method === 'get'
          ? await api.get(`${fill(path)}${known}&inconnu=1`)
          : await api.post(fill(path), { ...BODIES[path], inconnu: 1 });
      expect([path, response.status]).toEqual([path, 400]);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(headersOf(response)).toEqual(SAFE_HEADERS);
      expect(await response.json()).toMatchObject({
        code: 'bad_request',
        status: 400,
        errors: [{ field: 'inconnu', expected: 'no field of this name' }],
      });
    }
  });

  test('is on the page for people, with a link to try it', async () => {
    const response = await api.get('/api/docs');
    const page = await response.text();
    for (const { path } of await listOperations()) expect(page).toContain(`<code>${path}</code>`);
    expect(page).toContain('href="/api/places/nearest?lon=0.17&amp;lat=45.27"');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(page).not.toMatch(/<script|https?:\/\//);
  });
});

describe('the log', () => {
  test('holds the template of a route, never what was asked nor who asked', async () => {
    api.logged.length = 0;
    const canary = 'zzcanari';
    await api.get(`/api/places/suggest?q=${canary}`, { 'x-forwarded-for': '198.51.100.77' });
    await api.get(`/api/directory/${canary}`);
    await api.get(`/api/${canary}`);
    await api.post('/api/reports', { entryId: 'gp-ouvert', kind: 'phone', text: canary });
    await api.post('/api/journeys', `{"${canary}`);
    const lines = api.logged.map((line) => JSON.parse(line));
    expect(api.logged.join('')).not.toContain(canary);
    expect(api.logged.join('')).not.toContain('198.51.100.77');
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/api/places/suggest', 200],
      ['/api/directory/:id', 404],
      ['unmatched', 404],
      ['/api/reports', 201],
      ['/api/journeys', 400],
    ]);
  });
});

describe('whether it is well', () => {
  test('is said without asking the database, and otherwise by asking it', async () => {
    expect(await (await api.get('/api/health')).json()).toEqual({ status: 'ok' });
    expect(await (await api.get('/api/ready')).json()).toEqual({
      status: 'ready',
      database: true,
      stores: {
        needs: true,
        themes: true,
        territories: true,
        offers: true,
        timetable: true,
        roads: true,
        marks: true,
        planner: true,
        closures: true,
        map: true,
      },
      stopping: false,
    });
  });

  test('is no longer so once it was asked to stop', async () => {
    api.stopping.asked = true;
    const response = await api.get('/api/ready');
    api.stopping.asked = false;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'not_ready', stopping: true });
  });
});

describe('a body', () => {
  test('in another format or too long is refused as such', async () => {
    const form = await api.post('/api/reports', 'a=1', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([form.status, await codeOf(form)]).toEqual([415, 'unsupported']);
    const long = await api.post('/api/reports', { text: 'x'.repeat(70_000) });
    expect([long.status, await long.json()]).toMatchObject([
      413,
      { code: 'too_large', errors: [{ field: 'body', expected: 'at most 65536 bytes' }] },
    ]);
    const packed = await api.post('/api/reports', '{}', { 'content-encoding': 'gzip' });
    expect([packed.status, await packed.json()]).toMatchObject([
      415,
      { errors: [{ field: 'content-encoding', received: 'gzip' }] },
    ]);
    const broken = await api.post('/api/reports', '{"kind":');
    expect([broken.status, await codeOf(broken)]).toEqual([400, 'bad_request']);
  });

  test('from another site is refused', async () => {
    const response = await api.post('/api/reports', BODIES['/api/reports'], {
      origin: 'https://evil.example',
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });
});

type Operation = { method: 'get' | 'post'; path: string; takesFields: boolean };

async function listOperations(): Promise<Operation[]> {
  const document: { paths: Record<string, Partial<Record<Operation['method'], Described>>> } =
    await readJson(await api.get('/api/openapi.json'));
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method as Operation['method'],
      path,
      takesFields:
        described.requestBody !== undefined ||
        (described.parameters ?? []).some((parameter) => parameter.in === 'query'),
    })),
  );
}

/** Without a person, and ended by one answer: private paths and streams have tests of their own. */
function isForEverybody({ path, method }: Operation): boolean {
  const isAsked = method === 'post' && path === '/api/access/{territory}/jobs';
  return !isAsked && !/^\/api\/(account|workspaces|changes)\b/.test(path);
}

async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

async function codeOf(response: Response): Promise<string> {
  return (await readJson<{ code: string }>(response)).code;
}

type Described = { parameters?: { in: string }[]; requestBody?: unknown };

function fill(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'id') return path.includes('offers') ? 'covoiturage-solidaire' : 'gp-ouvert';
    return EXAMPLES[name] ?? name;
  });
}

function call(
  method: Operation['method'],
  path: string,
  headers?: Record<string, string>,
): Promise<Response> {
  return method === 'get'
    ? api.get(fill(path) + (QUERIES[path] ?? ''), headers)
    : api.post(fill(path), BODIES[path], headers);
}

const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

function headersOf(response: Response): Record<string, string | null> {
  return Object.fromEntries(
    Object.keys(SAFE_HEADERS).map((name) => [name, response.headers.get(name)]),
  );
}
