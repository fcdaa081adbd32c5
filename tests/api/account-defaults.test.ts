// Do the defaults of the sign-in library that would let somebody in, or tell something, stay off?

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPasswordHasher } from '#api/runtime/password-hash.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import { insertAccount } from '#db/queries/account/insert-account.ts';
import { accountPasskey, accountSession, accountVerification } from '#db/schema/account.ts';
import { openTestApp, TEST_SECRET, type TestApp } from '#tests/support/app.ts';
import { clearTables } from '#tests/support/database.ts';
import {
  type Answering,
  createSoftwareKey,
  type SoftwareKey,
} from '#tests/support/software-key.ts';

const ORIGIN = 'https://voisoin.example';
const HOST = 'voisoin.example';
const PASSWORD = 'quatre tasses bleues';
const EMAIL = 'nadia@mosc.example';
const OURS = { 'sec-fetch-site': 'same-origin' };
const RIGHT: Answering = { origin: ORIGIN, verified: true };
const NOW = { date: '2026-03-10', minute: 600 } as const;
const HALF_DAY_MS = 12 * 3_600_000;

let site: TestApp;
let passwordHash: string;

beforeAll(async () => {
  site = await openTestApp({ now: NOW, env: { PUBLIC_URL: ORIGIN } });
  passwordHash = await createPasswordHasher().hash(PASSWORD);
});
afterAll(() => site?.close());
beforeEach(async () => {
  await clearTables(site.database.db);
  const account = { id: 'nadia', name: 'Nadia', email: EMAIL, passwordHash, at: new Date() };
  await insertAccount(site.database.db, account);
});

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

async function signIn(): Promise<string> {
  const sent = { email: EMAIL, password: PASSWORD };
  const response = await site.post('/api/account/sign-in', sent, OURS);
  expect(response.status).toBe(204);
  return cookiesOf(response);
}

/** The question asked of a key, and the cookie that remembers it. */
async function ask(path: string, cookie = '') {
  const response = await site.post(path, {}, { ...OURS, cookie });
  expect(response.status).toBe(200);
  const options = (await response.json()) as Record<string, unknown> & { challenge: string };
  return { options, response, cookie: [cookie, cookiesOf(response)].filter(Boolean).join('; ') };
}

const ADD = '/api/account/passkeys';
const ENTER = '/api/account/passkeys/sign-in';

async function add(key: SoftwareKey, session: string, how: Answering): Promise<number> {
  const { options, cookie } = await ask(`${ADD}/options`, session);
  const response = key.make(options.challenge, how);
  return (await site.post(ADD, { name: 'Bureau', response }, { ...OURS, cookie })).status;
}

async function enter(key: SoftwareKey, how: Answering): Promise<number> {
  const { options, cookie } = await ask(`${ENTER}/options`);
  const response = key.answer(options.challenge, how);
  return (await site.post(ENTER, { response }, { ...OURS, cookie })).status;
}

const keyCount = () => site.database.db.$count(accountPasskey);

