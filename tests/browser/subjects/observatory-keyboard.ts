// The whole preparation of a meeting with a keyboard alone, on a phone: from the worst communes to the PDF.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createKeyboard, type Keyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';
import { PHONE } from '#tests/support/browser.ts';

const SCENARIO = '/observatoire/scenario?territoire=sud-charente';
const WITHOUT_CAR = fr.access.indicators.useful_days_gp.question;
/** Two cores for the browser, the site and the database; days without a car come minutes after a start. */
const COMPUTED = { timeout: 240_000 };
const words = fr.scenario;

export function describeObservatoryKeyboard({ site, open }: Visit): void {
  describe('the observatory with a keyboard alone, on a phone', () => {
    it('leads from the three worst communes without a car to a departure, an opening, their comparison, the PDF and the link', {
      timeout: 400_000,
    }, async () => {
      // Nothing is computed while a server starts: the site’s clock must go on.
      site().setNow({ ...FRIDAY, minute: FRIDAY.minute + 1 });
      await expect.poll(() => hasDaysWithoutCar(site().url), COMPUTED).toBe(true);
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE });
      const keyboard = createKeyboard(page);
      const { press, tabTo, skipToContent } = keyboard;

      await page.goto('/observatoire?territoire=sud-charente');
      await page.locator('[data-drawn]').waitFor();
      await skipToContent();
      await pick(page, keyboard, fr.access.pick.indicator, WITHOUT_CAR);
      const listed = page.locator('.ranked-table tbody th a');
      await expect.poll(() => page.url()).toContain('indicateur=useful_days_gp');
      const worst = (await listed.allTextContents()).slice(0, 3).map(plain);
      await expect.poll(() => marked(page)).toEqual(worst);
      expect(await withinWidth(page)).toBe(true);

      await tabTo(page.getByRole('link', { name: fr.access.tools.scenario }));
      await press('Enter');
      await page.waitForURL('**/observatoire/scenario**');
      await page.locator('.scenario-form').waitFor();

      await skipToContent();
      const gone = page.locator('select[name="qui"] option', { hasText: 'Chalais' }).last();
      await pick(page, keyboard, words.form.who, await gone.innerText());
      await tabTo(page.getByRole('button', { name: words.form.add, exact: true }));
      await press('Enter');
      await expect.poll(() => said(page)).toMatch(/habitants? passe(nt)? sous le seuil/);
      const lost = await said(page);
      await tabTo(page.getByRole('button', { name: words.form.see }).first());
      await press('Enter');
      const result = page.getByRole('heading', { name: words.result.title, exact: true });
      expect(await hasFocus(result)).toBe(true);
      expect(page.url()).toContain('#a=');
      await expect.poll(() => page.locator('.report-map-mark').count()).toBeGreaterThan(0);

      await page.keyboard.press('Shift+Tab');
      await backTo(page, page.getByRole('button', { name: words.addSecond }));
      await press('Enter');
      await backTo(page, page.getByLabel(words.form.kind));
      await choose(keyboard, page.getByLabel(words.form.kind), words.form.kinds.open_site);
      await pick(page, keyboard, words.form.place, 'Chalais');
      await tabTo(page.getByLabel(words.form.posts.gp));
      await press('ControlOrMeta+a');
      await keyboard.type('3');
      await tabTo(page.getByRole('button', { name: words.form.add, exact: true }));
      await press('Enter');
      await expect.poll(() => said(page)).not.toBe(lost);
      const compared = await table(page);
      expect(compared.length).toBeGreaterThan(0);
      expect(await withinWidth(page)).toBe(true);

      const field = page.getByLabel(words.kept.link);
      await tabTo(field);
      const link = await field.inputValue();
      await tabTo(page.getByRole('link', { name: words.kept.report }));
      await press('Enter');
      await page.waitForURL('**/observatoire/rapport**');
      await page.locator('.report-scenario-one').nth(1).waitFor();
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', 'yes');
      });
      await skipToContent();
      await tabTo(page.getByRole('button', { name: words.report.print }));
      await press('Enter');
      await expect.poll(() => page.locator('[data-printed]').count()).toBe(1);
      expect(await withinWidth(page)).toBe(true);
      const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      // Light enough for a letter: patterns are lines, not pictures.
      expect(paper.length).toBeLessThan(4_000_000);
      expect(faults).toEqual([]);
      await close();

      const other = await open({ viewport: PHONE });
      await other.page.goto(link);
      await expect.poll(() => table(other.page)).toEqual(compared);
      await other.close();
    });

    it('finds again, once signed in, what was tried before', { timeout: 120_000 }, async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE });
      const keyboard = createKeyboard(page);
      await page.goto(SCENARIO);
      await page.locator('.scenario-form').waitFor();
      await keyboard.skipToContent();
      const gone = page.locator('select[name="qui"] option', { hasText: 'Chalais' }).last();
      await pick(page, keyboard, words.form.who, await gone.innerText());
      await keyboard.tabTo(page.getByRole('button', { name: words.form.add, exact: true }));
      await keyboard.press('Enter');
      await expect.poll(() => said(page)).toMatch(/sous le seuil/);
      const tried = await said(page);

      await keyboard.tabTo(page.getByRole('link', { name: words.kept.save.signIn }));
      await keyboard.press('Enter');
      await page.waitForURL('**/connexion**');
      expect(page.url()).not.toContain('#');
      await page.getByRole('button', { name: 'Claire Coordination' }).press('Enter');
      await page.waitForURL(`**${SCENARIO}**`);
      await expect.poll(() => said(page)).toBe(tried);
      await page.getByLabel(words.kept.save.name).waitFor();
      expect(faults).toEqual([]);
      await close();
    });
  });
}

