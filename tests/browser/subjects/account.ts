// Signing in with a password and with a key, inviting, answering, leaving; and what residents see of it.

import { sql } from 'drizzle-orm';
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { offerPasswordReset } from '#api/features/account/reset-password.ts';
import { findAccount } from '#db/queries/account/find-account.ts';
import { accountPasskey, accountSession } from '#db/schema/account.ts';
import { examine } from '#tests/browser/examine.ts';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import type { Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';

const words = fr.account;
const PASSWORD = 'vélo rouge sous la pluie';

export function describeAccount({ site, open }: Visit): void {
  const heading = async (page: Page) =>
    plain(await page.getByRole('heading', { level: 1 }).innerText());

  const read = async (page: Page) => plain(await page.getByRole('main').innerText());

  async function enterAs(page: Page, name: string, then: string) {
    await page.goto(`/connexion?suite=${encodeURIComponent(then)}`);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(`**${then}`);
  }

  /** The link to hand over. */
  async function invite(email: string): Promise<string> {
    const { page: desk, close } = await open();
    await enterAs(desk, 'Mona Direction', '/espace/mosc/equipe');
    await desk.getByLabel(words.team.inviteEmail).fill(email);
    await desk.getByRole('button', { name: words.team.invite, exact: true }).click();
    const link = await desk.getByRole('textbox', { name: words.team.handOver(email) }).inputValue();
    await close();
    return link;
  }

  /** A colleague with an account of their own. */
  async function join(page: Page, email: string, name: string) {
    const link = await invite(email);
    await page.goto(new URL(link).pathname);
    await page.getByLabel(words.invitation.name).fill(name);
    await page.getByLabel(words.invitation.password).fill(PASSWORD);
    await page.getByRole('button', { name: words.invitation.create }).click();
    await page.waitForURL('**/espace/mosc');
    return link;
  }

  describe('somebody who keeps offers', () => {
    it('signs in with the keyboard alone, after a wrong password was told', async () => {
      const { page, faults, close } = await open();
      const keyboard = createKeyboard(page);
      await page.goto('/compte');
      expect(new URL(page.url()).pathname).toBe('/connexion');
      await keyboard.skipToContent();
      await keyboard.tabTo(page.getByLabel(words.signIn.email));
      await keyboard.type('direction@mosc.example');
      await keyboard.press('Tab');
      await keyboard.type('not this one');
      await keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(plain(await page.getByRole('alert').innerText())).toContain(
        plain(words.signIn.refused),
      );
      await keyboard.tabTo(page.getByLabel(words.signIn.password, { exact: true }));
      await keyboard.type('trois cafés en terrasse');
      await keyboard.press('Enter');
      await page.waitForURL('**/compte');
      expect(await heading(page)).toBe(words.account.title);
      expect(faults.filter((fault) => !fault.includes('status of 401'))).toEqual([]);
      await close();
    });

    it('invites a colleague, who opens the link once and finds the team', async () => {
      const { page, faults, close } = await open();
      const link = await join(page, 'jean@test.example', 'Jean Essai');
      await page.goto('/espace/mosc/equipe');
      expect(plain(await page.getByRole('main').innerText())).toContain('Jean Essai');
      expect(await page.getByRole('button', { name: words.team.invite }).count()).toBe(0);
      const answer = await page.goto(new URL(link).pathname);
      expect(answer?.status()).toBe(404);
      expect(await heading(page)).toBe(plain(words.invitation.goneTitle));
      // The pages of the space itself are another subject.
      expect(faults.filter((fault) => !fault.includes('status of 404'))).toEqual([]);
      await close();
    });

    it('does it all without JavaScript, and signs out for good', async () => {
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await enterAs(page, 'Mona Direction', '/compte');
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ name: 'voisoin-session', httpOnly: true, sameSite: 'Lax' });
      await page.goto('/espace/mosc/equipe');
      await page
        .getByLabel(words.team.roleOf('Léo Lecture'), { exact: true })
        .selectOption('publisher');
      await page.getByRole('button', { name: words.team.saveOf('Léo Lecture') }).click();
      expect(plain(await page.getByRole('status').innerText())).toContain(plain(words.team.saved));
      await page
        .getByLabel(words.team.roleOf('Mona Direction'), { exact: true })
        .selectOption('reader');
      await page.getByRole('button', { name: words.team.saveOf('Mona Direction') }).click();
      expect(plain(await page.getByRole('alert').innerText())).toContain(
        plain(words.team.lastManager),
      );
      await page
        .getByLabel(words.team.roleOf('Léo Lecture'), { exact: true })
        .selectOption('reader');
      await page.getByRole('button', { name: words.team.saveOf('Léo Lecture') }).click();
      await page.goto('/compte');
      await page.getByRole('button', { name: words.account.signOut }).click();
      await page.waitForURL('**/connexion');
      await page.context().addCookies(cookie === undefined ? [] : [cookie]);
      await page.goto('/compte');
      expect(new URL(page.url()).pathname).toBe('/connexion');
      expect(faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
      await close();
    });

    it('adds a key of this device soon after signing in, and signs in with it', async () => {
      // A key belongs to a name, never to a number.
      const baseURL = site().url.replace('127.0.0.1', 'localhost');
      const { page, faults, close } = await open({ baseURL });
      const device = await addDevice(page);
      await join(page, 'paul@test.example', 'Paul Essai');
      const { db } = site().database;

      await db.update(accountSession).set({ createdAt: sql`created_at - interval '16 minutes'` });
      await page.goto('/compte');
      await page.getByRole('button', { name: words.account.addPasskey }).click();
      expect(plain(await page.getByRole('alert').innerText())).toContain(
        plain(words.account.passkeyOld),
      );
      await db.update(accountSession).set({ createdAt: sql`created_at + interval '16 minutes'` });
      await page.getByLabel(words.account.passkeyName).fill('Téléphone du bureau');
      await page.getByRole('button', { name: words.account.addPasskey }).click();
      await page.waitForURL('**/compte?fait=passkeyAdded');
      expect(plain(await page.getByRole('main').innerText())).toContain('Téléphone du bureau');
      expect(await db.$count(accountPasskey)).toBe(1);
      await page.getByRole('button', { name: words.account.signOut }).click();
      await page.waitForURL('**/connexion');

      // A key in the hands of somebody it did not recognise is not enough, whatever the page asks of it.
      const question = '**/api/account/passkeys/sign-in/options';
      await page.route(question, async (route) => {
        const response = await route.fetch();
        const json = { ...(await response.json()), userVerification: 'discouraged' };
        await route.fulfill({ response, json });
      });
      await device.recognise(false);
      await page.getByRole('button', { name: words.signIn.passkey }).click();
      await page.getByRole('alert').waitFor();
      await page.unroute(question);
      await device.recognise(true);
      await page.getByRole('button', { name: words.signIn.passkey }).click();
      await page.waitForURL('**/espace/mosc');
      await page.goto('/compte');
      expect(plain(await page.getByRole('main').innerText())).toContain('Paul Essai');
      const remove = words.account.removePasskeyNamed('Téléphone du bureau');
      await page.getByRole('button', { name: remove }).click();
      await page.waitForURL('**/compte?fait=passkeyRemoved');
      expect(await db.$count(accountPasskey)).toBe(0);
      const ours = `request: ${baseURL}`;
      const asked = /status of 40[134]/;
      expect(faults.filter((fault) => !fault.startsWith(ours) && !asked.test(fault))).toEqual([]);
      await close();
    });

    it.each(['/compte', '/espace/mosc/equipe', '/espace/mosc/equipe?retirer=demo-reader'])(
      'meets no barrier on %s, which is kept nowhere',
      async (path) => {
        const { page, faults, close } = await open();
        await enterAs(page, 'Mona Direction', '/compte');
        const answer = await page.goto(path);
        expect(answer?.headers()['cache-control']).toBe('no-store');
        expect(await page.locator('.site-nav').innerText()).toContain(words.space);
        expect(await examine(page)).toEqual([]);
        expect(faults).toEqual([]);
        await close();
      },
    );
  });

  describe('who keeps the site', () => {
    it('opens the space of an organization, whose first person finds it empty and begins', async () => {
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      const space = words.organizations;
      await enterAs(page, 'Omar Exploitation', '/espace/exploitation/organismes');
      await page.getByLabel(space.name).fill('MOSC, Mobilité Sud et Ouest Charente');
      await page.getByRole('checkbox', { name: 'Sud Charente' }).check();
      await page.getByLabel(space.email).fill('direction@val.example');
      await page.getByRole('button', { name: space.open }).click();
      await expect.poll(() => read(page)).toContain(plain(space.nameTaken));
      await page.getByLabel(space.name).fill('Mobilité du Val');
      await page.getByRole('button', { name: space.open }).click();
      const link = await page
        .getByRole('textbox', { name: words.team.handOver('direction@val.example') })
        .inputValue();
      const row = page.getByRole('listitem').filter({ hasText: 'Mobilité du Val' });
      await expect.poll(async () => plain(await row.innerText())).toContain(plain(space.nobody));
      expect(faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
      await close();

      const first = await open();
      await first.page.goto(new URL(link).pathname);
      await first.page.getByLabel(words.invitation.name).fill('Dina Direction');
      await first.page.getByLabel(words.invitation.password).fill(PASSWORD);
      await first.page.getByRole('button', { name: words.invitation.create }).click();
      await first.page.waitForURL(/\/espace\/[\w-]+$/);
      const told = plain(await first.page.getByRole('main').innerText());
      expect(told).toContain(plain(fr.workspace.offers.none));
      expect(told).toContain(plain(fr.workspace.offers.create.title));
      expect([...(await examine(first.page)), ...first.faults]).toEqual([]);
      await first.close();
    });

    it('meets no barrier on the page of organizations', async () => {
      const { page, faults, close } = await open();
      await enterAs(page, 'Omar Exploitation', '/espace/exploitation/organismes');
      expect([...(await examine(page)), ...faults]).toEqual([]);
      await close();
    });
  });

  describe('writing that was not saved', () => {
    const NAME = 'voisoin.draft.mosc.navette';
    const draft = JSON.stringify({ revision: 1, document: { offer: { name: 'La navette' } } });
    const held = (page: Page) => page.evaluate((name) => localStorage.getItem(name), NAME);

    it('stays in the browser through a sign-out when its author says so, and goes when not', async () => {
      const { page, faults, close } = await open();
      const leave = async (button: string) => {
        await waitUntilAlive(page);
        await page.getByRole('button', { name: words.account.signOut }).click();
        await page.getByRole('link', { name: 'La navette' }).waitFor();
        await page.getByRole('button', { name: button }).click();
        await page.waitForURL('**/connexion');
      };
      await enterAs(page, 'Mona Direction', '/compte');
      await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
        NAME,
        draft,
      ] as const);
      await leave(words.account.leaveKeeping);
      expect(await held(page)).toBe(draft);
      await enterAs(page, 'Mona Direction', '/compte');
      await leave(words.account.leaveErasing);
      expect(await held(page)).toBeNull();
      expect(faults).toEqual([]);
      await close();
    });
  });

  describe('a link handed over', () => {
    it('opens a page without barrier, kept nowhere, that never names the link to others', async () => {
      const { pathname } = new URL(await invite('claude@test.example'));
      const { page, faults, close } = await open();
      const answer = await page.goto(pathname);
      expect(answer?.headers()).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
      });
      const head = await page.locator('head').innerHTML();
      expect(head).not.toContain(pathname.split('/').at(-1));
      expect(await examine(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it('to choose a password anew does it once', async () => {
      const { db } = site().database;
      const { page, faults, close } = await open();
      await join(page, 'sam@test.example', 'Sam Essai');
      const account = await findAccount(db, 'sam@test.example');
      const path = await offerPasswordReset(db, account?.id ?? '', Date.now());
      await page.goto(path);
      await page.getByLabel(words.invitation.password).fill('azertyuiop12');
      await page.getByRole('button', { name: words.reset.save }).click();
      await expect.poll(() => read(page)).toContain(plain(words.passwordFaults.sequence));
      await page.getByLabel(words.invitation.password).fill('sept lampes orange');
      await page.getByRole('button', { name: words.reset.save }).click();
      await page.waitForURL('**/connexion?fait=mot-de-passe&**');
      await page.getByLabel(words.signIn.password, { exact: true }).fill('sept lampes orange');
      await page.getByRole('button', { name: words.signIn.submit }).click();
      await page.waitForURL('**/espace/mosc');
      expect((await page.goto(path))?.status()).toBe(404);
      expect(faults.filter((fault) => !/status of 40[04]/.test(fault))).toEqual([]);
      await close();
    });
  });

  describe('a resident page', () => {
    it.each(['/', '/transports', '/fiche/finess-160000253'])(
      '%s is the same for who is signed in',
      async (path) => {
        const { page, close } = await open();
        const read = async () => {
          const response = await page.request.get(path);
          expect(response.headersArray().some(({ name }) => /^set-cookie$/i.test(name))).toBe(
            false,
          );
          return (await response.text()).replaceAll(/nonce="[^"]+"/g, '');
        };
        const before = await read();
        await enterAs(page, 'Mona Direction', '/compte');
        expect(await read()).toBe(before);
        await close();
      },
    );
  });
}

/** A phone or a computer that keeps keys, and recognises its owner or not. */
async function addDevice(page: Page) {
  const debugged: CDPSession = await page.context().newCDPSession(page);
  await debugged.send('WebAuthn.enable');
  const { authenticatorId } = await debugged.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognise: (isUserVerified: boolean) =>
      debugged.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}
