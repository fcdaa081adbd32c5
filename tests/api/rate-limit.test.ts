import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { HttpEnv } from '#api/http/http-env.ts';
import { sendProblem, toProblem } from '#api/http/problem.ts';
import { createTokenBuckets, limitRate } from '#api/http/rate-limit.ts';

describe('the rate limit', () => {
  test('lets a burst through, then refuses with the seconds to wait', async () => {
    const { ask, clock } = limitedApp({ burst: 3, perMinute: 60, trustedProxies: 0 });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask('192.0.2.1')).status);
    expect(statuses).toEqual([200, 200, 200]);

    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', status: 429 });

    clock.now += 1000;
    expect((await ask('192.0.2.1')).status).toBe(200);
  });

  test('counts each address apart', async () => {
    const { ask } = limitedApp({ burst: 1, perMinute: 1, trustedProxies: 0 });
    expect((await ask('192.0.2.1')).status).toBe(200);
    expect((await ask('192.0.2.2')).status).toBe(200);
    expect((await ask('192.0.2.1')).status).toBe(429);
  });

  test('is not escaped by inventing X-Forwarded-For', async () => {
    const direct = limitedApp({ burst: 1, perMinute: 1, trustedProxies: 0 });
    expect((await direct.ask('192.0.2.1', '1.1.1.1')).status).toBe(200);
    expect((await direct.ask('192.0.2.1', '2.2.2.2')).status).toBe(429);

    const proxied = limitedApp({ burst: 1, perMinute: 1, trustedProxies: 1 });
    expect((await proxied.ask('10.0.0.1', '1.1.1.1, 192.0.2.1')).status).toBe(200);
    expect((await proxied.ask('10.0.0.1', '2.2.2.2, 192.0.2.1')).status).toBe(429);
    expect((await proxied.ask('10.0.0.1', '2.2.2.2, 192.0.2.7')).status).toBe(200);
  });

  test('is not escaped by walking through the addresses of one IPv6 network', async () => {
    const { ask } = limitedApp({ burst: 2, perMinute: 1, trustedProxies: 0 });
    const statuses = [];
    for (let i = 1; i <= 4; i++) statuses.push((await ask(`2001:db8:1:2::${i}`)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect((await ask('2001:db8:1:3::1')).status).toBe(200);
  });

  test('does not count what a page asks in the same process', async () => {
    const { app } = limitedApp({ burst: 1, perMinute: 1, trustedProxies: 0 });
    for (let i = 0; i < 5; i++) {
      expect((await app.request('/', {}, { inProcess: true })).status).toBe(200);
    }
  });

  test('keeps a bounded number of addresses', () => {
    const buckets = createTokenBuckets({ burst: 1, perMinute: 1 });
    expect(buckets.take('first', 0).waitMs).toBe(0);
    expect(buckets.take('first', 0).waitMs).toBeGreaterThan(0);
    for (let i = 0; i < 50_001; i++) buckets.take(`address ${i}`, 0);
    expect(buckets.take('first', 0).waitMs).toBe(0);
  });
});

function limitedApp(options: { burst: number; perMinute: number; trustedProxies: number }) {
  const clock = { now: 1_000_000 };
  const app = new Hono<HttpEnv>();
  app.use(
    limitRate({
      buckets: createTokenBuckets(options),
      trustedProxies: options.trustedProxies,
      clock: () => clock.now,
    }),
  );
  app.get('/', (c) => c.text('yes'));
  app.onError((error, c) => sendProblem(c, toProblem(error, 'test')));
  const ask = (remoteAddress: string, forwardedFor?: string) =>
    app.request(
      '/',
      forwardedFor === undefined ? {} : { headers: { 'x-forwarded-for': forwardedFor } },
      {
        incoming: { socket: { remoteAddress } },
      },
    );
  return { app, ask, clock };
}
