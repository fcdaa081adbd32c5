// Does signing in keep out who must be kept out, and tell nothing it should not?

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPasswordHasher, createTurns } from '#api/runtime/password-hash.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { insertAccount } from '#db/queries/account/insert-account.ts';
import {
  accountAttempt,
  accountCredential,
  accountSession,
  accountUser,
} from '#db/schema/account.ts';
import { openTestApp, TEST_SECRET, type TestApp } from '#tests/support/app.ts';
import { clearTables } from '#tests/support/database.ts';

const PASSWORD = 'quatre tasses bleues';
const EMAIL = 'nadia@mosc.example';
const OURS = { 'sec-fetch-site': 'same-origin' };
const NOW = { date: '2026-03-10', minute: 600 } as const;

let site: TestApp;
let passwordHash: string;

beforeAll(async () => {
  site = await openTestApp({ now: NOW, env: { TRUSTED_PROXIES: '1' } });
  passwordHash = await createPasswordHasher().hash(PASSWORD);
});
afterAll(() => site?.close());
beforeEach(async () => {
  await clearTables(site.database.db);
  await addAccount('nadia', EMAIL);
});

const addAccount = (id: string, email: string) =>
  insertAccount(site.database.db, { id, name: 'Nadia', email, passwordHash, at: new Date() });

const signIn = (password = PASSWORD, headers: Record<string, string> = {}, email = EMAIL) =>
  site.post('/api/account/sign-in', { email, password }, { ...OURS, ...headers });

