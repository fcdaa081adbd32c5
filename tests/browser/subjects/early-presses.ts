// On a slow network the words of a page come long before its scripts: is what somebody does meanwhile heard?

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';
import { PHONE } from '#tests/support/browser.ts';

const RESULTS = '/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture';
const PRICE = '/espace/mosc/offres/mosc-transport-solidaire?etape=combien';

export function describeEarlyPresses({ site, open }: Visit): void {
  describe('before the scripts of a page are there', () => {
    it('a button pressed does what it says once they are', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE, hasTouch: true });
      const release = await openHeld(page, RESULTS);
      await page.getByRole('button', { name: fr.results.showMap }).click();
      release();
      await page.locator('.map-panel canvas').first().waitFor();
      expect(faults).toEqual([]);
      await close();
    });

    it('what is chosen and ticked counts as if they had been', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      const release = await openHeld(page, '/');
      const { car, no_car } = fr.form.modes;
      await page.getByRole('radio', { name: car.label }).check();
      await page.getByRole('checkbox', { name: fr.form.noDrive }).check();
      release();
      const noCar = page.getByRole('radio', { name: no_car.label });
      await expect.poll(() => noCar.isChecked()).toBe(true);
      expect(await page.evaluate(() => localStorage.length)).toBe(1);
      expect(faults).toEqual([]);
      await close();
    });

    it('what is written is part of the draft', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(`/connexion?suite=${encodeURIComponent('/espace/mosc')}`);
      await page.getByRole('button', { name: 'Paul Publication' }).click();
      await page.waitForURL('**/espace/mosc');
      const release = await openHeld(page, PRICE);
      const price = page.getByLabel(fr.editor.fares.perKm);
      const before = await price.inputValue();
      await price.fill('0,77');
      const written = draftKept(page);
      release();
      const preview = page.locator('.editor-preview');
      await expect.poll(async () => plain(await preview.innerText())).toContain('0,77 €');
      await written;
      const putBack = draftKept(page);
      await price.fill(before);
      await expect.poll(async () => plain(await preview.innerText())).not.toContain('0,77 €');
      await putBack;
      expect(faults).toEqual([]);
      await close();
    });
  });
}

/** The next time the server has what was written. */
async function draftKept(page: Page): Promise<void> {
  await page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
}

/** The page as its scripts are still on the way; what is returned lets them come. */
async function openHeld(page: Page, path: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  return resolve;
}
