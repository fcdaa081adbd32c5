// The same job where scripts do not run: plain pages, plain forms.

import { describe, expect, it } from 'vitest';
import { report } from '#db/schema/report.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

export function describeWithoutScript({ site, open }: Visit): void {
  describe('without JavaScript', () => {
    it('leads from the questions to the calls', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await page.goto('/');
      await page.getByRole('combobox', { name: fr.form.needQuestion }).fill('docteru');
      await page
        .getByRole('combobox', { name: fr.form.placeQuestion })
        .fill('aubeterre sur dronne');
      await page.getByRole('radio', { name: fr.form.modes.no_car.label }).check();
      await page.getByLabel(fr.form.day).fill('2026-12-01');
      await page.getByLabel(fr.form.time).fill('10:00');
      await page.getByRole('button', { name: fr.form.submit, exact: true }).click();
      await page.waitForURL('**/resultats?besoin=medecin-generaliste&depart=16020&**');

      const card = page
        .locator('.result')
        .filter({ has: page.locator('.ways a[href="tel:0782327633"]') })
        .first();
      // The list waits a second for its ways: read again, it has those that took longer.
      await expect
        .poll(async () => {
          if ((await card.count()) === 0) await page.reload();
          return card.count();
        })
        .toBe(1);
      const name = await card.getByRole('heading', { level: 2 }).innerText();
      await card.getByRole('link', { name: fr.cards.goLinkFor(name) }).click();
      await page.waitForURL('**/trajet/**');
      const call = page.locator('li.call').filter({ hasText: 'Transport solidaire' }).first();
      const words = plain(await call.textContent());
      expect(words).toContain('07 82 32 76 33');
      expect(words).toContain('avant vendredi 27 novembre, 17 h 30');
      expect(faults).toEqual([]);
      await close();
    });

    it('stores what somebody reports', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      const said = `Le numéro sonne dans le vide (${crypto.randomUUID()}).`;
      await page.goto('/fiche/finess-160000253');
      await page.goto('/signaler?fiche=finess-160000253');
      await page.getByRole('button', { name: fr.report.send }).click();
      const read = async () => plain(await page.getByRole('main').innerText());
      await expect.poll(read).toContain(fr.report.nothingChosen);
      await page.getByRole('radio', { name: fr.report.kinds.phone }).check();
      await page.getByLabel(fr.report.text).fill(said);
      await page.getByRole('button', { name: fr.report.send }).click();
      await page.waitForURL('**/signaler?fiche=finess-160000253&merci=oui');
      expect(await read()).toContain(plain(fr.report.thanks));

      const stored = await site().database.db.select().from(report);
      const mine = stored.filter(({ text }) => text?.includes(said));
      expect(mine).toHaveLength(1);
      expect(mine[0]).toMatchObject({ entryId: 'finess-160000253' });
      expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
      await close();
    });

    it('says that an address leads nowhere, and where to go', async () => {
      const { page, close } = await open({ javaScriptEnabled: false });
      const answer = await page.goto('/une-page-qui-n-existe-pas');
      expect(answer?.status()).toBe(404);
      expect(plain(await page.getByRole('heading', { level: 1 }).innerText())).toBe(
        plain(fr.problem.notFoundTitle),
      );
      await page.getByRole('link', { name: fr.problem.notFoundHome }).click();
      await page.waitForURL((url) => url.pathname === '/');
      await close();
    });
  });
}
