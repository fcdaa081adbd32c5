// All that is looked at on one page: barriers, layout on a desk and a phone, text twice as large.

import type { Page } from 'playwright-core';
import { PHONE } from '#tests/support/browser.ts';
import { findBarriers } from './find-barriers.ts';
import { measureLayout } from './measure-layout.ts';

/** One line a fault. The page is left as wide as a tablet, its text doubled. */
export async function examine(page: Page): Promise<string[]> {
  const found: string[] = [];
  const note = async (where: string, faultsThere: Promise<string[]>) => {
    found.push(...(await faultsThere).map((fault) => `${where}: ${fault}`));
  };
  await settle(page);
  await note('on a desk', findBarriers(page));
  await note('on a desk', measureLayout(page));
  await page.setViewportSize(PHONE);
  await settle(page);
  await note('on a phone', findBarriers(page));
  await note('on a phone', measureLayout(page));
  await page.setViewportSize({ width: 640, height: 900 });
  await doubleText(page);
  await note('with text twice as large', measureLayout(page));
  return found;
}

/** Until the page is alive and quiet: its scripts ran, its fonts are there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.documentElement;
    const size = Number.parseFloat(getComputedStyle(root).fontSize);
    root.style.fontSize = `${size * 2}px`;
  });
}
