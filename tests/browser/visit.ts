// One site and one browser for all that a file looks at, on either kind of database.

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseKind } from '#db/database.ts';
import type { Moment } from '#domain/time.ts';
import { findChromium, launchBrowser, openPage, type WatchedPage } from '#tests/support/browser.ts';
import { createTestDatabase, hasServer, type TestDatabase } from '#tests/support/database.ts';
import { reportNotRun } from '#tests/support/not-run.ts';
import { type Site, startSite } from '#tests/support/site.ts';

/** A Friday morning, eleven days before the appointments the tests ask about. */
export const FRIDAY: Moment = { date: '2026-11-20', minute: 600 };

export type Visit = {
  site: () => Site;
  /** A page of its own, in French, on a desk; the caller closes it. */
  open: (options?: BrowserContextOptions) => Promise<WatchedPage>;
};

/** Where Chromium or PostgreSQL is missing the tests are shown as skipped, and said at the end. */
export function describeSite(kind: DatabaseKind, define: (visit: Visit) => void): void {
  const name = kind === 'embedded' ? 'the embedded database' : 'PostgreSQL';
  const chromium = findChromium();
  if (chromium === null) reportNotRun(`the site on ${name}`, 'no Chromium on this machine');
  const hasDatabase = kind === 'embedded' || hasServer();
  if (!hasDatabase) {
    reportNotRun(`the site on ${name}`, 'no TEST_DATABASE_URL, no postgres with PostGIS');
  }

  describe.runIf(chromium !== null && hasDatabase)(`the site on ${name}`, () => {
    let site: Site | null = null;
    let browser: Browser | null = null;
    let database: TestDatabase | null = null;
    beforeAll(async () => {
      if (kind === 'server') database = await createTestDatabase('server');
      site = await startSite({ databaseUrl: database?.databaseUrl ?? null, now: FRIDAY });
      browser = await launchBrowser(chromium ?? '');
    });
    afterAll(async () => {
      await browser?.close();
      await site?.stop();
      await database?.remove();
    });
    define({
      site: () => running(site),
      open: (options) => openPage(running(browser), running(site).url, options),
    });
  });
}

function running<T>(thing: T | null): T {
  if (thing === null) throw new Error('The site and the browser are there once tests run');
  return thing;
}
