// What does a first view fetch, map apart? Every answer as it travels, gzip, on a phone.

import type { Browser } from 'playwright-core';
import { PHONE } from '#tests/support/browser.ts';

/** An answer and its bytes as they travel, those of its headers apart. */
export type Weight = { path: string; bytes: number; headerBytes: number };

export async function weighPage(browser: Browser, url: string): Promise<Weight[]> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const weights = new Map<string, Weight>();
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const { protocol, pathname } = new URL(response.url);
      if (!protocol.startsWith('http')) return;
      const headerBytes = response.encodedDataLength;
      weights.set(requestId, { path: pathname, bytes: 0, headerBytes });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const weight = weights.get(requestId);
      if (weight !== undefined) weight.bytes = encodedDataLength - weight.headerBytes;
    });
    await session.send('Network.enable');
    await page.goto(url, { waitUntil: 'networkidle' });
    return [...weights.values()].sort((a, b) => b.bytes - a.bytes);
  } finally {
    await context.close();
  }
}
