// Bench: from a change in a scenario to the map that shows it, how long, as a browser sees it?
//
// In Chromium, on the page of scenarios of the demonstration territory: a doctor retires, then comes back, again
// and again. From the press to the frame in which figures and map are painted; by commune, then by square.

import type { Browser, Page } from 'playwright-core';
import { atMost, type Bench, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { TERRITORY_PAGE } from '#tests/bench/redraw-page.ts';
import { startBenchSite } from '#tests/bench/start-site.ts';
import { findChromium, launchBrowser, openPage } from '#tests/support/browser.ts';

const CHANGES = 30;
const WARM = 6;
const MOST_MS = 100;
const SQUARES_A_COMMUNE = 50;
/** What opens the page is not measured. */
const OPEN_MS = 120_000;

export const bench: Bench = async (tell) => {
  const chromium = findChromium();
  if (chromium === null) throw new Error('No Chromium on this machine: CHROMIUM_PATH names one.');
  const browser = await launchBrowser(chromium);
  try {
    return [
      ...(await figuresOf(browser, 'by commune', 0, tell)),
      ...(await figuresOf(browser, 'by square', SQUARES_A_COMMUNE, tell)),
    ];
  } finally {
    await browser.close();
  }
};

async function figuresOf(
  browser: Browser,
  name: string,
  squares: number,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const site = await startBenchSite(null, squares);
  try {
    if (squares > 0) {
      const [figures, ended] = [site.hear('figures'), site.hear('ended')];
      site.tell('compute');
      await figures;
      site.tell('cancel');
      tell(`${name}: computed, then ${(await ended).state}`);
    }
    const { page, faults, close } = await openPage(browser, site.url);
    const { times, processorMs } = await redraw(page);
    await close();
    if (faults.length > 0) throw new Error(`The page of scenarios: ${faults.join('; ')}`);
    tell(`${name}: ${times.map((ms) => Math.round(ms)).join(', ')} ms`);
    return [
      atMost(`one change to the map redrawn, ${name}, p50`, percentile(times, 0.5), MOST_MS, 'ms'),
      atMost(`one change to the map redrawn, ${name}, p95`, percentile(times, 0.95), MOST_MS, 'ms'),
      told(`one change to the map redrawn, ${name}, longest`, Math.max(...times), 'ms'),
      told(`${name}, the thread of the page, mean a change`, processorMs, 'ms of processor'),
    ];
  } finally {
    await site.stop();
  }
}

async function redraw(page: Page): Promise<{ times: number[]; processorMs: number }> {
  page.setDefaultTimeout(OPEN_MS);
  await page.addInitScript({ content: TERRITORY_PAGE.watcher });
  await page.goto(TERRITORY_PAGE.path);
  await page.locator('.scenario-form').waitFor();
  const session = await page.context().newCDPSession(page);
  // Whatever else runs on this machine, a processor's time is its own.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spentMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const times: number[] = [];
  let startedMs = Number.NaN;
  for (let change = 0; change < CHANGES + WARM; change++) {
    if (change === WARM) startedMs = await spentMs();
    if (change % 2 === 0) await choose(page);
    const press = change % 2 === 0 ? TERRITORY_PAGE.add : TERRITORY_PAGE.remove;
    const ms = await page.evaluate<number>(`globalThis.pressAndWait(${JSON.stringify(press)})`);
    if (change >= WARM) times.push(ms);
  }
  return { times, processorMs: ((await spentMs()) - startedMs) / CHANGES };
}

/** A doctor of the largest practice of the east, whom many lose. */
async function choose(page: Page): Promise<void> {
  const who = page.locator(TERRITORY_PAGE.who);
  const option = who.locator('option', { hasText: TERRITORY_PAGE.practice }).last();
  await who.selectOption((await option.getAttribute('value')) ?? '');
}
