// Do invitations open a workspace once, to the right person, and do roles count from the next request on?

import { createServer, type Server } from 'node:net';
import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inviteMember } from '#api/features/account/invite-member.ts';
import { createMailer } from '#api/runtime/mailer.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import {
  accountAttempt,
  accountUser,
  workspaceInvitation,
  workspaceMember,
} from '#db/schema/account.ts';
import { auditEntry } from '#db/schema/history.ts';
import { commune } from '#db/schema/territory.ts';
import type { Role } from '#domain/account/roles.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
const PASSWORD = 'vélo rouge sous la pluie';
const WEEK_MS = 7 * 24 * 3_600_000;

let site: TestApp;
let db: Database;
let admin: SignedIn;

const call = (
  method: string,
  path: string,
  who: SignedIn | null,
  body?: unknown,
  sent: Record<string, string> = {},
) =>
  site.app.request(path, {
    method,
    headers: { ...OURS, 'content-type': 'application/json', ...who?.headers, ...sent },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function invite(email: string, role: Role = 'editor'): Promise<string> {
  const response = await call('POST', '/api/workspaces/one/invitations', admin, { email, role });
  expect(response.status).toBe(201);
  const { link } = (await response.json()) as { link: string };
  return link.split('/').at(-1) ?? '';
}

/** As read with this role. */
const read = (role: Role) => ({ 'if-match': `"${role}"` });

const accept = (token: string, who: SignedIn | null, body: object = {}) =>
  call('POST', `/api/account/invitations/${token}`, who, body);

const newcomer = { name: 'Jean Essai', password: PASSWORD };

describeOnBoth('an invitation', (_getDb, getHandle: () => DatabaseHandle) => {
  beforeAll(async () => {
    site = await openTestApp({ now: { date: '2026-03-10', minute: 600 }, database: getHandle() });
    db = getHandle().db;
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    await clearTables(db);
    await addWorkspace(db, 'one');
    await addWorkspace(db, 'two');
    admin = await signInAs(db, { one: 'admin' }, { name: 'Mona', email: 'mona@test.example' });
  });

  test('opens an account and the workspace to who holds its link, once', async () => {
    const token = await invite('Jean@Test.example');
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await db.execute(sql`select i::text as i from workspace_invitation i`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const read = await call('GET', `/api/account/invitations/${token}`, null);
    expect(await read.json()).toMatchObject({
      workspaceName: 'Organisation one',
      email: 'jean@test.example',
      role: 'editor',
      hasAccount: false,
    });
    const joined = await accept(token, null, newcomer);
    expect(joined.status).toBe(201);
    const cookie = joined.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const me = await site.get('/api/account/me', { cookie });
    expect(await me.json()).toMatchObject({
      name: 'Jean Essai',
      workspaces: [{ id: 'one', role: 'editor' }],
    });
    expect((await accept(token, null, newcomer)).status).toBe(404);
    expect((await call('GET', `/api/account/invitations/${token}`, null)).status).toBe(404);
    expect(await db.$count(workspaceMember)).toBe(2);
  });

  test('lives a week', async () => {
    const token = await invite('jean@test.example');
    site.clock.nowMs += WEEK_MS - 1;
    expect((await call('GET', `/api/account/invitations/${token}`, null)).status).toBe(200);
    site.clock.nowMs += 1;
    expect((await accept(token, null, newcomer)).status).toBe(404);
    expect(await db.$count(accountUser)).toBe(1);
  });

  test('taken back, or sent again, no longer opens by its first link', async () => {
    const first = await invite('jean@test.example');
    const second = await invite('jean@test.example', 'reader');
    expect((await accept(first, null, newcomer)).status).toBe(404);
    const list = await call('GET', '/api/workspaces/one/invitations', admin);
    const open = (await list.json()) as { id: string; role: string; etag: string }[];
    expect(open).toMatchObject([{ role: 'reader' }]);
    const path = `/api/workspaces/one/invitations/${open[0]?.id}`;
    const takeBack = (sent: Record<string, string>) => call('DELETE', path, admin, undefined, sent);
    expect((await takeBack({})).status).toBe(428);
    expect((await takeBack({ 'if-match': '"accepted"' })).status).toBe(412);
    expect((await takeBack({ 'if-match': open[0]?.etag ?? '' })).status).toBe(204);
    const again = await takeBack({ 'if-match': open[0]?.etag ?? '' });
    expect(again.status).toBe(412);
    expect(await again.json()).toMatchObject({ current: { id: open[0]?.id, state: 'revoked' } });
    expect((await accept(second, null, newcomer)).status).toBe(404);
  });

  test('opened twice at the same moment lets one in', async () => {
    const token = await invite('jean@test.example');
    const both = await Promise.all([
      accept(token, null, newcomer),
      accept(token, null, { ...newcomer, name: 'Somebody else' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect(await db.$count(accountUser)).toBe(2);
    expect(await db.$count(workspaceMember)).toBe(2);
  });

  test('to an address that has an account is for that person, signed in', async () => {
    const jean = await signInAs(db, { two: 'reader' }, { email: 'jean@test.example' });
    const other = await signInAs(db);
    const token = await invite('jean@test.example');
    expect((await accept(token, null, newcomer)).status).toBe(409);
    expect((await accept(token, other)).status).toBe(409);
    expect((await accept(token, jean)).status).toBe(201);
    const roles = await db
      .select()
      .from(workspaceMember)
      .where(eq(workspaceMember.userId, jean.userId))
      .orderBy(workspaceMember.workspaceId);
    expect(roles.map(({ role }) => role)).toEqual(['editor', 'reader']);
  });

  test('takes no password made of a name of the place', async () => {
    await writeSmallTerritory(db);
    await addWorkspace(db, 'three', { territoryCodes: [TERRITORY] });
    const [{ name } = { name: '' }] = await db
      .select()
      .from(commune)
      .orderBy(desc(sql`length(name)`));
    const { link } = await inviteMember(
      { db, mailer: null },
      {
        workspace: {
          id: 'three',
          name: 'Three',
          kind: 'carrier',
          providerId: null,
          territoryCodes: [TERRITORY],
        },
        email: 'jean@test.example',
        role: 'reader',
        invitedBy: null,
        origin: 'https://voisoin.example',
        nowMs: site.clock.nowMs,
      },
    );
    const token = link?.split('/').at(-1) ?? '';
    const password = `${name} 123456`.padEnd(12, '6');
    const refused = await accept(token, null, { name: 'Jean', password });
    expect(await refused.json()).toMatchObject({
      errors: [{ field: 'password', received: 'context' }],
    });
  });

  test('asks for a name and a password that nobody guesses', async () => {
    const token = await invite('jean@test.example');
    expect((await accept(token, null)).status).toBe(400);
    const weak = await accept(token, null, { name: 'Jean', password: 'Organisation one' });
    expect(await weak.json()).toMatchObject({
      errors: [{ field: 'password', received: 'context' }],
    });
    expect((await accept(token, null, newcomer)).status).toBe(201);
  });

  test('gives a role of its kind of workspace, and goes to nobody who is there already', async () => {
    const send = (body: object) => call('POST', '/api/workspaces/one/invitations', admin, body);
    expect((await send({ email: 'a@test.example', role: 'operator' })).status).toBe(400);
    expect((await send({ email: 'mona@test.example', role: 'reader' })).status).toBe(409);
    expect((await send({ email: 'no address', role: 'reader' })).status).toBe(400);
  });

  test('and members are hidden from other workspaces, and managed by who may', async () => {
    const stranger = await signInAs(db, { two: 'admin' });
    const editor = await signInAs(db, { one: 'editor' });
    const token = await invite('jean@test.example');
    const [open] = await db.select().from(workspaceInvitation);
    expect(token).not.toBe('');
    const asked: [string, string, object?][] = [
      ['GET', '/api/workspaces/one/members'],
      ['PUT', `/api/workspaces/one/members/${editor.userId}`, { role: 'admin' }],
      ['DELETE', `/api/workspaces/one/members/${editor.userId}`],
      ['GET', '/api/workspaces/one/invitations'],
      ['POST', '/api/workspaces/one/invitations', { email: 'x@test.example', role: 'reader' }],
      ['DELETE', `/api/workspaces/one/invitations/${open?.id}`],
    ];
    for (const [method, path, body] of asked) {
      const ask = async (who: SignedIn | null, at = path) =>
        (await call(method, at, who, body, read('editor'))).status;
      expect(await ask(null), path).toBe(401);
      expect(await ask(stranger), path).toBe(404);
      expect(await ask(editor), path).toBe(path.endsWith('members') ? 200 : 403);
      const elsewhere = path.replace('/one/', '/two/');
      if (path.includes(editor.userId) || path.includes(open?.id ?? '')) {
        expect(await ask(stranger, elsewhere), elsewhere).toBe(404);
      }
    }
    expect((await call('GET', '/api/workspaces/none/members', editor)).status).toBe(404);
  });

  test('given, a role changed or taken away counts at the next request', async () => {
    const editor = await signInAs(db, { one: 'admin' });
    const path = `/api/workspaces/one/members/${editor.userId}`;
    expect((await call('GET', '/api/workspaces/one/invitations', editor)).status).toBe(200);
    const put = (role: Role) => call('PUT', path, admin, { role: 'reader' }, read(role));
    expect((await put('admin')).status).toBe(204);
    expect((await call('GET', '/api/workspaces/one/invitations', editor)).status).toBe(403);
    expect((await call('DELETE', path, admin, undefined, read('reader'))).status).toBe(204);
    expect((await call('GET', '/api/workspaces/one/members', editor)).status).toBe(404);
    expect((await put('reader')).status).toBe(404);
  });

  test('given, a role is changed by who read the one of now', async () => {
    const editor = await signInAs(db, { one: 'editor' });
    const path = `/api/workspaces/one/members/${editor.userId}`;
    const listed = await call('GET', '/api/workspaces/one/members', admin);
    const team = (await listed.json()) as { members: object[] };
    expect(team.members).toContainEqual(
      expect.objectContaining({ userId: editor.userId, etag: '"editor"' }),
    );
    expect((await call('PUT', path, admin, { role: 'reader' })).status).toBe(428);
    expect((await call('DELETE', path, admin)).status).toBe(428);
    const changed = await call('PUT', path, admin, { role: 'publisher' }, read('editor'));
    expect(changed.headers.get('etag')).toBe('"publisher"');
    for (const [method, body] of [['PUT', { role: 'reader' }], ['DELETE']] as const) {
      const stale = await call(method, path, admin, body, read('editor'));
      expect(stale.status).toBe(412);
      expect(await stale.json()).toMatchObject({
        current: { userId: editor.userId, role: 'publisher', etag: '"publisher"' },
      });
    }
    expect(await db.$count(workspaceMember)).toBe(2);
  });

  test('asked twice with one key is one, told again with the same link', async () => {
    const path = '/api/workspaces/one/invitations';
    const body = { email: 'jean@test.example', role: 'reader' };
    const send = (key: string, asked: object = body) =>
      call('POST', path, admin, asked, { 'idempotency-key': key });
    const first = await send('k1');
    expect(first.status).toBe(201);
    const told = (await first.json()) as { id: string; link: string };
    const again = await send('k1');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(told);
    expect(await db.$count(workspaceInvitation)).toBe(1);
    expect((await send('k1', { ...body, role: 'editor' })).status).toBe(422);
    expect((await send('a key with spaces')).status).toBe(400);
    const token = told.link.split('/').at(-1) ?? '';
    const kept = await db.execute(sql`select k::text as k from kept_answer k`);
    expect(kept.rows).toHaveLength(1);
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    expect((await accept(token, null, newcomer)).status).toBe(201);
    const other = await send('k2', { email: 'paul@test.example', role: 'reader' });
    expect(((await other.json()) as { id: string }).id).not.toBe(told.id);
  });

  test('whose message was not taken is asked again with the same key', async () => {
    const unheard = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'bonjour@voisoin.example' };
    const other = await openTestApp({
      now: { date: '2026-03-10', minute: 600 },
      env: unheard,
      database: getHandle(),
    });
    const send = (from: TestApp) =>
      from.app.request('/api/workspaces/one/invitations', {
        method: 'POST',
        headers: { ...admin.headers, 'idempotency-key': 'k3' },
        body: JSON.stringify({ email: 'jean@test.example', role: 'reader' }),
      });
    expect((await send(other)).status).toBe(503);
    const list = () => call('GET', '/api/workspaces/one/invitations', admin);
    expect(await (await list()).json()).toEqual([]);
    expect((await send(site)).status).toBe(201);
    expect(await (await list()).json()).toMatchObject([{ email: 'jean@test.example' }]);
    await other.close();
  });

  test('leaves a workspace somebody who manages its members', async () => {
    const own = `/api/workspaces/one/members/${admin.userId}`;
    expect((await call('PUT', own, admin, { role: 'editor' }, read('admin'))).status).toBe(409);
    const leave = (path: string, who: SignedIn) =>
      call('DELETE', path, who, undefined, read('admin'));
    expect((await leave(own, admin)).status).toBe(409);
    const second = await signInAs(db, { one: 'admin' });
    const other = `/api/workspaces/one/members/${second.userId}`;
    const both = await Promise.all([leave(other, admin), leave(own, second)]);
    const statuses = both.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(await db.$count(workspaceMember)).toBe(1);
  });

  test('and all that follows are written in a history that holds, without any token', async () => {
    await db.delete(accountAttempt);
    const { count: before } = await findBrokenEntry(db);
    const token = await invite('jean@test.example');
    await accept(token, null, newcomer);
    const entries = await db
      .select()
      .from(auditEntry)
      .where(sql`position > ${before}`)
      .orderBy(auditEntry.position);
    expect(entries.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual([
      'invited invitation',
      'joined member',
      'signed_in session',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${token}|${PASSWORD}|argon2`));
    expect(await findBrokenEntry(db)).toMatchObject({ count: before + 3, broken: null });
  });

  test('sent by e-mail is one message to one person, whatever a name holds', async () => {
    const received = { commands: [] as string[], message: '' };
    const server = await listen(received);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const mailer = createMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: 'Voisoin <bonjour@voisoin.example>',
    });
    const sent = await inviteMember(
      { db, mailer },
      {
        workspace: {
          id: 'one',
          name: 'MOSC\r\nBcc: everybody@evil.example\r\n\r\nBuy',
          kind: 'carrier',
          providerId: null,
          territoryCodes: [],
        },
        email: 'jean@test.example',
        role: 'reader',
        invitedBy: { userId: admin.userId, name: 'Mona\r\nSubject: other' },
        origin: 'https://voisoin.example',
        nowMs: site.clock.nowMs,
      },
    );
    server.close();
    expect(sent.link).toBeNull();
    const [head = '', ...body] = received.message.split('\r\n\r\n');
    expect(head).toMatch(/^To: jean@test\.example$/m);
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
    expect(received.commands.filter((line) => /^RCPT TO/i.test(line))).toEqual([
      expect.stringMatching(/^RCPT TO:<jean@test\.example>/),
    ]);
    expect(body.join('\n').replaceAll('=\r\n', '')).toContain(
      'https://voisoin.example/invitation/',
    );
    await expect(
      inviteMember(
        { db, mailer },
        {
          workspace: {
            id: 'one',
            name: 'One',
            kind: 'carrier',
            providerId: null,
            territoryCodes: [],
          },
          email: 'paul@test.example',
          role: 'reader',
          invitedBy: null,
          origin: 'https://voisoin.example',
          nowMs: site.clock.nowMs,
        },
      ),
    ).rejects.toThrow('did not take the message');
    const waiting = await call('GET', '/api/workspaces/one/invitations', admin);
    expect(await waiting.json()).toMatchObject([{ email: 'jean@test.example' }]);
  });
});

/** As much of a mail server as takes one message. */
async function listen(received: { commands: string[]; message: string }): Promise<Server> {
  const server = createServer((socket) => {
    let isBody = false;
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      const text = data.toString();
      if (isBody) received.message += text;
      else received.commands.push(text);
      if (isBody) {
        if (!text.includes('\r\n.\r\n')) return;
        isBody = false;
        socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(text)) {
        isBody = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}
