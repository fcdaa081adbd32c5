// « Je dois voir un médecin, je n'ai pas de voiture »: from the home page to the calls to make, and back.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { format, fr, plain } from '#tests/browser/words.ts';

const DAY = '2026-12-01';
const RESULTS =
  '/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture&jour=2026-12-01&heure=10%3A00';
const SOLIDARITY = { name: 'Transport solidaire du Sud Charente', dial: 'tel:0782327633' };

export function describeJob({ site, open }: Visit): void {
  describe('a resident of Aubeterre without a car looks for a doctor on Tuesday at ten', () => {
    it('finds by mouse whom to call, by when, and comes back to the answers', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto('/');
      await choose(page, fr.form.needQuestion, 'docteru', 'Médecin généraliste');
      await choose(page, fr.form.placeQuestion, 'aubeterre', 'Aubeterre-sur-Dronne');
      await page.getByRole('radio', { name: fr.form.modes.no_car.label }).check();
      await page.getByLabel(fr.form.day).fill(DAY);
      await page.getByLabel(fr.form.time).fill('10:00');
      await page.getByRole('button', { name: fr.form.submit, exact: true }).click();
      await page.waitForURL(isResults);
      await expectAnswers(page);

      const card = answerReachedBy(page, SOLIDARITY.dial);
      const name = await card.getByRole('heading', { level: 2 }).innerText();
      await card.getByRole('link', { name: fr.cards.goLinkFor(name) }).click();
      await expectCalls(page, name);

      await page.getByRole('link', { name: fr.common.results }).first().click();
      await page.waitForURL(isResults);
      expect(new URL(page.url()).hash, 'the card one comes from').toBe(`#${await idOf(card)}`);
      await expectAnswers(page);
      expect(faults).toEqual([]);
      await close();
    });

    it('does the same by keyboard only, without a detour', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto('/');
      const keys = createKeyboard(page);
      await keys.skipToContent();
      await keys.tabTo(page.getByRole('combobox', { name: fr.form.needQuestion }));
      await typeWhole(page, 'docteur');
      await page.getByRole('option', { name: 'Médecin généraliste' }).waitFor();
      await keys.press('ArrowDown', 'Enter');
      await keys.tabTo(page.getByRole('combobox', { name: fr.form.placeQuestion }));
      await typeWhole(page, 'aubet');
      await page.getByRole('option', { name: 'Aubeterre-sur-Dronne' }).waitFor();
      await keys.press('ArrowDown', 'Enter');
      await keys.tabTo(page.getByRole('radio', { name: fr.form.modes.no_car.label }));
      await keys.press('Space');
      await keys.tabTo(page.getByLabel(fr.form.day));
      await keys.typeDate(page.getByLabel(fr.form.day), DAY);
      await keys.tabTo(page.getByLabel(fr.form.time));
      await keys.typeTime(page.getByLabel(fr.form.time), '10:00');
      await keys.press('Enter');
      await page.waitForURL(isResults);
      expect(keys.moves(), 'keys to ask, letters and digits apart').toBeLessThanOrEqual(24);
      await waysCame(page);

      await keys.skipToContent();
      await keys.tabTo(page.locator('.result').first().locator('a[href^="tel:"]').first());
      expect(keys.moves(), 'keys from home to the first doctor’s number').toBeLessThanOrEqual(34);

      const card = answerReachedBy(page, SOLIDARITY.dial);
      const name = await card.getByRole('heading', { level: 2 }).innerText();
      await keys.tabTo(card.getByRole('link', { name: fr.cards.goLinkFor(name) }));
      await keys.press('Enter');
      await page.waitForURL('**/trajet/**');
      const call = await keys.unfoldTo(callOf(page));
      await keys.tabTo(call.locator('a[href^="tel:"]'));
      await expectCalls(page, name);
      // Alt and the left arrow belong to the browser's window, which a headless one does not have.
      await page.goBack();
      await page.waitForURL(isResults);
      await expectAnswers(page);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

/** « Aller au contenu » leaves its mark at the end of the address. */
function isResults(url: URL): boolean {
  return url.pathname + url.search === RESULTS;
}

/** Types a word as people do and takes the proposal. */
async function choose(page: Page, question: string, typed: string, wanted: string): Promise<void> {
  await page.getByRole('combobox', { name: question }).pressSequentially(typed);
  await page.getByRole('option', { name: wanted }).first().click();
}

/** Answered as a whole: what was proposed for its first letters no longer takes its place. */
async function typeWhole(page: Page, word: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => new URL(response.url()).searchParams.get('q') === word,
  );
  await page.keyboard.type(word);
  await (await answered).finished();
}

/** Those the server had no time for follow the list, and stand where they were awaited. */
async function waysCame(page: Page): Promise<void> {
  await page.locator('.result').first().waitFor();
  await expect.poll(() => page.locator('.result .skeleton').count()).toBe(0);
}

async function expectAnswers(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  await title.waitFor();
  await waysCame(page);
  const need = fr.codes.categories.gp;
  expect(plain(await title.innerText())).toBe(
    plain(fr.results.title(need, 'Aubeterre-sur-Dronne')),
  );
  const answers = page.locator('.result');
  expect(await answers.count()).toBeGreaterThanOrEqual(5);
  for (const answer of (await answers.all()).slice(0, 5)) {
    expect(await answer.locator('a[href^="tel:"]').count()).toBeGreaterThanOrEqual(1);
    const words = plain(await answer.innerText());
    expect(words).toContain(plain(fr.results.goTitle.no_car));
    expect(words).toContain(plain(fr.results.goFor(format.date(DAY), format.hour(600))));
  }
}

async function idOf(card: Locator): Promise<string> {
  return (await card.getAttribute('id')) ?? '';
}

function answerReachedBy(page: Page, dial: string): Locator {
  return page
    .locator('.result')
    .filter({ has: page.locator(`.ways a[href="${dial}"]`) })
    .first();
}

/** The item of a call list that names the solidarity transport, folded or not. */
function callOf(page: Page): Locator {
  return page.locator('li.call').filter({ hasText: SOLIDARITY.name }).first();
}

async function expectCalls(page: Page, name: string): Promise<void> {
  await page.waitForURL('**/trajet/**');
  expect(plain(await page.getByRole('heading', { level: 1 }).innerText())).toContain(plain(name));
  const call = callOf(page);
  await unfold(call);
  const words = plain(await call.innerText());
  expect(words).toContain('07 82 32 76 33');
  // Three days before is a Saturday: the line answers last on the Friday.
  expect(words).toContain('avant vendredi 27 novembre, 17 h 30');
  expect(words).toContain('samedi 28 novembre, 17 h 30');
  // Seven days before the very first trip.
  expect(words).toContain('avant mardi 24 novembre, 17 h 30');
  expect(await call.locator(`a[href="${SOLIDARITY.dial}"]`).isVisible()).toBe(true);
  // What to say for the way there and for the way back.
  expect(words).toMatch(/retour.*Je rentre à Aubeterre-sur-Dronne/);
}

/** Opens by a click the folds a thing is in, the outer ones first. */
async function unfold(thing: Locator): Promise<void> {
  const folds = thing.locator('xpath=ancestor::details');
  for (const fold of await folds.all()) {
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  }
}