async function cookieOf(response: Response): Promise<string> {
  expect(response.status).toBe(204);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

const statusOf = async (cookie: string) => (await site.get('/api/account/me', { cookie })).status;

describe('a session', () => {
  test('is a cookie no script reads, no other site sends, and that lives half a day', async () => {
    const [cookie, ...others] = (await signIn()).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(
      /^voisoin-session=[^;]{60,}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('belongs to this host alone where the site is https, said by the operator or a trusted proxy', async () => {
    const proxied = await signIn(PASSWORD, { 'x-forwarded-proto': 'https' });
    const secure =
      /^__Host-voisoin-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/;
    expect(proxied.headers.getSetCookie()).toEqual([expect.stringMatching(secure)]);
    const other = await openTestApp({
      now: NOW,
      env: { PUBLIC_URL: 'https://voisoin.example' },
      database: site.database,
    });
    const response = await other.post(
      '/api/account/sign-in',
      { email: EMAIL, password: PASSWORD },
      OURS,
    );
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(secure)]);
    await other.close();
  });

  test('is another at each sign-in, and the one before opens nothing', async () => {
    const first = await cookieOf(await signIn());
    const second = await cookieOf(await signIn(PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await statusOf(second)).toBe(200);
    expect(await statusOf(first)).toBe(401);
  });

  test('ends with the sign-out, which also empties what the browser kept', async () => {
    const cookie = await cookieOf(await signIn());
    const response = await site.post('/api/account/sign-out', {}, { ...OURS, cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(response.headers.getSetCookie()[0]).toMatch(/^voisoin-session=; Max-Age=0;/);
    expect(await statusOf(cookie)).toBe(401);
    expect(await site.database.db.$count(accountSession)).toBe(0);
  });

  test('ends as well when the browser is to keep writing that was not saved', async () => {
    const cookie = await cookieOf(await signIn());
    const leave = (body: object) => site.post('/api/account/sign-out', body, { ...OURS, cookie });
    expect((await leave({ keepUnsaved: 'yes' })).status).toBe(400);
    const response = await leave({ keepUnsaved: true });
    expect(response.headers.get('clear-site-data')).toBe('"cache"');
    expect(await statusOf(cookie)).toBe(401);
  });

  test('cannot be made from what the database holds', async () => {
    await signIn();
    const [row] = await site.database.db.select().from(accountSession);
    const token = row?.token ?? '';
    const forged = createHmac('sha256', 'another secret').update(token).digest('base64');
    expect(await statusOf(`voisoin-session=${token}`)).toBe(401);
    expect(await statusOf(`voisoin-session=${encodeURIComponent(`${token}.${forged}`)}`)).toBe(401);
    const real = createHmac('sha256', TEST_SECRET).update(token).digest('base64');
    expect(await statusOf(`voisoin-session=${encodeURIComponent(`${token}.${real}`)}`)).toBe(200);
  });

  test('keeps no address of the person', async () => {
    await signIn(PASSWORD, { 'x-forwarded-for': '203.0.113.7' });
    const { rows } = await site.database.db.execute(
      sql`select s::text as s from account_session s`,
    );
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
    expect(site.logged.join('')).not.toMatch(/nadia|tasses|203\.0\.113/);
  });

  test('ends when it is not used for half a day, and after thirty days whatever the use', async () => {
    const { db } = site.database;
    const cookie = await cookieOf(await signIn());
    await db.update(accountSession).set({ createdAt: sql`now() - interval '696 hours'` });
    expect(await statusOf(cookie)).toBe(200);
    // A day is not of twenty-four hours everywhere in a year.
    await db.update(accountSession).set({ createdAt: sql`now() - interval '720 hours'` });
    expect(await statusOf(cookie)).toBe(401);
    const idle = await cookieOf(await signIn());
    await db.update(accountSession).set({ expiresAt: sql`now() - interval '1 second'` });
    expect(await statusOf(idle)).toBe(401);
  });

  test('is listed without what opens it, and ended from another one, never by somebody else', async () => {
    await addAccount('omar', 'omar@test.example');
    const phone = await cookieOf(await signIn(PASSWORD, { 'user-agent': 'Phone' }));
    const desk = await cookieOf(await signIn(PASSWORD, { 'user-agent': 'Desk' }));
    const omar = await cookieOf(await signIn(PASSWORD, {}, 'omar@test.example'));
    const response = await site.get('/api/account/sessions', { cookie: desk });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const sessions = (await response.json()) as { id: string; userAgent: string }[];
    expect(sessions.map(({ userAgent }) => userAgent).sort()).toEqual(['Desk', 'Phone']);
    expect(JSON.stringify(sessions)).not.toContain('token');
    const phoneId = sessions.find(({ userAgent }) => userAgent === 'Phone')?.id;
    const end = (cookie: string) =>
      site.app.request(`/api/account/sessions/${phoneId}`, {
        method: 'DELETE',
        headers: { ...OURS, cookie },
      });
    expect((await end(omar)).status).toBe(404);
    expect(await statusOf(phone)).toBe(200);
    expect((await end(desk)).status).toBe(204);
    expect(await statusOf(phone)).toBe(401);
    expect(await statusOf(desk)).toBe(200);
  });
});

describe('a password', () => {
  test('is kept as an argon2id hash of 64 MiB and three passes', async () => {
    const [row] = await site.database.db.select().from(accountCredential);
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  test('of nobody costs as much to refuse as a wrong one, and is told the same', async () => {
    const done: string[] = [];
    const { db } = site.database;
    const hasher = {
      hash: async () => {
        done.push('argon2');
        return passwordHash;
      },
      verify: async () => {
        done.push('argon2');
        return false;
      },
    };
    const calls = createSignIn({ db, secret: TEST_SECRET, hasher }).at('http://localhost');
    await db.insert(accountUser).values({ id: 'keyed', name: 'K', email: 'key@test.example' });
    const told = [];
    for (const email of [EMAIL, 'nobody@test.example', 'key@test.example']) {
      told.push(await calls.signInEmail({ body: { email, password: 'x' } }).catch(String));
    }
    expect(done).toEqual(['argon2', 'argon2', 'argon2']);
    expect(new Set(told).size).toBe(1);
  });

  test('is hashed two at a time, the others wait, and too many are sent away', async () => {
    const inTurn = createTurns(2, 3);
    const running: (() => void)[] = [];
    const start = () => inTurn(() => new Promise<void>((done) => running.push(done)));
    const all = Array.from({ length: 5 }, start);
    await expect(start()).rejects.toThrow('Too many people');
    expect(inTurn.refuseWhenFull).toThrow('Too many people');
    expect(running).toHaveLength(2);
    for (let ended = 0; ended < 5; ended += 1) {
      running[ended]?.();
      await all[ended];
      await Promise.resolve();
    }
    expect(running).toHaveLength(5);
    await expect(inTurn(async () => 'again')).resolves.toBe('again');
    expect(inTurn.refuseWhenFull).not.toThrow();
  });

  test.runIf(process.platform === 'linux')(
    'is hashed by a thread that gives way to all others',
    async () => {
      await createPasswordHasher().hash(PASSWORD);
      const threads = readdirSync('/proc/self/task').map((id) => {
        const read = (file: string) => readFileSync(`/proc/self/task/${id}/${file}`, 'utf8').trim();
        return { name: read('comm'), nice: Number(read('stat').split(') ')[1]?.split(' ')[16]) };
      });
      const hashing = threads.filter(({ name }) => name === 'voisoin-hash');
      expect(hashing.length).toBeGreaterThan(0);
      expect(hashing.map(({ nice }) => nice)).toEqual(hashing.map(() => 5));
      expect(threads.some(({ nice }) => nice === 0)).toBe(true);
    },
  );

  test('is kept or compared though the thread that did it before is gone', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const hasher = createPasswordHasher();
    const hash = await hasher.hash(PASSWORD);
    const thread = posted.mock.contexts[0] as unknown as Worker;
    posted.mockRestore();
    await thread.terminate();
    expect(await hasher.verify({ hash, password: PASSWORD })).toBe(true);
    expect(await hasher.verify({ hash, password: 'another' })).toBe(false);
  });

  test('is changed by who knows it, and the other sessions end', async () => {
    const other = await cookieOf(await signIn());
    const cookie = await cookieOf(await signIn());
    const change = (body: object) => site.post('/api/account/password', body, { ...OURS, cookie });
    const wrong = await change({ current: 'not this one', next: 'six lampes orange' });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'current' }] });
    const weak = await change({ current: PASSWORD, next: 'Voisoin Voisoin 1' });
    expect(weak.status).toBe(400);
    expect(await weak.json()).toMatchObject({ errors: [{ field: 'next', received: 'context' }] });
    const mended = await cookieOf(await change({ current: PASSWORD, next: 'six lampes orange' }));
    expect(await statusOf(mended)).toBe(200);
    expect(await statusOf(cookie)).toBe(401);
    expect(await statusOf(other)).toBe(401);
    expect((await signIn()).status).toBe(401);
    expect((await signIn('six lampes orange')).status).toBe(204);
  });
});

describe('tries', () => {
  test('at one account are ten in a quarter of an hour, from wherever they come', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `198.51.100.${last}` });
    for (let index = 0; index < 10; index += 1) {
      expect((await signIn('wrong', from(index))).status).toBe(401);
    }
    const refused = await signIn(PASSWORD, from(99));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    await addAccount('omar', 'omar@test.example');
    expect((await signIn(PASSWORD, from(0), 'omar@test.example')).status).toBe(204);
    site.clock.nowMs += 15 * 60_000;
    expect((await signIn(PASSWORD, from(99))).status).toBe(204);
    const kept = await site.database.db.select().from(accountAttempt);
    expect(JSON.stringify(kept)).not.toMatch(/nadia|198\.51/);
    expect(new Set(kept.map(({ windowStart }) => windowStart.getTime())).size).toBe(1);
  });

  test('that are right are not counted: many people may share a network, or one account of the demonstration', async () => {
    for (let index = 0; index < 12; index += 1) expect((await signIn()).status).toBe(204);
    const kept = await site.database.db.select().from(accountAttempt);
    expect(kept.map(({ count }) => count)).toEqual([0, 0]);
  });

  test('of one network are fifty: an IPv6 subscriber is one, however many addresses they use', async () => {
    const ask = (forwarded: string) =>
      site.get('/api/account/invitations/none', { 'x-forwarded-for': forwarded });
    for (let index = 0; index < 50; index += 1) {
      const address = `2001:DB8:1:2:${index.toString(16)}::${index}`;
      // What stands left of the proxy's own word was written by the client.
      expect((await ask(`10.0.0.${index}, ${address}`)).status).toBe(404);
    }
    expect((await ask('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await ask('203.0.113.9, 2001:db8:1:2::7')).status).toBe(429);
    expect((await signIn(PASSWORD, { 'x-forwarded-for': '2001:db8:1:2::8' })).status).toBe(429);
    expect((await ask('2001:db8:1:3::1')).status).toBe(404);
    expect((await signIn(PASSWORD, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(204);
  });
});

describe('a request that writes', () => {
  test.each([
    [{ 'content-type': 'application/json' }, 403],
    [{ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': 'application/json', origin: 'https://evil.example' }, 403],
    [{ 'content-type': 'application/x-www-form-urlencoded', ...OURS }, 415],
    [{ 'content-type': 'text/plain', ...OURS }, 415],
    [{ 'content-type': 'application/json; charset=utf-8', ...OURS }, 204],
  ])('comes from our pages, in JSON: %o', async (headers, status) => {
    const body = JSON.stringify({ email: EMAIL, password: PASSWORD });
    const response = await site.app.request('/api/account/sign-in', {
      method: 'POST',
      headers,
      body,
    });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toHaveLength(status === 204 ? 1 : 0);
  });
});

describe('what the library would do by itself', () => {
  test.each([
    '/api/auth/sign-up/email',
    '/api/account/sign-up/email',
    '/api/account/sign-in/email',
    '/api/account/get-session',
    '/api/account/change-email',
    '/api/account/update-user',
    '/api/account/delete-user',
    '/api/account/request-password-reset',
    '/api/account/passkey/verify-authentication',
  ])('has no address here: %s', async (path) => {
    const response = await site.post(path, {}, OURS);
    expect([404, 405]).toContain(response.status);
    expect(await site.database.db.$count(accountUser)).toBe(1);
  });

  test('lets nobody make an account, change its address or remove it, even when called', async () => {
    const cookie = await cookieOf(await signIn());
    const headers = new Headers({ cookie });
    const { db } = site.database;
    const calls = createSignIn({ db, secret: TEST_SECRET }).at('http://localhost');
    const told = await Promise.all(
      [
        calls.signUpEmail({ body: { email: 'x@y.example', password: PASSWORD, name: 'X' } }),
        calls.changeEmail({ body: { newEmail: 'x@y.example' }, headers }),
        calls.deleteUser({ body: { password: PASSWORD }, headers }),
        calls.requestPasswordReset({ body: { email: EMAIL } }),
      ].map((call) =>
        Promise.resolve(call).then(
          () => 'done',
          () => 'refused',
        ),
      ),
    );
    expect(told).toEqual(['refused', 'refused', 'refused', 'refused']);
    const rows = await db.select().from(accountUser).where(eq(accountUser.email, EMAIL));
    expect(rows).toHaveLength(1);
  });

  test('sends nothing elsewhere, and takes no secret from the environment', async () => {
    const asked: unknown[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (input) => {
      asked.push(input);
      return new Response();
    };
    process.env['BETTER_AUTH_SECRETS'] = `9:${'z'.repeat(43)}`;
    try {
      const fresh = await openTestApp({ now: NOW, database: site.database });
      const cookie = await cookieOf(
        await fresh.post('/api/account/sign-in', { email: EMAIL, password: PASSWORD }, OURS),
      );
      expect(await statusOf(cookie)).toBe(200);
      await fresh.close();
    } finally {
      delete process.env['BETTER_AUTH_SECRETS'];
      globalThis.fetch = real;
    }
    expect(asked).toEqual([]);
  });
});
