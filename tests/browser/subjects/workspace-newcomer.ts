// « Mettez à jour le tarif » : somebody who never saw the site does it, with what stands on the screen and nothing else.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';

const EMAIL = 'publication@mosc.example';
const OFFER = 'Transport solidaire du Sud Charente';
/** Signing in, the price, publishing, publishing for sure, and the page of residents to make sure. */
const FEWEST_PRESSES = 5;
const SCREENS = [
  { width: 360, height: 740, price: '0,35' },
  { width: 1280, height: 900, price: '0,40' },
];

export function describeWorkspaceNewcomer({ site, open }: Visit): void {
  describe('somebody told only to bring the price up to date', () => {
    it.each(SCREENS)('does it on a screen $width pixels wide, lost nowhere', async (screen) => {
      site().setNow(FRIDAY);
      const { width, height, price } = screen;
      const { page, faults, close } = await open({ viewport: { width, height } });
      let presses = 0;
      const press = async (thing: Locator) => {
        await thing.click();
        presses += 1;
      };
      const { account, workspace, editor } = fr;

      await page.goto('/connexion');
      await page.getByLabel(account.signIn.email).fill(EMAIL);
      await page
        .getByLabel(account.signIn.password, { exact: true })
        .fill(await shownPassword(page));
      await press(page.getByRole('button', { name: account.signIn.submit, exact: true }));

      // The offer is there by its name, and the price in it.
      const card = page.getByRole('article', { name: OFFER });
      await press(card.getByText(workspace.offers.straightTo.combien, { exact: true }));
      await page.getByRole('heading', { name: editor.steps.combien.question }).waitFor();
      await waitUntilAlive(page);
      const field = page.getByLabel(editor.fares.perKm);
      const before = plain(await field.inputValue());
      await field.fill(price);

      // What is saved is not published: it is said where one is, with what publishes it.
      const notYet = page.getByText(editor.notYet);
      await notYet.waitFor();
      await page.getByText(editor.save.savedDraft).waitFor();
      expect(await isOnScreen(notYet)).toBe(true);
      // And what one writes in is not under it.
      await expect.poll(() => isUncovered(field)).toBe(true);
      await press(page.getByText(editor.publishThese));
      await page.getByRole('heading', { name: editor.publish.whatChanges }).waitFor();
      const told = plain(await page.getByRole('main').innerText());
      expect(told).toContain(`${before} €`);
      expect(told).toContain(`${price} €`);
      await press(page.getByRole('button', { name: editor.publish.publish }));
      await page.getByText(editor.publish.published).waitFor();
      expect(await page.getByText(editor.notYet).count()).toBe(0);

      await press(page.getByRole('link', { name: editor.publish.seePublic }));
      await page.waitForURL('**/transports/**');
      await page.getByRole('heading', { name: OFFER, level: 1 }).waitFor();
      const read = plain(await page.getByRole('main').innerText());
      expect(read).toContain(`${price} €`);
      expect(presses).toBe(FEWEST_PRESSES);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

/** As the sign-in page of the demonstration says it, between quotes. */
async function shownPassword(page: Page): Promise<string> {
  const text = plain(await page.getByRole('main').innerText());
  const password = /mot de passe[^«]*« ?([^»]+?) ?»/.exec(text)?.[1];
  if (password === undefined) throw new Error('The sign-in page shows no password');
  return password;
}

async function isOnScreen(thing: Locator): Promise<boolean> {
  return thing.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Nothing lies over its middle. */
async function isUncovered(thing: Locator): Promise<boolean> {
  return thing.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === node;
  });
}