describe('a key', () => {
  const elsewhere: Answering = { origin: 'https://voisoin.example.evil', verified: true };
  const unproven: Answering = { origin: ORIGIN, verified: false };

  test('is added by who just signed in, on a page of this site, recognised by their device', async () => {
    const session = await signIn();
    const key = createSoftwareKey(HOST);
    expect(await add(key, session, elsewhere)).toBe(400);
    expect(await add(key, session, unproven)).toBe(401);
    expect(await add(createSoftwareKey('evil.example'), session, RIGHT)).toBe(400);
    expect(await keyCount()).toBe(0);
    expect(await add(key, session, RIGHT)).toBe(204);
    expect(await keyCount()).toBe(1);
  });

  test('is not added more than a quarter of an hour after signing in, nor by nobody', async () => {
    const session = await signIn();
    const { db } = site.database;
    await db.update(accountSession).set({ createdAt: sql`now() - interval '16 minutes'` });
    const old = await site.post(`${ADD}/options`, {}, { ...OURS, cookie: session });
    expect(old.status).toBe(403);
    const nobody = await site.post(`${ADD}/options`, {}, OURS);
    expect(nobody.status).toBe(401);
  });

  test('sent twice is kept once: the question it answers is asked once', async () => {
    const key = createSoftwareKey(HOST);
    const { options, cookie } = await ask(`${ADD}/options`, await signIn());
    const response = key.make(options.challenge, RIGHT);
    const send = async () =>
      (await site.post(ADD, { name: 'Bureau', response }, { ...OURS, cookie })).status;
    expect(await send()).toBe(204);
    expect(await send()).toBeGreaterThanOrEqual(400);
    expect(await keyCount()).toBe(1);
  });

  test('opens a session from a page of this site, for who their device recognised, and once', async () => {
    const key = createSoftwareKey(HOST);
    await add(key, await signIn(), RIGHT);
    expect(await enter(key, elsewhere)).toBe(401);
    expect(await enter(key, unproven)).toBe(401);
    expect(await enter(createSoftwareKey(HOST), RIGHT)).toBe(401);
    const { options, cookie } = await ask(`${ENTER}/options`);
    const response = key.answer(options.challenge, RIGHT);
    const first = await site.post(ENTER, { response }, { ...OURS, cookie });
    expect(first.status).toBe(204);
    const me = await site.get('/api/account/me', { cookie: cookiesOf(first) });
    expect(me.status).toBe(200);
    const again = await site.post(ENTER, { response }, { ...OURS, cookie });
    expect(again.status).toBe(400);
  });

  test('is asked to recognise its owner, and to be found without a name', async () => {
    const added = await ask(`${ADD}/options`, await signIn());
    expect(added.options).toMatchObject({
      rp: { id: HOST },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const entered = await ask(`${ENTER}/options`);
    expect(entered.options).toMatchObject({ rpId: HOST, userVerification: 'required' });
    expect(entered.options['allowCredentials'] ?? []).toEqual([]);
  });

  test('is asked a question that the database alone does not tell', async () => {
    const { cookie, response } = await ask(`${ENTER}/options`);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-voisoin-challenge=[^;]+; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(16);
    const rows = await site.database.db.select().from(accountVerification);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a session', () => {
  test('that is used lives on for half a day more, and is written down now and then only', async () => {
    const cookie = await signIn();
    const { db } = site.database;
    const use = async (msLeft: number): Promise<number> => {
      await db.update(accountSession).set({ expiresAt: new Date(Date.now() + msLeft) });
      expect((await site.get('/api/account/me', { cookie })).status).toBe(200);
      const [row] = await db.select().from(accountSession);
      return (row?.expiresAt.getTime() ?? 0) - Date.now();
    };
    const minute = 60_000;
    expect(await use(HALF_DAY_MS - 14 * minute)).toBeLessThan(HALF_DAY_MS - 13 * minute);
    expect(await use(HALF_DAY_MS - 16 * minute)).toBeGreaterThan(HALF_DAY_MS - minute);
    expect(await use(minute)).toBeGreaterThan(HALF_DAY_MS - minute);
  });

  test('is read from the database each time: nothing of it is kept by the browser', async () => {
    const cookie = await signIn();
    expect(cookie).not.toContain('session-data');
    await site.database.db.delete(accountSession);
    expect((await site.get('/api/account/me', { cookie })).status).toBe(401);
  });
});

describe('the library itself', () => {
  const calls = () => createSignIn({ db: site.database.db, secret: TEST_SECRET }).at(ORIGIN);

  test('takes no password of less than twelve characters, even when called', async () => {
    const headers = new Headers({ cookie: await signIn() });
    const change = (newPassword: string) =>
      calls()
        .changePassword({ body: { currentPassword: PASSWORD, newPassword }, headers })
        .then(
          () => 'done',
          () => 'refused',
        );
    expect(await change('x'.repeat(11))).toBe('refused');
    expect(await change('x'.repeat(129))).toBe('refused');
    expect(await change('six lampes orange')).toBe('done');
  });

  test('prints nothing of who tried to sign in', async () => {
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => undefined),
    );
    for (const email of [EMAIL, 'nobody@test.example']) {
      await calls()
        .signInEmail({ body: { email, password: 'not this one' } })
        .catch(() => undefined);
    }
    const printed = consoles.flatMap(({ mock }) => mock.calls);
    for (const each of consoles) each.mockRestore();
    expect(printed).toEqual([]);
  });

  test.each(['BETTER_AUTH_SECRET', 'AUTH_SECRET', 'BETTER_AUTH_SECRETS'])(
    'takes no secret from %s of the environment',
    async (name) => {
      const cookie = await signIn();
      const other = 'z'.repeat(43);
      vi.stubEnv(name, name.endsWith('S') ? `9:${other}` : other);
      const session = await calls().getSession({ headers: new Headers({ cookie }) });
      vi.unstubAllEnvs();
      expect(session?.user.email).toBe(EMAIL);
    },
  );
});
