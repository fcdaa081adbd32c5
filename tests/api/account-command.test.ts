// Does the command invite the first person of an organization, and see a history somebody touched?

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runAccountCommand } from '#api/account-command.ts';
import { readConfig } from '#api/config.ts';
import { readOfferDocument } from '#api/features/workspace/read-offer-document.ts';
import { createSignIn } from '#api/runtime/sign-in.ts';
import type { Database } from '#db/database.ts';
import {
  openDemoAccounts,
  shutDemoAccounts,
  writeDemoWorkspaces,
} from '#db/queries/account/write-demo-accounts.ts';
import { workspace, workspaceInvitation, workspaceMember } from '#db/schema/account.ts';
import { keptOffer, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import { provider } from '#db/schema/transport.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#domain/account/demo-accounts.ts';
import { MOSC_OFFERS } from '#seeds/demo/transport/mosc.ts';
import { documentOf, writeKeptOffers } from '#seeds/demo/write/write-demo-workspaces.ts';
import { openTestApp, TEST_SECRET, type TestApp } from '#tests/support/app.ts';
import { clearTables } from '#tests/support/database.ts';
import { signInAs } from '#tests/support/signed-in.ts';

const OURS = { 'sec-fetch-site': 'same-origin' };
const config = readConfig({ PUBLIC_URL: 'https://voisoin.example' });

let site: TestApp;
let db: Database;
beforeAll(async () => {
  site = await openTestApp({ now: { date: '2026-03-10', minute: 600 } });
  db = site.database.db;
});
afterAll(() => site?.close());
beforeEach(() => clearTables(db));

/** Sessions and new passwords live by the machine's clock, as the library's do. */
function nowOf([command]: readonly string[]): number {
  return command === 'reset-password' ? Date.now() : site.clock.nowMs;
}

async function run(...words: string[]): Promise<{ isWell: boolean; said: string[] }> {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const isWell = await runAccountCommand(db, config, words, say, nowOf(words));
  return { isWell, said };
}

describe('npm run account', () => {
  test('invites into an organization it makes, then into the same one', async () => {
    const first = await run(
      'invite',
      'Nadia@mosc.example',
      '--organization',
      'MOSC',
      '--role',
      'admin',
    );
    expect(first.said).toEqual([
      expect.stringMatching(/^Espace créé : MOSC/),
      expect.stringMatching(/\nhttps:\/\/voisoin\.example\/invitation\/[\w-]{43}$/),
    ]);
    await run('invite', 'paul@mosc.example', '--organization', 'mosc', '--role', 'editor');
    const [made, ...others] = await db.select().from(workspace);
    expect(others).toEqual([]);
    expect(made).toMatchObject({ name: 'MOSC', kind: 'carrier' });
    expect(await db.select().from(provider)).toMatchObject([
      { id: made?.providerId, name: 'MOSC' },
    ]);
    const token = first.said[1]?.split('/').at(-1);
    const body = { name: 'Nadia', password: 'vélo rouge sous la pluie' };
    const joined = await site.post(`/api/account/invitations/${token}`, body, OURS);
    expect(joined.status).toBe(201);
    expect((await run('list')).said).toEqual(['nadia@mosc.example\tNadia\tMOSC\tadmin']);
  });

  test('makes a coordination for a coordinator, in territories that exist', async () => {
    const words = ['invite', 'c@cls.example', '--organization', 'CLS', '--role', 'coordinator'];
    await expect(run(...words, '--territory', 'nowhere')).rejects.toThrow('Territoire inconnu');
    expect(await db.$count(workspace)).toBe(0);
    await run(...words);
    expect(await db.select().from(workspace)).toMatchObject([
      { kind: 'coordination', providerId: null },
    ]);
  });

  test.each([
    [['invite', 'nobody', '--organization', 'X', '--role', 'admin'], 'adresse e-mail'],
    [['invite', 'a@b.example', '--role', 'admin'], '--organization'],
    [['invite', 'a@b.example', '--organization', 'X', '--role', 'king'], '--role'],
    [
      ['invite', 'a@b.example', '--organization', 'X', '--role', 'operator', '--kind', 'carrier'],
      '--kind',
    ],
    [['revoke-sessions', 'a@b.example'], 'Aucun compte'],
    [['invite', 'a@b.example', '--unknown'], 'npm run account'],
    [['nothing'], 'npm run account'],
  ])('says what is wrong with %o', async (words, told) => {
    await expect(run(...words)).rejects.toThrow(told);
    expect(await db.$count(workspace)).toBe(0);
  });

  test('ends the sessions of a person everywhere', async () => {
    const person = await signInAs(db, {}, { email: 'nadia@mosc.example' });
    expect((await site.get('/api/account/me', person.headers)).status).toBe(200);
    expect((await run('revoke-sessions', 'NADIA@mosc.example')).said).toEqual([
      'nadia@mosc.example : 1 session(s) fermée(s).',
    ]);
    expect((await site.get('/api/account/me', person.headers)).status).toBe(401);
  });

  test('gives a link to who forgot their password: it chooses another, once, within a day', async () => {
    const invited = await run(
      'invite',
      'nadia@mosc.example',
      '--organization',
      'MOSC',
      '--role',
      'admin',
    );
    const first = { name: 'Nadia', password: 'vélo rouge sous la pluie' };
    const joined = await site.post(
      `/api/account/invitations/${invited.said[1]?.split('/').at(-1)}`,
      first,
      OURS,
    );
    const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const offer = async () => (await run('reset-password', 'nadia@mosc.example')).said[0] ?? '';
    const tokenOf = (said: string) => said.split('/').at(-1) ?? '';
    const forgotten = tokenOf(await offer());
    const said = await offer();
    expect(said).toMatch(/\nhttps:\/\/voisoin\.example\/mot-de-passe\/[\w-]{43}$/);
    const token = tokenOf(said);
    const { rows } = await db.execute(sql`select v::text as v from account_verification v`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    const choose = (link: string, password: string) =>
      site.post(`/api/account/password/${link}`, { password }, OURS);
    expect((await choose(forgotten, 'six lampes orange')).status).toBe(404);
    expect((await choose(token, 'MOSC MOSC MOSC 1')).status).toBe(400);
    expect(await (await site.get(`/api/account/password/${token}`)).json()).toEqual({
      email: 'nadia@mosc.example',
    });
    const both = await Promise.all([
      choose(token, 'six lampes orange'),
      choose(token, 'sept lampes orange'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await site.get('/api/account/me', { cookie })).status).toBe(401);
    const signIn = (password: string) =>
      site.post('/api/account/sign-in', { email: 'nadia@mosc.example', password }, OURS);
    expect((await signIn(first.password)).status).toBe(401);
    const kept = both[0]?.status === 204 ? 'six lampes orange' : 'sept lampes orange';
    expect((await signIn(kept)).status).toBe(204);

    const late = tokenOf(await offer());
    await db.execute(sql`update account_verification set expires_at = now() - interval '1 second'`);
    expect((await choose(late, 'huit lampes orange')).status).toBe(404);
  });

  test('names the first entry of the history that is not as it was written', async () => {
    for (const email of ['a@b.example', 'c@d.example', 'e@f.example']) {
      await run('invite', email, '--organization', 'MOSC', '--role', 'reader');
    }
    const whole = await run('verify-history');
    expect(whole).toMatchObject({
      isWell: true,
      said: [expect.stringMatching(/^Historique entier/)],
    });
    const touch = async (change: ReturnType<typeof sql>) => {
      let said: unknown = null;
      // As somebody who owns the database, and puts the guards aside.
      await db
        .transaction(async (tx) => {
          await tx.execute(sql`set local session_replication_role = replica`);
          await tx.execute(change);
          const lines: string[] = [];
          const say = (line: string) => lines.push(line);
          said = [await runAccountCommand(tx, config, ['verify-history'], say, 0), lines[0]];
          tx.rollback();
        })
        .catch(() => undefined);
      return said;
    };
    const at = sql`position = (select max(position) - 1 from audit_entry)`;
    expect(await touch(sql`update audit_entry set actor_id = 'nobody' where ${at}`)).toEqual([
      false,
      expect.stringContaining('son contenu n’est plus celui'),
    ]);
    expect(await touch(sql`delete from audit_entry where ${at}`)).toEqual([
      false,
      expect.stringContaining('elle manque'),
    ]);
    const forged = sql`update audit_entry set previous_hash = 'x',
      hash = encode(sha256(convert_to(jsonb_set(audit_text(audit_entry)::jsonb, '{0}', '"x"')::text, 'UTF8')), 'hex')
      where ${at}`;
    expect(await touch(forged)).toEqual([
      false,
      expect.stringContaining('elle ne suit pas l’entrée d’avant'),
    ]);
    expect((await run('verify-history')).isWell).toBe(true);
  });
});

describe('the demonstration', () => {
  const hash = () => createSignIn({ db, secret: TEST_SECRET }).hasher.hash(DEMO_PASSWORD);
  const enter = (email: string) =>
    site.post('/api/account/sign-in', { email, password: DEMO_PASSWORD }, OURS);

  beforeEach(async () => {
    await db.insert(provider).values({ id: 'mosc', name: 'MOSC', kind: 'association' });
    await writeDemoWorkspaces(db);
  });

  const options = async () =>
    (await (await site.get('/api/account/sign-in')).json()) as {
      demo: { password: string; accounts: { role: string; email: string }[] } | null;
    };

  test('has one account a role, told to who signs in, and only once it is opened', async () => {
    expect(await options()).toEqual({ demo: null });
    await openDemoAccounts(db, hash, new Date());
    const { demo } = await options();
    expect(demo?.accounts.map(({ role }) => role)).toEqual(DEMO_ACCOUNTS.map(({ role }) => role));
    expect(demo?.accounts.every(({ email }) => email.endsWith('.example'))).toBe(true);
    expect((await enter('redaction@mosc.example')).status).toBe(204);
    const hashAgain = () => Promise.reject(new Error('Every account is there already'));
    await openDemoAccounts(db, hashAgain, new Date());
  });

  test('gives its carrier offers that its editor reads, one of them a draft', async () => {
    for (const offer of MOSC_OFFERS) {
      const document: unknown = JSON.parse(JSON.stringify(documentOf(offer)));
      expect(readOfferDocument(document, offer.id)).toEqual(document);
    }
    const [one] = MOSC_OFFERS;
    if (one === undefined) throw new Error('MOSC has offers');
    const offers = [...MOSC_OFFERS, { ...one, id: 'unknown', status: 'to_document' as const }];
    await writeKeptOffers(db, offers, new Date());
    await writeKeptOffers(db, offers, new Date());
    const kept = await db.select().from(keptOffer);
    const drafts = kept.filter(({ versionInUse }) => versionInUse === null);
    expect(drafts.map(({ id }) => id)).toEqual(['unknown']);
    expect(await db.$count(offerVersion)).toBe(MOSC_OFFERS.length);
    expect(await db.$count(offerDraft)).toBe(1);
  });

  test('keeps its passwords and its keys as they are', async () => {
    await openDemoAccounts(db, hash, new Date());
    const cookie = (await enter('lecture@mosc.example')).headers.getSetCookie()[0]?.split(';')[0];
    const headers = { ...OURS, cookie: cookie ?? '' };
    const body = { current: DEMO_PASSWORD, next: 'vélo rouge sous la pluie' };
    expect((await site.post('/api/account/password', body, headers)).status).toBe(409);
    expect((await site.post('/api/account/passkeys/options', {}, headers)).status).toBe(409);
  });

  test('switched off shuts its accounts, and who came in through them, not who the operator invited', async () => {
    await openDemoAccounts(db, hash, new Date());
    const cookie = (await enter('direction@mosc.example')).headers.getSetCookie()[0]?.split(';')[0];
    const headers = { ...OURS, cookie: cookie ?? '' };
    const invited = await site.post(
      '/api/workspaces/mosc/invitations',
      { email: 'visitor@test.example', role: 'admin' },
      headers,
    );
    const { link } = (await invited.json()) as { link: string };
    const password = 'vélo rouge sous la pluie';
    const join = (token: string | undefined, name: string) =>
      site.post(`/api/account/invitations/${token}`, { name, password }, OURS);
    await join(link.split('/').at(-1), 'Visitor');
    await site.post(
      '/api/workspaces/mosc/invitations',
      { email: 'later@test.example', role: 'admin' },
      headers,
    );
    const own = await run(
      'invite',
      'real@test.example',
      '--organization',
      'mosc',
      '--role',
      'admin',
    );
    await join(own.said[0]?.split('/').at(-1), 'Real');
    expect(await db.$count(workspaceMember)).toBe(DEMO_ACCOUNTS.length + 2);

    await shutDemoAccounts(db, new Date(site.clock.nowMs));
    expect(await options()).toEqual({ demo: null });
    expect((await enter('direction@mosc.example')).status).toBe(401);
    expect((await site.get('/api/account/me', headers)).status).toBe(401);
    expect((await run('list')).said.filter((line) => line.includes('MOSC'))).toEqual([
      expect.stringMatching(/^real@test\.example\tReal\t.*\tadmin$/),
    ]);
    const open = await db
      .select()
      .from(workspaceInvitation)
      .where(sql`accepted_at is null and revoked_at is null`);
    expect(open).toEqual([]);

    await openDemoAccounts(db, hash, new Date());
    expect((await enter('direction@mosc.example')).status).toBe(204);
  });
});
