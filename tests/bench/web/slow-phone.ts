// How soon does a page show on an old phone in the country? 400 kbit/s, 400 ms there and back, a
// processor slowed down, an empty cache.

import type { Browser } from 'playwright-core';
import { PHONE } from '#tests/support/browser.ts';

const BYTES_PER_SECOND = 400_000 / 8;
const ROUND_TRIP_MS = 400;

/** Milliseconds from the start of the navigation. */
export type SlowView = {
  largestPaintMs: number;
  /** The first number to call is laid out on a painted page; null when there is none. */
  firstPhoneMs: number | null;
};

/** `phone`: a selector of the numbers wanted, without those of help that stand on every page. */
export async function viewSlowly(
  browser: Browser,
  url: string,
  options: { phone: string; cpuSlowdown: number },
): Promise<SlowView> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: ROUND_TRIP_MS,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: options.cpuSlowdown });
    await page.addInitScript({ content: watcher(options.phone) });
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
    return await page.evaluate<SlowView>('globalThis.seenAt');
  } finally {
    await context.close();
  }
}

/** Runs in the page. Frames are not drawn while styles are awaited: neither is this asked. */
function watcher(phone: string): string {
  return `{
    const seenAt = { largestPaintMs: 0, firstPhoneMs: null };
    globalThis.seenAt = seenAt;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seenAt.largestPaintMs = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    const look = (nowMs) => {
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
      const number = document.querySelector(${JSON.stringify(phone)});
      if (painted && number !== null && number.getClientRects().length > 0) seenAt.firstPhoneMs = nowMs;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;
}
