import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/rate-limit.ts';
import { createLog } from '#api/http/request-log.ts';
import type { StaticFiles } from '#api/http/static-files.ts';
import type { Fetch } from '#api/runtime/serve-http.ts';
import { createSite, type HandlePage, type PageContext } from '#api/site.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY } from '#tests/support/small-territory.ts';

const ORIGIN = 'http://voisoin.example';
const NO_FILES: StaticFiles = { answer: () => null, paths: () => [] };
let api: TestApp;

beforeAll(async () => {
  api = await openTestApp({ now: { date: TUESDAY, minute: 600 } });
});

afterAll(() => api?.close());

describe('a page', () => {
  test('carries the nonce its policy allows, and asks the API without leaving the process', async () => {
    let context: PageContext | null = null;
    const site = siteOf(async (_request, given) => {
      context = given;
      const health = await given.fetch('/api/health');
      return html(`${await health.text()} ${given.nonce}`);
    });
    const response = await site(new Request(`${ORIGIN}/`));
    const nonce = /'nonce-([^']+)'/.exec(policyOf(response))?.[1];
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(await response.text()).toBe(`{"status":"ok"} ${nonce}`);
    expect(context).toMatchObject({ publicUrl: null, baseMap: null, nowMs: api.clock.nowMs });
    expect(policyOf(response)).toContain("default-src 'none'");
    expect(policyOf(response)).not.toContain('unsafe');
    expect(policyOf(await site(new Request(`${ORIGIN}/`)))).not.toContain(`'nonce-${nonce}'`);
  });

  test('may reach the base map that was configured, and no other host', async () => {
    const site = siteOf(async () => html('x'), { BASE_MAP: 'ign' });
    const policy = policyOf(await site(new Request(`${ORIGIN}/`)));
    expect(policy).toContain("img-src 'self' data: https://data.geopf.fr;");
    expect(policy.match(/https?:\/\//g)).toHaveLength(2);
    expect(policyOf(await siteOf(async () => html('x'))(new Request(`${ORIGIN}/`)))).not.toContain(
      '://',
    );
  });

  test('of the list made for other sites may stand in their frames, and no other page may', async () => {
    const site = siteOf(async () => html('x'));
    for (const path of ['/integrer/transports?espace=mosc', '/en/integrer/transports']) {
      const policy = policyOf(await site(new Request(`${ORIGIN}${path}`)));
      expect(policy).toContain('frame-ancestors *');
      expect(policy).toMatch(/default-src 'none'; script-src 'nonce-[^']+';/);
      expect(policy).not.toContain('connect-src');
    }
    for (const path of ['/', '/integrer', '/integrer/transports/x', '/transports']) {
      const policy = policyOf(await site(new Request(`${ORIGIN}${path}`)));
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  test('knows itself by the public address', async () => {
    const site = siteOf(async (request) => html(request.url), {
      PUBLIC_URL: 'https://voisoin.example',
    });
    const response = await site(new Request('http://10.0.0.5:8080/fiche/a?depart=16020'));
    expect(await response.text()).toBe('https://voisoin.example/fiche/a?depart=16020');
    expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  test('is compressed piece by piece, so that its beginning is read before its end', async () => {
    let finish = () => {};
    const slow = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('<h1>Numéros</h1>'));
        finish = () => {
          controller.enqueue(Buffer.from('fin'));
          controller.close();
        };
      },
    });
    const site = siteOf(
      async () => new Response(slow, { headers: { 'content-type': 'text/html' } }),
    );
    const response = await site(
      new Request(`${ORIGIN}/`, { headers: { 'accept-encoding': 'gzip' } }),
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const reader = response.body?.getReader();
    const pieces: Uint8Array[] = [];
    // The page is not finished, and yet its first words have left.
    while (Buffer.concat(pieces).length < 20) {
      const { value } = (await reader?.read()) ?? {};
      if (value !== undefined) pieces.push(value);
    }
    finish();
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (value !== undefined) pieces.push(value);
      if (done) break;
    }
    expect(gunzipSync(Buffer.concat(pieces)).toString()).toBe('<h1>Numéros</h1>fin');
  });

  test('that fails says what to do and whom to call, and nothing of why', async () => {
    api.logged.length = 0;
    const site = siteOf(async () => {
      throw new Error('canari : select secret from table');
    });
    const response = await site(new Request(`${ORIGIN}/en/resultats?besoin=canari`));
    expect(response.status).toBe(500);
    const page = await response.text();
    expect(page).toContain('href="tel:116117"');
    expect(page).toContain('lang="en"');
    expect(page).not.toMatch(/canari|select|\.ts/);
    expect(policyOf(response)).toContain("default-src 'none'");
    const logged = api.logged.join('');
    expect(logged).not.toContain('canari');
    expect(logged).toContain('"route":"/en/resultats"');
    expect(logged).toContain('site.test.ts');
  });
});

describe('a form', () => {
  const send = (site: Fetch, headers: Record<string, string>) =>
    site(new Request(`${ORIGIN}/signaler`, { method: 'POST', headers, body: 'texte=a' }));

  test('is read from our own pages only', async () => {
    const site = siteOf(async (request) => html(await request.text()));
    const own = await send(site, { origin: ORIGIN, 'sec-fetch-site': 'same-origin' });
    expect([own.status, await own.text()]).toEqual([200, 'texte=a']);
    // Else the browser would write « Origin: null », and the form could not be checked.
    expect(own.headers.get('referrer-policy')).toBe('same-origin');
    for (const headers of [{}, { origin: 'https://evil.example' }]) {
      const refused = await send(site, headers);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('n’a pas été accepté');
    }
  });

  test('is sent a few times, not a hundred', async () => {
    const site = siteOf(async () => html('merci'), { REQUESTS_PER_MINUTE: '1000' });
    const statuses = [];
    for (let i = 0; i < 8; i++) statuses.push((await send(site, { origin: ORIGIN })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  });
});

test.each([
  ['/', '/'],
  ['/fiche/dr-canari', '/fiche/:id'],
  ['/en/trajet/canari?depart=16020', '/en/trajet/:id'],
  ['/canari', 'unmatched'],
])('the log of %s says %s', async (path, route) => {
  api.logged.length = 0;
  await siteOf(async () => html('x'))(new Request(`${ORIGIN}${path}`));
  expect(JSON.parse(api.logged.join(''))).toMatchObject({ route, status: 200, method: 'GET' });
  expect(api.logged.join('')).not.toContain('canari');
});

function siteOf(handlePage: HandlePage, env: Record<string, string> = {}): Fetch {
  const config = readConfig({ REQUESTS_PER_MINUTE: '0', ...env });
  return createSite({
    api: api.app,
    handlePage,
    files: NO_FILES,
    baseMapFile: null,
    config,
    clock: () => api.clock.nowMs,
    log: createLog({
      level: 'info',
      clock: () => api.clock.nowMs,
      write: (line) => api.logged.push(line),
    }),
    limits: createLimits(config.requestsPerMinute),
  });
}

function html(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function policyOf(response: Response): string {
  return response.headers.get('content-security-policy') ?? '';
}
