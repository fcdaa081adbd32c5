// A headless Chromium that tells on the page: console errors, refused policies, requests to others.

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Null when this machine has none. CHROMIUM_PATH wins. */
export function findChromium(): string | null {
  const asked = process.env['CHROMIUM_PATH'];
  return [...(asked ? [asked] : []), ...CANDIDATES].find((path) => existsSync(path)) ?? null;
}

export function launchBrowser(
  executablePath: string,
  more: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      ...more,
    ],
  });
}

/** `faults` fills as the page lives; a test ends by expecting it empty. */
export type WatchedPage = { page: Page; faults: string[]; close: () => Promise<void> };

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

export async function openPage(
  browser: Browser,
  siteUrl: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    baseURL: siteUrl,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const host = new URL(siteUrl).host;
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) faults.push(`request: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
