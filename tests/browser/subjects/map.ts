// The map comes when it is wanted, draws, and follows the list as the list follows it.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';
import { waitUntilAlive } from '#tests/browser/wait-until-alive.ts';
import { fr } from '#tests/browser/words.ts';
import { PHONE } from '#tests/support/browser.ts';

const RESULTS = '/resultats?besoin=medecin-generaliste&depart=16020&deplacement=sans-voiture';
/** What no first view may load: the library and its worker. */
const LIBRARY = /maplibre|create-map-view/;
/** Symbols follow the ground they stand on: where none was yet, one may be later. */
const MOST_LOOKS = 3;

export function describeMap({ site, open }: Visit): void {
  describe('the map', () => {
    it('is not loaded before it is wanted', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE });
      const asked = scriptsOf(page);
      for (const path of ['/', RESULTS]) {
        await page.goto(path);
        await waitUntilAlive(page);
        await page.waitForLoadState('networkidle');
        expect(asked.filter((url) => LIBRARY.test(url))).toEqual([]);
      }
      expect(asked.length).toBeGreaterThan(0);
      expect(await page.locator('canvas').count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    });

    it('opens on a phone at a press, draws, and gives the list back', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open({ viewport: PHONE, hasTouch: true });
      const asked = scriptsOf(page);
      await page.goto(RESULTS);
      await waitUntilAlive(page);
      await page.getByRole('button', { name: fr.results.showMap }).click();
      await drawn(page);
      expect(asked.filter((url) => LIBRARY.test(url)).length).toBeGreaterThan(0);
      await page.getByRole('button', { name: fr.map.backToList }).click();
      await page.locator('canvas').waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
      await close();
    });

    it('comes by itself on a desk, after the list, and marks the card of what is pressed', async () => {
      site().setNow(FRIDAY);
      const { page, faults, close } = await open();
      await page.goto(RESULTS);
      await drawn(page);
      const cards = page.locator('.result');
      const far = cards.nth(3);
      await far.hover();
      await far.and(page.locator('.is-selected')).waitFor();
      expect(await page.locator('.result.is-selected').count()).toBe(1);

      await page.mouse.move(1, 1);
      const marked = await findSymbol(page);
      await page.mouse.down();
      await page.mouse.up();
      expect(await marked.evaluate((card) => card.matches('.is-selected'))).toBe(true);
      await expect.poll(() => marked.evaluate(isInView)).toBe(true);
      expect(faults).toEqual([]);
      await close();
    });
  });
}

function isInView(card: Element): boolean {
  const box = card.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0;
}

/** Moves the pointer over the map until a card of the list is marked; the pointer stays there. */
async function findSymbol(page: Page): Promise<Locator> {
  const box = await page.locator('.map-panel canvas').first().boundingBox();
  if (box === null) throw new Error('The map has no place on the page');
  const marked = page.locator('.result.is-selected');
  const bottom = Math.min(box.y + box.height, page.viewportSize()?.height ?? 0);
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    for (let y = box.y + 12; y < bottom; y += 24) {
      for (let x = box.x + 12; x < box.x + box.width; x += 24) {
        await page.mouse.move(x, y);
        if ((await marked.count()) === 1) {
          return page.locator(`[id="${await marked.getAttribute('id')}"]`);
        }
      }
    }
  }
  throw new Error('No symbol of the map marks a card of the list');
}

function scriptsOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}

/** A canvas that is there and not of one colour. */
async function drawn(page: Page): Promise<void> {
  const canvas = page.locator('.map-panel canvas').first();
  await canvas.waitFor();
  await expect
    .poll(async () => new Set(await canvas.screenshot()).size, { timeout: 20_000, interval: 500 })
    .toBeGreaterThan(64);
}
