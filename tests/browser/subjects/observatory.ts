// An elected person reads the observatory: the sentence, the map and its table, one commune, on paper too.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addUnmetDemand } from '#db/queries/journey/add-unmet-demand.ts';
import { LEAST_SHOWN } from '#domain/journey/unmet-demand.ts';
import { findBarriers } from '#tests/browser/find-barriers.ts';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

const PATH = '/observatoire?territoire=sud-charente';
const DESK = '/espace/cls-sud-charente/observatoire';
const COMMUNES = 89;
/** The first figures; the days without a car come minutes later. */
const COMPUTED_WITHIN_MS = 150_000;

export function describeObservatory({ site, open }: Visit): void {
  describe('the observatory', () => {
    beforeAll(async () => {
      // Nothing is computed while a server starts: the site’s clock must go on.
      site().setNow({ ...FRIDAY, minute: FRIDAY.minute + 1 });
      const until = Date.now() + COMPUTED_WITHIN_MS;
      while (!(await knows(site().url, 'gp_access'))) {
        if (Date.now() > until) throw new Error('The figures of sud-charente were not computed');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }, COMPUTED_WITHIN_MS);

    it('numbers on the map the three communes its table ranks first, for each question', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(PATH);
      await page.locator('[data-drawn]').waitFor();
      const worstForDoctors = await ranked(page);
      expect(worstForDoctors).toHaveLength(COMMUNES);
      await expect.poll(() => numbered(page)).toEqual(worstForDoctors.slice(0, 3));

      const question = fr.access.indicators.pharmacy_nearest.question;
      await page.getByLabel(fr.access.pick.indicator).selectOption({ label: question });
      await page.getByRole('columnheader', { name: fr.access.unitOf('minutes') }).waitFor();
      const worstForMedicines = await ranked(page);
      expect(worstForMedicines).not.toEqual(worstForDoctors);
      await expect.poll(() => numbered(page)).toEqual(worstForMedicines.slice(0, 3));
      expect(page.url()).toContain('indicateur=pharmacy_nearest');
      expect(faults).toEqual([]);
      await close();
    });

    it('opens the sheet of a commune from its number on the map, and from the map itself', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(PATH);
      await page.locator('[data-drawn]').waitFor();
      const [worst = ''] = await ranked(page);
      await page.locator('.value-mark', { hasText: /^1$/ }).click();
      await page.getByRole('heading', { name: fr.access.sheet.title(worst) }).waitFor();
      await page.getByRole('button', { name: fr.access.sheet.close, exact: true }).click();
      const chosen = page.locator('.is-chosen');
      await expect.poll(() => chosen.count()).toBe(0);
      const canvas = page.locator('.value-map canvas');
      await canvas.scrollIntoViewIfNeeded();
      // Its colours follow its numbers: before them a press finds no commune.
      const press = async () => {
        if ((await chosen.count()) === 0) await canvas.click();
        return chosen.count();
      };
      await expect.poll(press, { interval: 1_000 }).toBe(1);
      expect(faults).toEqual([]);
      await close();
    });

    it('is used with a keyboard alone: another order, a commune, its figures', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(PATH);
      await page.locator('[data-drawn]').waitFor();
      const [worst = ''] = await ranked(page);
      const { press, tabTo, skipToContent } = createKeyboard(page);
      await skipToContent();
      await tabTo(page.getByRole('button', { name: fr.access.table.name, exact: true }));
      await press('Enter');
      const byName = await ranked(page);
      expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b, 'fr')));
      await tabTo(page.getByRole('link', { name: byName[0] ?? '', exact: true }));
      await press('Enter');
      const title = page.getByRole('heading', { name: fr.access.sheet.title(byName[0] ?? '') });
      await title.waitFor();
      expect(await title.evaluate((heading) => heading === document.activeElement)).toBe(true);
      expect(byName[0]).not.toBe(worst);
      await careCame(page);
      expect(await findBarriers(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it('tells near a commune the care of the question, then the care one chooses, by keyboard', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(`${PATH}&indicateur=pharmacy_nearest&commune=16020`);
      await page.locator('[data-drawn]').waitFor();
      const pick = page.getByLabel(fr.access.week.pick);
      expect(await pick.inputValue()).toBe('pharmacy');
      const first = page.locator('.sheet-site').first();
      const pharmacy = plain(await first.innerText());
      expect(pharmacy).toMatch(/\d+ min/);
      expect(pharmacy).toMatch(/par son nom dans l’annuaire|un compte, sans les noms/);
      expect(pharmacy).toContain('données : ');
      await pick.focus();
      await page.keyboard.type('Dent');
      await expect.poll(async () => plain(await first.innerText())).toMatch(/dentiste/);
      expect(await findBarriers(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it('tells the care near a commune without script, whichever is chosen', async () => {
      site().setNow(FRIDAY);
      const { page, close } = await open({ javaScriptEnabled: false });
      await page.goto(`${PATH}&commune=16020`);
      await page.locator('.sheet-site').first().waitFor();
      await page.getByLabel(fr.access.week.pick).selectOption('dentist');
      await page.getByRole('button', { name: fr.access.week.submit }).last().click();
      await page.waitForURL('**soin=dentist**');
      expect(plain(await page.locator('.sheet-site').first().innerText())).toContain('dentiste');
      await close();
    });

    it('is read, asked another question and opened at a commune without script', async () => {
      site().setNow(FRIDAY);
      const { page, close } = await open({ javaScriptEnabled: false });
      await page.goto(PATH);
      expect(await ranked(page)).toHaveLength(COMMUNES);
      await page
        .getByLabel(fr.access.pick.indicator)
        .selectOption({ label: fr.access.indicators.pharmacy_nearest.question });
      await page.getByRole('button', { name: fr.access.pick.submit }).click();
      await page.getByRole('columnheader', { name: fr.access.unitOf('minutes') }).waitFor();
      const [worst = ''] = await ranked(page);
      await page.getByRole('link', { name: worst, exact: true }).click();
      await page.getByRole('heading', { name: fr.access.sheet.title(worst) }).waitFor();
      await close();
    });

    it('draws the parade of people under our own policy, and prints every commune', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(PATH);
      await page.locator('.distribution').scrollIntoViewIfNeeded();
      await page.locator('.parade').waitFor();
      expect(await page.locator('.parade rect').count()).toBe(COMMUNES);
      await page.emulateMedia({ media: 'print' });
      const lines = page.locator('.ranked-table tbody tr');
      expect(await lines.last().isVisible()).toBe(true);
      expect(faults).toEqual([]);
      await close();
    });

    it('shows the desk to who coordinates, with the searches without a way on its map, and to nobody else', async () => {
      site().setNow(FRIDAY);
      await countSearches(site());
      const { page, faults, close } = await open();
      await page.goto(`/connexion?suite=${encodeURIComponent(DESK)}`);
      await page.getByRole('button', { name: 'Claire Coordination' }).click();
      await page.waitForURL(`**${DESK}`);
      await page.getByRole('heading', { name: fr.access.desk.demandTitle }).waitFor();
      await page.getByRole('heading', { name: fr.access.desk.leaving.title }).waitFor();
      expect(await page.getByRole('button', { name: fr.access.desk.recompute }).isVisible()).toBe(
        true,
      );
      await page.locator('[data-drawn]').waitFor();
      const dots = page.locator('.value-dot');
      expect(await dots.count()).toBe(0);
      const { press, tabTo, skipToContent } = createKeyboard(page);
      await skipToContent();
      await tabTo(page.getByRole('checkbox', { name: fr.access.desk.layer.show }));
      await press('Space');
      await expect.poll(() => dots.count()).toBe(1);
      const label = plain((await dots.getAttribute('aria-label')) ?? '');
      expect(label).toBe(plain(fr.access.desk.layer.dot('Chalais', LEAST_SHOWN + 7)));
      const column = await page.locator('td.ranked-searches').allInnerTexts();
      const fewer = plain(fr.access.desk.layer.fewer(LEAST_SHOWN));
      expect(column.map(plain).filter((each) => each !== fewer)).toEqual([String(LEAST_SHOWN + 7)]);
      await dots.press('Enter');
      await page.getByRole('heading', { name: fr.access.sheet.title('Chalais') }).waitFor();
      await careCame(page);
      expect(await findBarriers(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();

      const stranger = await open();
      await stranger.page.goto(DESK);
      await stranger.page.waitForURL('**/connexion?**');
      await stranger.close();
    });
  });
}

/** A commune over the least that is told, one under it. */
async function countSearches({ database }: ReturnType<Visit['site']>): Promise<void> {
  const cell = { weekday: 2, halfDay: 'morning', category: 'doctor' } as const;
  await addUnmetDemand(database.db, [
    { ...cell, insee: '16073', count: LEAST_SHOWN + 7 },
    { ...cell, insee: '16020', count: LEAST_SHOWN - 1 },
  ]);
}

async function knows(url: string, indicator: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/access/sud-charente`);
  const { indicators } = (await answer.json()) as { indicators: readonly { id: string }[] };
  return indicators.some(({ id }) => id === indicator);
}

/** What is near the commune of the sheet follows its title. */
async function careCame(page: Page): Promise<void> {
  await page.locator('.sheet-site').first().waitFor();
  await expect.poll(() => page.locator('.commune-sheet [aria-busy="true"]').count()).toBe(0);
}

async function ranked(page: Page): Promise<string[]> {
  return (await page.locator('.ranked-table tbody th a').allTextContents()).map(plain);
}

/** Names of the communes the map numbers, from 1: « Numéro 1 : Bessac, 0,8 consultation par an ». */
async function numbered(page: Page): Promise<string[]> {
  const labels = await page
    .locator('.value-mark')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  return labels
    .map(plain)
    .sort()
    .map((label) => /^Numéro \d : (.+?), /.exec(label)?.[1] ?? label);
}
