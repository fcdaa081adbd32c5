// Answers given on the page of a trip: counted in the results one comes back to, said, and forgotten.

import { describe, expect, it } from 'vitest';
import { findBarriers } from '#tests/browser/find-barriers.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';
import { PHONE } from '#tests/support/browser.ts';

const RESULTS =
  '/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture&jour=2026-12-01&heure=10%3A00&rayon=30';
const GP = 'demo-16073-gp-0';
const WORDS = fr.journey.ownWays;

export function describeAnswers({ site, open }: Visit): void {
  describe('answers about oneself', () => {
    it('are counted in the results one comes back to, and forgotten by one press', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE });
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(request.url()));
      await page.goto(RESULTS);
      const card = page.locator(`#reponse-${GP}`);
      // The ways the server had no time for come later.
      await expect.poll(() => card.locator('.skeleton').count()).toBe(0);
      const ofEverybody = plain(await card.locator('.ways').innerText());
      await card.locator('a[href*="/trajet/"]').last().click();
      await page.waitForURL(`**/trajet/${GP}?**`);
      await waitUntilAlive(page);
      await page.getByRole('checkbox', { name: fr.rules.accommodations.wheelchair }).check();
      const prescribed = page.getByRole('group', { name: fr.journey.questions.text.prescription });
      await prescribed.getByRole('radio', { name: fr.journey.questions.no }).check();
      await page.getByRole('button', { name: fr.journey.questions.submit }).click();
      await page.getByText(fr.journey.questions.answered).waitFor({ state: 'attached' });

      await page.getByRole('link', { name: fr.common.results }).first().click();
      await page.waitForURL((url) => url.pathname + url.search === RESULTS);
      const line = page.getByRole('region', { name: WORDS.label });
      await line.getByText(WORDS.counted).waitFor();
      expect(plain(await card.locator('.ways').innerText())).not.toBe(ofEverybody);
      expect(await findBarriers(page)).toEqual([]);
      expect(addresses.filter((url) => /wheelchair|besoins=|prescription=/.test(url))).toEqual([]);

      await line.getByRole('button', { name: fr.journey.questions.forget }).focus();
      await page.keyboard.press('Enter');
      await line.getByText(WORDS.forgotten).waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
        'status',
      );
      await expect
        .poll(async () => plain(await card.locator('.ways').innerText()))
        .toBe(ofEverybody);
      await page.reload();
      await card.waitFor();
      await waitUntilAlive(page);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('.results-own').count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    });
  });
}
