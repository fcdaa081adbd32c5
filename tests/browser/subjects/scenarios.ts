// A coordinator prepares a meeting: who loses when a doctor leaves, what an opening mends, on paper and by a link.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from '#tests/browser/find-barriers.ts';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';
import { PHONE } from '#tests/support/browser.ts';

const SCENARIO = '/observatoire/scenario?territoire=sud-charente';
const COMPUTED_WITHIN_MS = 400_000;
/** From a press to the figures and the map that follow. */
const REDRAWN_WITHIN_MS = 5_000;
const words = fr.scenario;

export function describeScenarios({ site, open }: Visit): void {
  describe('scenarios and their report', () => {
    beforeAll(async () => {
      // Nothing is computed while a server starts: the site’s clock must go on.
      site().setNow({ ...FRIDAY, minute: FRIDAY.minute + 1 });
      const until = Date.now() + COMPUTED_WITHIN_MS;
      while (!(await areDaysComputed(site().url))) {
        if (Date.now() > until) throw new Error('The figures of sud-charente were not computed');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      site().setNow(FRIDAY);
    }, COMPUTED_WITHIN_MS);

    it('go from the worst communes to a departure, an opening, their comparison, paper and a link', async () => {
      site().setNow(FRIDAY);
      const desk = await open({ acceptDownloads: true });
      const { page } = desk;
      // The worst off without a car.
      await page.goto('/observatoire?territoire=sud-charente&indicateur=useful_days_gp');
      await page.locator('[data-drawn]').waitFor();
      const { question } = fr.access.indicators.useful_days_gp;
      await page.getByText(plain(question)).first().waitFor({ state: 'attached' });
      const listed = await page.locator('.ranked-table tbody th a').allTextContents();
      await expect.poll(() => page.locator('.value-mark').count()).toBe(3);
      const marks = await page
        .locator('.value-mark')
        .evaluateAll((each) => each.map((mark) => mark.getAttribute('aria-label') ?? ''));
      const worst = listed.slice(0, 3);
      expect(worst).toHaveLength(3);
      for (const [i, name] of worst.entries()) {
        const mark = marks.find((label) => plain(label).includes(plain(name)));
        expect(mark).toContain(String(i + 1));
      }

      await enter(page);
      await retire(page, 'Chalais');
      await expect.poll(() => said(page)).toMatch(/habitants? passe(nt)? sous le seuil/);
      const lost = await said(page);
      // The shapes of communes come by themselves.
      await expect.poll(() => page.locator('.report-map-mark').count()).toBeGreaterThan(0);

      await page.getByRole('button', { name: words.addSecond }).click();
      await page.getByLabel(words.form.kind).selectOption({ label: words.form.kinds.open_site });
      await page.getByLabel(words.form.place).selectOption({ label: 'Chalais' });
      await page.getByLabel(words.form.posts.gp).fill('3');
      await page.getByRole('button', { name: words.form.add }).click();
      await expect.poll(() => said(page)).not.toBe(lost);
      const columns = page.locator('[aria-labelledby="avec-sans"] thead').first();
      expect(plain(await columns.innerText())).toContain(plain(words.scenario(2)));
      const compared = await table(page);

      await page.getByLabel(words.kept.save.name).fill('Chalais, deux médecins de plus');
      await page.getByRole('button', { name: words.kept.save.save(2) }).click();
      await page.getByText(plain('Chalais, deux médecins de plus'), { exact: true }).waitFor();

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words.kept.csv }).click();
      expect((await download).suggestedFilename()).toBe('scenario-sud-charente-gp.csv');

      const link = await page.getByLabel(words.kept.link).inputValue();
      await page.getByRole('link', { name: words.kept.report }).click();
      await page.locator('.report-scenario-one').nth(1).waitFor();
      expect(plain(await page.locator('.report-scenario-one').first().innerText())).toContain(lost);
      await page.emulateMedia({ media: 'print' });
      const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      expect(desk.faults).toEqual([]);
      await desk.close();

      const other = await open();
      await other.page.goto(link);
      await expect.poll(() => table(other.page)).toEqual(compared);
      await other.page.getByText(plain(words.kept.sameData)).waitFor();
      expect(other.faults).toEqual([]);
      await other.close();
    });

    it('add a transport on demand on days nobody can travel, read who gains them, and say it again by a link', async () => {
      const desk = await open();
      const { page } = desk;
      await enter(page);
      const own = words.days;
      const withoutDay = async () => rowOf(await daysTable(page), own.table.withoutDay)[1] ?? '';
      await expect.poll(async () => numberIn(await withoutDay())).toBeGreaterThan(0);

      await page.getByLabel(words.form.kind).selectOption('add_on_demand');
      // What is missing is named before anything is tried.
      await page.getByRole('button', { name: words.form.add }).click();
      await page.getByRole('alert').getByText(plain(own.form.wrong.destinations)).waitFor();
      await page.getByLabel(own.form.destination).selectOption({ label: 'Chalais' });
      await page.getByRole('button', { name: own.form.addDestination }).click();
      await page.getByRole('button', { name: words.form.add }).click();
      const told = page.locator('ol.scenario-list li').first();
      expect(plain(await told.innerText())).toContain('le mardi et le jeudi, de 8 h à 18 h');

      const sentence = page.locator('[data-said="no-car"]');
      await expect.poll(() => sentence.innerText()).toMatch(/gagnent au moins un jour utile/);
      const tried = await daysTable(page);
      const [, gaining = ''] = rowOf(tried, own.table.gaining).slice(-2);
      expect(numberIn(gaining)).toBeGreaterThan(0);
      const [, before = '', after = ''] = rowOf(tried, own.table.withoutDay);
      expect(numberIn(before) - numberIn(after)).toBe(numberIn(gaining));
      await page.getByLabel(own.map.no_car).waitFor();
      expect(await page.getByLabel(own.map.no_car).isChecked()).toBe(true);
      await page.getByText(plain(own.map.legend)).waitFor();
      const gainers = page.locator('.scenario-table', { hasText: own.places.gainersTitle });
      expect(await gainers.locator('tbody tr').count()).toBeGreaterThan(0);

      const link = await page.getByLabel(words.kept.link).inputValue();
      expect(desk.faults).toEqual([]);
      await desk.close();
      const other = await open();
      await other.page.goto(link);
      await expect.poll(() => daysTable(other.page)).toEqual(tried);
      await other.page.getByText(plain(words.kept.sameData)).waitFor();
      expect(other.faults).toEqual([]);
      await other.close();
    });

    it('say when a link was cut on the way', async () => {
      const { page, close } = await open();
      await page.goto(`${SCENARIO}#a=eyJjaGFuZ2VzIjpbXX0.00`);
      await page.getByText(plain(words.kept.broken)).waitFor();
      await close();
    });

    it('are tried with a keyboard alone, on a phone, within the width of the screen', async () => {
      const { page, faults, close } = await open({ viewport: PHONE });
      await page.goto(SCENARIO);
      await page.locator('.scenario-form').waitFor();
      const { press, tabTo, skipToContent } = createKeyboard(page);
      await skipToContent();
      await tabTo(page.getByLabel(words.form.who));
      await press('ArrowDown');
      await press('ArrowDown');
      await tabTo(page.getByRole('button', { name: words.form.add }));
      await press('Enter');
      await page.locator('ol.scenario-list li').waitFor();
      await tabTo(page.getByRole('button', { name: /^Retirer : / }));
      await press('Enter');
      await page.getByText(plain(words.noChange)).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await close();
    });
  });

  async function enter(page: Page): Promise<void> {
    await page.goto(`/connexion?suite=${encodeURIComponent(SCENARIO)}`);
    await page.getByRole('button', { name: 'Claire Coordination' }).click();
    await page.waitForURL(`**${SCENARIO}`);
    await page.locator('.scenario-form').waitFor();
  }

  /** One of those who practise there leaves. */
  async function retire(page: Page, commune: string): Promise<void> {
    const option = page.locator('select[name="qui"] option', { hasText: commune }).last();
    await page
      .locator('select[name="qui"]')
      .selectOption((await option.getAttribute('value')) ?? '');
    await page.getByRole('button', { name: words.form.add }).click();
    await page.locator('ol.scenario-list li').first().waitFor({ timeout: REDRAWN_WITHIN_MS });
  }
}

const said = async (page: Page): Promise<string> =>
  plain(await page.locator('[data-said="result"]').innerText());

const table = async (page: Page): Promise<string[]> =>
  page.locator('.scenario-table').first().locator('td').allInnerTexts();

/** Rows of the figures without a car, their cells as read. */
async function daysTable(page: Page): Promise<string[][]> {
  const rows = page.locator('.scenario-table', { hasText: words.days.table.caption }).locator('tr');
  const cells = await rows.evaluateAll((each) =>
    each.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
  );
  return cells.map((row) => row.map(plain));
}

function rowOf(rows: readonly string[][], label: string): string[] {
  return rows.find(([first]) => first === plain(label)) ?? [];
}

const numberIn = (text: string): number => Number(text.replace(/\D/g, ''));

/** Days without a car come last. */
async function areDaysComputed(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/access/sud-charente`);
  const { indicators } = (await answer.json()) as { indicators: readonly { id: string }[] };
  return indicators.some(({ id }) => id === 'useful_days_gp');
}
