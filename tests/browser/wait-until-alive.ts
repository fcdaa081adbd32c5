// The server writes a page and its scripts follow: what the page does by itself is looked at once they are there.

import type { Page } from 'playwright-core';

/** Until the page answers by itself to what is pressed and written in it. */
export async function waitUntilAlive(page: Page): Promise<void> {
  // Solid keeps on an element what answers a press on it, and gives all of them theirs at once.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('#app *')].some((node) => '$$click' in node),
  );
}
