// An organization changes an offer, tries it, publishes it, takes it back: what a resident sees meanwhile.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';

const OFFER = '/espace/mosc/offres/mosc-transport-solidaire';
const NAME = 'Transport solidaire du Sud Charente';
/** A Tuesday, eleven days later, at ten. */
const TRIP =
  '/trajet/demo-16073-gp-0?depart=16020&deplacement=sans-voiture&jour=2026-12-01&heure=10:00';
/** From the answer to the publication, for all that changes. */
const SEEN_WITHIN_MS = 2_000;
/** Of the trip: kilometres at 0,10 €, then at 0,30 €. */
const PRICES = { before: '2,87 €', after: '8,61 €' };
/** The appointment is at ten: from then on Tuesday begins too late for it. */
const TUESDAY = {
  from: '10:30',
  to: '18:00',
  said: 'de 10 h 30 à 18 h',
  note: 'Circule seulement de 10 h 30 à 18 h.',
};
const { editor } = fr;

export function describeWorkspace({ site, open }: Visit): void {
  async function enterAs(page: Page, name: string, then: string) {
    await page.goto(`/connexion?suite=${encodeURIComponent(then)}`);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(`**${then}`);
  }

  async function saved(page: Page) {
    await page.locator('.save-state[data-state="saved"]').waitFor();
  }

  const solidarity = (page: Page) => page.locator('article', { hasText: NAME }).first();

  const said = async (page: Page) => plain(await solidarity(page).innerText());

  const step = (page: Page, name: string) =>
    page
      .getByRole('link', { name: plain(name) })
      .first()
      .click();

  describe('an offer kept by its organization', () => {
    it('changes its price and its Tuesday, is tried, published, seen at once, and put back', async () => {
      site().setNow(FRIDAY);
      const resident = await open();
      const listens = resident.page.waitForResponse('**/api/changes');
      await resident.page.goto(TRIP);
      await listens;
      await solidarity(resident.page).waitFor();
      const before = await said(resident.page);
      expect(before).toContain(PRICES.before);
      expect(before).not.toContain(TUESDAY.note);

      const desk = await open();
      const { page } = desk;
      await enterAs(page, 'Paul Publication', '/espace/mosc');
      await page.goto(`${OFFER}?etape=combien`);
      await waitUntilAlive(page);
      await page.getByLabel(editor.fares.perKm).fill('0,30');
      await saved(page);
      expect(plain(await page.locator('.editor-preview').innerText())).toContain('0,30 €');
      await step(page, editor.steps.quand.name);
      await setTuesdayApart(page);
      await saved(page);
      const preview = plain(await page.locator('.editor-preview').innerText());
      expect(preview).toContain(`le mardi, ${TUESDAY.said}`);

      await step(page, editor.steps.essayer.name);
      await page.getByRole('button', { name: editor.trial.run, exact: true }).click();
      await page.locator('.trials').waitFor({ timeout: 20_000 });
      expect(plain(await page.locator('.trials').innerText())).toMatch(/€/);
      // Residents read nothing of a draft.
      expect(await said(resident.page)).toBe(before);

      await step(page, editor.steps.publier.name);
      await page.getByRole('heading', { name: editor.publish.whatChanges }).waitFor();
      const compared = plain(await page.getByRole('main').innerText());
      expect(compared).toContain(`le mardi, ${TUESDAY.said}`);
      expect(compared).toContain('0,30 €');
      const published = page.waitForResponse((response) => response.status() === 201);
      await page.getByRole('button', { name: editor.publish.publish }).click();
      expect((await published).url()).toContain('/publication');
      await seen(resident.page, { shown: [PRICES.after, TUESDAY.note], gone: [PRICES.before] });
      await page.getByText(editor.publish.published).waitFor();

      await page.goto(`${OFFER}/versions`);
      await page
        .getByRole('link', { name: fr.workspace.versions.restoreOf(1), exact: true })
        .click();
      await page.getByRole('button', { name: fr.workspace.versions.restoreSure }).click();
      await page.getByText(plain(fr.workspace.versions.restored(1)).slice(0, 20)).waitFor();
      await seen(resident.page, { shown: [PRICES.before], gone: [PRICES.after, TUESDAY.note] });
      expect([...desk.faults, ...resident.faults]).toEqual([]);
      await desk.close();
      await resident.close();
    });

    it('written without a network is found again in a new tab, and saved', async () => {
      site().setNow(FRIDAY);
      const desk = await open();
      const { page } = desk;
      const context = page.context();
      await enterAs(page, 'Paul Publication', '/espace/mosc');
      await page.goto(`${OFFER}?etape=quand`);
      await waitUntilAlive(page);
      await context.setOffline(true);
      await setTuesdayApart(page);
      await page.locator('.save-state[data-state="offline"]').waitFor();
      await page.close();

      await context.setOffline(false);
      const again = await context.newPage();
      const thrown: string[] = [];
      again.on('pageerror', (error) => thrown.push(error.message));
      await again.goto(`${OFFER}?etape=quand`);
      const tuesday = again.getByRole('group', { name: /: le mardi$/ });
      const from = tuesday.getByLabel(editor.hours.from(editor.when.hoursOf, 1));
      await expect.poll(() => from.inputValue()).toBe(TUESDAY.from);
      await again.getByText(editor.save.savedDraft).waitFor();
      await again.reload();
      await expect.poll(() => from.inputValue()).toBe(TUESDAY.from);

      // What residents read was never touched, and is what the offer goes back to.
      await step(again, editor.steps.publier.name);
      await again.getByText(editor.publish.discard).click();
      await again.getByRole('button', { name: editor.publish.discardSure }).click();
      await again.getByText(editor.publish.discarded).waitFor();
      expect(thrown).toEqual([]);
      await desk.close();
    });
  });

  /** With what stands on the screen: the day is taken out, and given hours of its own. */
  async function setTuesdayApart(page: Page): Promise<void> {
    const { when, hours } = editor;
    await page.getByText(when.otherHours).click();
    const days = page.getByRole('group', { name: when.otherHoursDays });
    await days.getByRole('checkbox', { name: 'Mardi' }).check();
    await days.getByRole('button', { name: when.otherHoursGo }).click();
    const tuesday = page.getByRole('group', { name: /: le mardi$/ });
    await tuesday.getByRole('button', { name: hours.addTo(when.hoursOf) }).click();
    await tuesday.getByLabel(hours.from(when.hoursOf, 1)).fill(TUESDAY.from);
    await tuesday.getByLabel(hours.to(when.hoursOf, 1)).fill(TUESDAY.to);
  }

  /** All of it on the page already open, within one delay. */
  async function seen(page: Page, told: { shown: string[]; gone: string[] }): Promise<void> {
    await page.waitForFunction(
      ({ name, shown, gone }) => {
        const cards = [...document.querySelectorAll('article')].map(({ innerText }) =>
          innerText.replaceAll(/\s/g, ' '),
        );
        const card = cards.find((text) => text.includes(name)) ?? '';
        return (
          shown.every((each) => card.includes(each)) && !gone.some((each) => card.includes(each))
        );
      },
      { name: NAME, ...told },
      { timeout: SEEN_WITHIN_MS },
    );
  }
}
