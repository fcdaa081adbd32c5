// « Transport sur prescription »: a list to take to the doctor, and answers that go nowhere.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr, plain } from '#tests/browser/words.ts';

const PATH = '/transport-sur-prescription';

export function describeMedical({ site, open }: Visit): void {
  describe('what to ask the doctor before a trip', () => {
    it('is answered in the browser: nothing is sent, nothing is kept, the address says nothing', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto('/transports');
      await page.getByRole('link', { name: fr.transport.prescribed }).click();
      await page.waitForURL(`**${PATH}`);
      await page.waitForLoadState('networkidle');
      await waitUntilAlive(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      await answer(page);
      await expectList(page);
      expect(asked).toEqual([]);
      expect(new URL(page.url()).search).toBe('');
      const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
      expect(kept).toBe('[{},{}]');
      expect(await page.context().cookies()).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it('is answered without JavaScript, its answers in the body of the form', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await page.goto(PATH);
      await answer(page);
      await expectList(page);
      expect(new URL(page.url()).search).toBe('');
      expect(await page.getByRole('radio', { name: fr.medical.postures.lying }).isChecked()).toBe(
        true,
      );
      expect(faults).toEqual([]);
      await close();
    });

    it('says to call at once when it is an emergency, and nothing of a prescription', async () => {
      const { page, close } = await open({ javaScriptEnabled: false });
      await page.goto(PATH);
      await page.getByRole('radio', { name: fr.medical.reasons.emergency }).check();
      await page.getByRole('button', { name: fr.medical.submit }).click();
      await page.waitForLoadState();
      const list = plain(await page.locator('.medical-answer').innerText());
      expect(list).toContain('Appelez le 15');
      expect(list).not.toContain('Demandez une prescription');
      await close();
    });
  });

  describe('« je ne conduis pas »', () => {
    it('is remembered on the device when asked, and erased when unticked', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto('/');
      const box = page.getByRole('checkbox', { name: fr.form.noDrive });
      const noCar = page.getByRole('radio', { name: fr.form.modes.no_car.label });
      await waitUntilAlive(page);
      await page.getByRole('radio', { name: fr.form.modes.car.label }).check();
      await box.check();
      expect(await noCar.isChecked()).toBe(true);

      await page.goto('/fiche/demo-16073-gp-0');
      await page.waitForFunction(() => document.querySelector('.no-drive input:checked') !== null);
      expect(await noCar.isChecked()).toBe(true);
      // What an address says wins over what was remembered.
      await page.goto('/?deplacement=en-voiture');
      await page.waitForFunction(() => document.querySelector('.no-drive input:checked') !== null);
      expect(await page.getByRole('radio', { name: fr.form.modes.car.label }).isChecked()).toBe(
        true,
      );

      await box.uncheck();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('radio', { name: fr.medical.reasons.repeated_treatment }).check();
  await page.getByRole('radio', { name: fr.medical.postures.lying }).check();
  await page.getByLabel(fr.medical.questions.oneWayKm).fill('160');
  await page.getByRole('button', { name: fr.medical.submit }).click();
}

async function expectList(page: Page): Promise<void> {
  const list = page.locator('.medical-answer');
  await list.waitFor();
  // Without scripts it is a page anew.
  await page.waitForLoadState();
  const words = plain(await list.innerText());
  expect(words).toContain(plain(fr.medical.to.doctor));
  expect(words).toContain('Demandez une prescription de transport avant le trajet');
  expect(words).toContain('accord préalable');
  // Dated, with its source; a weak figure says so.
  expect(words).toContain('150 km');
  expect(words).toContain('55 % (à confirmer)');
  expect(await list.locator('.medical-facts a[href^="https://"]').count()).toBeGreaterThan(3);
  expect(plain(await page.getByRole('main').innerText())).toContain(plain(fr.medical.noVerdict));
}
