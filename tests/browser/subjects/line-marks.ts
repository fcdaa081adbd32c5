// With a keyboard alone, an organization says that a line is reserved: a resident whose page is open reads it.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

const LINES = '/espace/mosc/lignes';
/** From Montmoreau to the hospital of Angoulême, by train and bus. */
const TRIP =
  '/trajet/finess-160000253?depart=16230&deplacement=sans-voiture&jour=2026-12-01&heure=10:00';
const SEEN_WITHIN_MS = 2_000;
const WHOM = 'abonnés du samedi';
const words = fr.workspace.lines;

export function describeLineMarks({ site, open }: Visit): void {
  const byTrain = (page: Page) => page.locator('article', { hasText: 'TER L13' }).first();
  const said = async (page: Page) => plain((await byTrain(page).textContent()) ?? '');

  describe('an imported line', () => {
    it('is marked with a keyboard alone, read at once by a resident, and freed again', async () => {
      site().setNow(FRIDAY);
      const resident = await open();
      const listens = resident.page.waitForResponse('**/api/changes');
      await resident.page.goto(TRIP);
      await listens;
      await byTrain(resident.page).waitFor();
      expect(await said(resident.page)).not.toContain(WHOM);

      const desk = await open();
      const { page } = desk;
      const keys = createKeyboard(page);
      await page.goto(`/connexion?suite=${encodeURIComponent(LINES)}`);
      await page.getByRole('button', { name: 'Mona Direction' }).click();
      await page.waitForURL(`**${LINES}`);
      await keys.skipToContent();
      await keys.tabTo(page.getByLabel(words.search.label));
      await keys.type('bordeaux l13');
      await keys.press('Enter');
      await page.waitForURL('**mot=**');
      await keys.skipToContent();
      await keys.tabTo(page.getByRole('link', { name: `(${words.vehicles.train})` }));
      await keys.press('Enter');
      await page.waitForURL('**ligne=ter-13**');
      await keys.tabTo(page.getByRole('combobox', { name: words.form.what }));
      // The first of the six answers, as arrows would.
      await keys.press('Tab', 'Space');
      await keys.tabTo(page.getByLabel(words.form.forWhom));
      await keys.type(WHOM);
      await keys.press('Enter');
      await page.getByText(words.done.added).waitFor();

      await resident.page.waitForFunction(
        (whom) => document.body.textContent?.includes(whom),
        WHOM,
        { timeout: SEEN_WITHIN_MS },
      );
      const told = await said(resident.page);
      expect(told).toContain(
        plain(words.said({ kind: 'reserved', forWhom: WHOM, condition: null })),
      );
      expect(told).toContain(plain(fr.journey.tiers[1]));

      await page.getByRole('button', { name: words.remove }).click();
      await page.getByText(words.done.removed).waitFor();
      await resident.page.waitForFunction(
        (whom) => !document.body.textContent?.includes(whom),
        WHOM,
        { timeout: SEEN_WITHIN_MS },
      );
      expect([...resident.faults, ...desk.faults]).toEqual([]);
      await resident.close();
      await desk.close();
    });
  });
}
