// « Quand demander un rendez-vous »: the hours to read to the secretary, without scripts and by keyboard.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createKeyboard } from '#tests/browser/keyboard.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { fr, plain } from '#tests/browser/words.ts';

const PLACE = 'demo-16073-gp-0';
const SLOTS = `/creneaux/${PLACE}?depart=16020&jour=2026-12-01&deplacement=sans-voiture`;

export function describeSlots({ site, open }: Visit): void {
  describe('the hours to ask the secretary for', () => {
    it('are read without JavaScript: a sentence, fourteen days, and a trip behind each hour', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await page.goto(`/trajet/${PLACE}?depart=16020&deplacement=sans-voiture`);
      await page.getByRole('link', { name: fr.journey.slots.link }).click();
      await page.waitForURL(`**/creneaux/${PLACE}?depart=16020&**`);
      expect(plain(await page.locator('.slots-say').innerText())).toMatch(/Je peux venir .* entre/);
      expect(await page.locator('.slots-day').count()).toBe(14);
      expect(await page.locator('.slots-table tbody tr').count()).toBe(14);

      await page.goto(SLOTS);
      const saturday = page.locator('.slots-day', { hasText: 'Samedi 5 décembre' });
      expect(plain(await saturday.innerText())).toContain(fr.slots.closedDay);
      expect(await saturday.getByRole('link').count()).toBe(0);
      const day = page.locator('.slots-day', { hasText: 'Mercredi 2 décembre' });
      await day.locator('summary').click();
      const ten = day.getByRole('link', { name: /10 h :/ });
      expect(plain(await ten.getAttribute('aria-label'))).toContain('mercredi 2 décembre à 10 h');
      await ten.click();
      await expectTrip(page, '2026-12-02', '10:00');
      expect(faults).toEqual([]);
      await close();
    });

    it.each([
      ['with JavaScript', true],
      ['without', false],
    ])('count what was answered about oneself, never in an address, %s', async (_, alive) => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: alive });
      await page.goto(`/trajet/${PLACE}?depart=16020&deplacement=sans-voiture`);
      await page.getByRole('checkbox', { name: fr.rules.accommodations.wheelchair }).check();
      await page.getByRole('button', { name: fr.journey.questions.submit }).click();
      await page.getByRole('button', { name: fr.journey.slots.link }).click();
      await page.waitForURL(`**/creneaux/${PLACE}?depart=16020&**`);
      await page.locator('.slots-answers').waitFor();
      expect(plain(await page.locator('.slots-answers').innerText())).toContain(
        fr.slots.withAnswers,
      );
      expect(await page.locator('.slots-day').count()).toBe(14);
      expect(page.url()).not.toMatch(/wheelchair|besoins/);
      expect(faults).toEqual([]);
      await close();
    });

    it('answer the question again from the form, without JavaScript', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ javaScriptEnabled: false });
      await page.goto(`/creneaux/${PLACE}`);
      expect(plain(await page.getByRole('main').innerText())).toContain(
        plain(fr.slots.missingFrom),
      );
      await page.getByRole('combobox', { name: fr.journey.form.from }).fill('aubeterre sur dronne');
      await page.getByLabel(fr.slots.form.firstDay).fill('2026-12-07');
      await page.getByRole('button', { name: fr.slots.form.submit }).click();
      await page.waitForURL(`**/creneaux/${PLACE}?depart=16020&jour=2026-12-07**`);
      expect(plain(await page.locator('.slots-day').first().innerText())).toContain(
        'Lundi 7 décembre',
      );
      expect(faults).toEqual([]);
      await close();
    });

    it('lead by keyboard only to the trip of a day and an hour', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(SLOTS);
      const keys = createKeyboard(page);
      await keys.skipToContent();
      const day = page.locator('.slots-day', { hasText: 'Mercredi 2 décembre' });
      const ten = await keys.unfoldTo(day.locator('.slot-link[href*="heure=10%3A00"]'));
      await keys.tabTo(ten);
      await keys.press('Enter');
      await expectTrip(page, '2026-12-02', '10:00');
      expect(keys.moves(), 'keys from the calendar to the trip').toBeLessThanOrEqual(24);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

async function expectTrip(page: Page, date: string, time: string): Promise<void> {
  await page.waitForURL(`**/trajet/${PLACE}?**`);
  const query = new URL(page.url()).searchParams;
  expect([query.get('jour'), query.get('heure'), query.get('depart')]).toEqual([
    date,
    time,
    '16020',
  ]);
  await page.locator('#verdict').waitFor();
}
