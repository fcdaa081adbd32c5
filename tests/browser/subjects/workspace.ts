// An organization changes an offer, tries it, publishes it, takes it back: what a resident sees meanwhile.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

const OFFER = '/espace/mosc/offres/mosc-transport-solidaire';
/** A Tuesday, eleven days later, at ten. */
const TRIP =
  '/trajet/demo-16073-gp-0?depart=16020&deplacement=sans-voiture&jour=2026-12-01&heure=10:00';
const SEEN_WITHIN_MS = 2_000;

export function describeWorkspace({ site, open }: Visit): void {
  async function enterAs(page: Page, name: string, then: string) {
    await page.goto(`/connexion?suite=${encodeURIComponent(then)}`);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(`**${then}`);
  }

  async function saved(page: Page) {
    await page.locator('.save-state[data-state="saved"]').waitFor();
  }

  const solidarity = (page: Page) =>
    page.locator('article', { hasText: 'Transport solidaire du Sud Charente' }).first();

  const said = async (page: Page) => plain(await solidarity(page).innerText());

  describe('an offer kept by its organization', () => {
    it('changes its price and its Tuesday, is tried, published, seen at once, and put back', async () => {
      site().setNow(FRIDAY);
      const resident = await open();
      await resident.page.goto(TRIP);
      await solidarity(resident.page).waitFor();
      const before = await said(resident.page);
      expect(before).toContain('2,');

      const desk = await open();
      const { page } = desk;
      await enterAs(page, 'Paul Publication', '/espace/mosc');
      await page.goto(`${OFFER}?etape=combien`);
      const perKm = page.getByLabel(fr.editor.fares.perKm);
      await perKm.fill('0,30');
      await saved(page);
      expect(plain(await page.locator('.editor-preview').innerText())).toContain('0,30 €');
      await page
        .getByRole('link', { name: plain(fr.editor.steps.quand.name) })
        .first()
        .click();
      await page
        .getByRole('button', { name: fr.editor.hours.addTo(fr.editor.when.hoursOf) })
        .click();
      await page.getByLabel(fr.editor.hours.from(fr.editor.when.hoursOf, 1)).fill('08:00');
      await page.getByLabel(fr.editor.hours.to(fr.editor.when.hoursOf, 1)).fill('18:00');
      await saved(page);

      await page
        .getByRole('link', { name: plain(fr.editor.steps.essayer.name) })
        .first()
        .click();
      await page.getByRole('button', { name: fr.editor.trial.run, exact: true }).click();
      await page.locator('.trials').waitFor({ timeout: 20_000 });
      expect(plain(await page.locator('.trials').innerText())).toMatch(/€/);
      // Residents read nothing of a draft.
      expect(await said(resident.page)).toBe(before);

      await page
        .getByRole('link', { name: plain(fr.editor.steps.publier.name) })
        .first()
        .click();
      await page.getByRole('button', { name: fr.editor.publish.publish }).click();
      await page.getByText(fr.editor.publish.published).waitFor();
      await changed(resident.page, before);
      const after = await said(resident.page);
      expect(after).not.toBe(before);

      await page.goto(`${OFFER}/versions`);
      await page
        .getByRole('link', { name: fr.workspace.versions.restoreOf(1), exact: true })
        .click();
      await page.getByRole('button', { name: fr.workspace.versions.restoreSure }).click();
      await page.getByText(plain(fr.workspace.versions.restored(1)).slice(0, 20)).waitFor();
      await changed(resident.page, after);
      expect(await said(resident.page)).toContain(priceOf(before));
      expect([...desk.faults, ...resident.faults]).toEqual([]);
      await desk.close();
      await resident.close();
    });
  });

  async function changed(page: Page, from: string): Promise<void> {
    await page.waitForFunction(
      (was) =>
        ![...document.querySelectorAll('article')].some(
          (article) => (article as HTMLElement).innerText === was,
        ),
      from,
      { timeout: SEEN_WITHIN_MS },
    );
    await page.waitForFunction((price) => !document.body.innerText.includes(price), priceOf(from), {
      timeout: SEEN_WITHIN_MS,
    });
  }

  /** « 2,80 € », as the card says it. */
  function priceOf(card: string): string {
    return /\d+,\d\d/.exec(card)?.[0] ?? 'no price';
  }
}
