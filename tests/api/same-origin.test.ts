import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { HttpEnv } from '#api/http/http-env.ts';
import { sendProblem, toProblem } from '#api/http/problem.ts';
import { requireSameOrigin, type SameOriginOptions } from '#api/http/same-origin.ts';

const OWN = 'http://voisoin.example';

describe('a request that writes', () => {
  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: OWN }, 200],
    ['our own page, older browser', { origin: OWN }, 200],
    ['our own page without referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['the public address', { origin: 'https://public.example' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site, older browser', { origin: 'https://evil.example' }, 403],
    [
      'another site lying with one header',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      403,
    ],
    [
      'a neighbouring host',
      { 'sec-fetch-site': 'same-site', origin: 'http://a.voisoin.example' },
      403,
    ],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['nowhere said', {}, 403],
  ])('from %s answers %s', async (_who, headers, status) => {
    expect((await post('refuse', headers)).status).toBe(status);
  });

  test('from a program is accepted where only JSON is read', async () => {
    expect((await post('accept', {})).status).toBe(200);
    expect((await post('accept', { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('refused says what came, as problem JSON', async () => {
    const response = await post('refuse', { 'sec-fetch-site': 'cross-site' });
    expect(await response.json()).toMatchObject({
      code: 'forbidden',
      detail: 'Expected a request from this site, received Sec-Fetch-Site: cross-site.',
    });
  });
});

test('a request that reads comes from anywhere', async () => {
  const response = await app('refuse').request(OWN, {
    headers: { origin: 'https://evil.example' },
  });
  expect(response.status).toBe(200);
});

function app(withoutOrigin: SameOriginOptions['withoutOrigin']) {
  const site = new Hono<HttpEnv>();
  site.use(requireSameOrigin({ publicUrl: 'https://public.example', withoutOrigin }));
  site.all('*', (c) => c.text('done'));
  site.onError((error, c) => sendProblem(c, toProblem(error, 'test')));
  return site;
}

function post(withoutOrigin: SameOriginOptions['withoutOrigin'], headers: Record<string, string>) {
  return app(withoutOrigin).request(OWN, { method: 'POST', headers });
}
