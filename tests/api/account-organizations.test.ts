// Does who keeps the site open the space of an organization without the command line, once, and enter none?

import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPasswordHasher } from '#api/runtime/password-hash.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import {
  openDemoAccounts,
  shutDemoAccounts,
  writeDemoWorkspaces,
} from '#db/queries/account/write-demo-accounts.ts';
import { workspace, workspaceInvitation, workspaceMember } from '#db/schema/account.ts';
import { auditEntry } from '#db/schema/history.ts';
import { provider } from '#db/schema/transport.ts';
import { DEMO_PASSWORD } from '#domain/account/demo-accounts.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { addWorkspace, type SignedIn, signInAs } from '#tests/support/signed-in.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

const PATH = '/api/workspaces/site/organizations';
const PASSWORD = 'vélo rouge sous la pluie';
const MOBILITY = {
  name: 'Mobilité du Val',
  kind: 'carrier',
  territoryCodes: [TERRITORY],
  email: 'Direction@val.example',
};

type Opened = { id: string; workspaceId: string; link: string };

let site: TestApp;
let db: Database;
let keeper: SignedIn;

const call = (
  method: string,
  path: string,
  who: SignedIn | null,
  body?: unknown,
  sent: Record<string, string> = {},
) =>
  site.app.request(path, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...who?.headers,
      ...sent,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function open(body: object = MOBILITY, sent: Record<string, string> = {}): Promise<Opened> {
  const response = await call('POST', PATH, keeper, body, sent);
  expect(response.status).toBe(201);
  return (await response.json()) as Opened;
}

const join = (link: string) =>
  call('POST', `/api/account/invitations/${link.split('/').at(-1)}`, null, {
    name: 'Dina Direction',
    password: PASSWORD,
  });

async function listed(name: string) {
  const response = await call('GET', PATH, keeper);
  return ((await response.json()) as { name: string }[]).find((each) => each.name === name);
}

describeOnBoth('an organization', (_getDb, getHandle: () => DatabaseHandle) => {
  beforeAll(async () => {
    site = await openTestApp({ now: { date: '2026-03-10', minute: 600 }, database: getHandle() });
    db = getHandle().db;
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    await clearTables(db);
    await writeSmallTerritory(db);
    await addWorkspace(db, 'site', { kind: 'operation' });
    keeper = await signInAs(db, { site: 'operator' }, { name: 'Oscar', email: 'o@site.example' });
  });

  test('is opened with its space, its body and the link of who will manage it', async () => {
    const { link, workspaceId } = await open();
    expect(await db.select().from(workspace).where(eq(workspace.id, workspaceId))).toMatchObject([
      { name: MOBILITY.name, kind: 'carrier', territoryCodes: [TERRITORY] },
    ]);
    const [body] = await db.select().from(provider).where(eq(provider.name, MOBILITY.name));
    expect(body?.id).toBeDefined();
    expect(await listed(MOBILITY.name)).toMatchObject({
      id: workspaceId,
      memberCount: 0,
      managerCount: 0,
      invitedUntil: '2026-03-17T09:00:00.000Z',
    });
    expect((await join(link)).status).toBe(201);
    expect(await listed(MOBILITY.name)).toMatchObject({
      memberCount: 1,
      managerCount: 1,
      invitedUntil: null,
    });
    const [member] = await db
      .select()
      .from(workspaceMember)
      .where(eq(workspaceMember.workspaceId, workspaceId));
    expect(member?.role).toBe('admin');
  });

  test.each([
    ['coordination', 'coordinator'],
    ['operation', 'operator'],
  ])('of the kind %s is given to a person with the role %s', async (kind, role) => {
    const territoryCodes = kind === 'operation' ? [] : [TERRITORY];
    await open({ ...MOBILITY, kind, territoryCodes });
    expect(await db.select().from(workspaceInvitation)).toMatchObject([{ role }]);
  });

  test('sent twice with one key is opened once, and tells the same link', async () => {
    const key = { 'idempotency-key': 'k1' };
    const first = await open(MOBILITY, key);
    expect(await open(MOBILITY, key)).toEqual(first);
    expect(await db.$count(workspace)).toBe(2);
    expect(await db.$count(workspaceInvitation)).toBe(1);
    const other = await call('POST', PATH, keeper, { ...MOBILITY, name: 'Autre' }, key);
    expect(other.status).toBe(422);
    expect((await join(first.link)).status).toBe(201);
  });

  test('opened twice at the same moment is one', async () => {
    const both = await Promise.all([1, 2].map(() => call('POST', PATH, keeper, MOBILITY)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await db.$count(workspace)).toBe(2);
    expect(await db.$count(workspaceInvitation)).toBe(1);
  });

  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'Un\u0000nom' }],
    ['kind', { kind: 'hospital' }],
    ['territoryCodes', { territoryCodes: [] }],
    ['territoryCodes', { territoryCodes: ['ailleurs'] }],
    ['email', { email: 'nobody' }],
  ])('with a wrong %s is refused by name, and nothing is made: %o', async (field, change) => {
    const response = await call('POST', PATH, keeper, { ...MOBILITY, ...change });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(await db.$count(workspace)).toBe(1);
  });

  test('whose link was lost is sent another, until somebody manages it', async () => {
    const first = await open();
    const path = `${PATH}/${first.workspaceId}/invitations`;
    const body = { email: 'autre@val.example' };
    const again = (await (await call('POST', path, keeper, body)).json()) as Opened;
    expect((await join(again.link)).status).toBe(201);
    expect((await call('POST', path, keeper, body)).status).toBe(409);
    expect((await call('POST', `${PATH}/nulle-part/invitations`, keeper, body)).status).toBe(404);
  });

  test('is not entered by who opened it', async () => {
    const { workspaceId } = await open();
    for (const page of ['members', 'offers', 'history', 'organizations']) {
      const response = await call('GET', `/api/workspaces/${workspaceId}/${page}`, keeper);
      expect(response.status, page).toBe(404);
    }
    const text = await (await call('GET', PATH, keeper)).text();
    expect(text).not.toContain('@');
  });

  test('is written in the history that holds, with who opened it', async () => {
    const { workspaceId } = await open();
    const entries = await db
      .select()
      .from(auditEntry)
      .where(sql`workspace_id = ${workspaceId}`)
      .orderBy(auditEntry.position);
    expect(entries).toMatchObject([
      { action: 'created', subjectKind: 'workspace', actorId: keeper.userId },
      { action: 'invited', subjectKind: 'invitation', actorId: keeper.userId },
    ]);
    expect((await findBrokenEntry(db)).broken).toBeNull();
  });

  test('opened in the demonstration sends no message, and is shut with it', async () => {
    await db.insert(provider).values({ id: 'mosc', name: 'MOSC', kind: 'association' });
    await writeDemoWorkspaces(db);
    await openDemoAccounts(db, () => createPasswordHasher().hash(DEMO_PASSWORD), new Date());
    const demo = await openTestApp({
      now: { date: '2026-03-10', minute: 600 },
      env: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'bonjour@voisoin.example' },
      database: getHandle(),
    });
    const ours = { 'sec-fetch-site': 'same-origin' };
    const credentials = { email: 'exploitation@voisoin.example', password: DEMO_PASSWORD };
    const entered = await demo.post('/api/account/sign-in', credentials, ours);
    const cookie = entered.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const path = '/api/workspaces/exploitation/organizations';
    const asked = await demo.post(path, MOBILITY, { ...ours, cookie });
    expect(asked.status).toBe(201);
    const { link, workspaceId } = (await asked.json()) as Opened;
    expect((await join(link)).status).toBe(201);
    const inside = eq(workspaceMember.workspaceId, workspaceId);
    expect(await db.$count(workspaceMember, inside)).toBe(1);
    await shutDemoAccounts(db, new Date());
    expect(await db.$count(workspaceMember, inside)).toBe(0);
    await demo.close();
  });
});
