// Hands that use nothing but a keyboard, and count their presses.

import type { Locator, Page } from 'playwright-core';
import { fr } from './words.ts';

/** No page of ours has a thing to use that is further than this from the one before. */
const MOST_TABS = 60;

export type Keyboard = {
  press: (...keys: string[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Once the thing is there, Tab until it has the focus; throws when it never comes. */
  tabTo: (thing: Locator) => Promise<void>;
  /** « Aller au contenu », the first link of every page. */
  skipToContent: () => Promise<void>;
  typeDate: (field: Locator, isoDate: string) => Promise<void>;
  typeTime: (field: Locator, time: string) => Promise<void>;
  /** Opens the folds around a thing, then returns it. */
  unfoldTo: (thing: Locator) => Promise<Locator>;
  /** Presses so far, letters and digits apart. */
  moves: () => number;
};

export function createKeyboard(page: Page): Keyboard {
  let moves = 0;

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      moves += 1;
    }
  }

  async function tabTo(thing: Locator): Promise<void> {
    // Nobody tabs past what the page has not shown yet.
    await thing.first().waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await hasFocus(thing)) return;
      await press('Tab');
    }
    if (!(await hasFocus(thing))) throw new Error(`Tab never reaches ${String(thing)}`);
  }

  async function typeParts(field: Locator, parts: readonly string[]): Promise<string> {
    for (const part of parts) await page.keyboard.type(part);
    return field.inputValue();
  }

  return {
    press,
    tabTo,
    type: (text) => page.keyboard.type(text),
    async skipToContent() {
      await press('Tab');
      const skip = page.getByRole('link', { name: fr.common.skip });
      if (!(await hasFocus(skip))) throw new Error('The first Tab is not « Aller au contenu »');
      await press('Enter');
    },
    async typeDate(field, isoDate) {
      const [year = '', month = '', day = ''] = isoDate.split('-');
      if ((await typeParts(field, [day, month, year])) === isoDate) return;
      // A browser that speaks another language than the page asks for the month first.
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      const typed = await typeParts(field, [month, day, year]);
      if (typed !== isoDate)
        throw new Error(`Expected ${isoDate} in the field, found « ${typed} »`);
    },
    async typeTime(field, time) {
      // The same browser asks for morning or afternoon after the minutes.
      const typed = await typeParts(field, [
        ...time.split(':'),
        Number(time.slice(0, 2)) < 12 ? 'a' : 'p',
      ]);
      if (typed !== time) throw new Error(`Expected ${time} in the field, found « ${typed} »`);
    },
    async unfoldTo(thing) {
      for (const fold of await thing.locator('xpath=ancestor::details').all()) {
        if ((await fold.getAttribute('open')) !== null) continue;
        await tabTo(fold.locator('summary').first());
        await press('Enter');
      }
      return thing;
    },
    moves: () => moves,
  };
}

async function hasFocus(thing: Locator): Promise<boolean> {
  return (await thing.count()) > 0 && thing.evaluate((node) => node === document.activeElement);
}