/** With the arrows, in a list that stays closed. */
async function choose(
  keyboard: Keyboard,
  field: ReturnType<Page['locator']>,
  option: string,
): Promise<void> {
  const at = await field.evaluate((list, name) => {
    const all = [...(list as HTMLSelectElement).options];
    const plainly = (text: string) => text.replace(/\s+/g, ' ').trim();
    const found = all.findIndex((each) => plainly(each.text) === plainly(name));
    return { found, now: (list as HTMLSelectElement).selectedIndex };
  }, option);
  if (at.found < 0) throw new Error(`No option « ${option} »`);
  const key = at.found > at.now ? 'ArrowDown' : 'ArrowUp';
  for (let i = 0; i < Math.abs(at.found - at.now); i++) await keyboard.press(key);
  await expect
    .poll(() => field.evaluate((list) => (list as HTMLSelectElement).selectedIndex))
    .toBe(at.found);
}

async function pick(page: Page, keyboard: Keyboard, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await keyboard.tabTo(field);
  await choose(keyboard, field, option);
}

/** Shift and Tab until the thing has the focus. */
async function backTo(page: Page, thing: ReturnType<Page['locator']>): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await hasFocus(thing)) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`Shift and Tab never reach ${String(thing)}`);
}

const hasFocus = async (thing: ReturnType<Page['locator']>): Promise<boolean> =>
  (await thing.count()) > 0 && thing.evaluate((node) => node === document.activeElement);

const said = async (page: Page): Promise<string> =>
  plain(await page.locator('[data-said="result"]').innerText());

const table = async (page: Page): Promise<string[]> =>
  page.locator('.scenario-table').first().locator('td').allInnerTexts();

const withinWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** Names of the communes the map numbers, from 1. */
async function marked(page: Page): Promise<string[]> {
  const labels = await page
    .locator('.value-mark')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  return labels
    .map(plain)
    .sort()
    .map((label) => /^Numéro \d : (.+?), /.exec(label)?.[1] ?? label);
}

async function hasDaysWithoutCar(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/access/sud-charente`);
  const { indicators } = (await answer.json()) as { indicators: readonly { id: string }[] };
  return indicators.some(({ id }) => id === 'useful_days_gp');
}
