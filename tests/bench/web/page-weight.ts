// What does a first view fetch, map apart? Every answer as it travels, gzip, on a phone.

import type { Browser } from 'playwright-core';
import { PHONE } from '#tests/support/browser.ts';

/** Path of an answer and its bytes on the wire, headers included; heaviest first. */
export type Weight = { path: string; bytes: number };

export async function weighPage(browser: Browser, url: string): Promise<Weight[]> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const paths = new Map<string, string>();
    const weights = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const { protocol, pathname } = new URL(response.url);
      if (protocol.startsWith('http')) paths.set(requestId, pathname);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      weights.set(requestId, encodedDataLength);
    });
    await session.send('Network.enable');
    await page.goto(url, { waitUntil: 'networkidle' });
    return [...paths]
      .map(([id, path]) => ({ path, bytes: weights.get(id) ?? 0 }))
      .sort((a, b) => b.bytes - a.bytes);
  } finally {
    await context.close();
  }
}
