// Writes a page as HTML: head and header leave at once, the content follows when its data is there.

import {
  generateHydrationScript,
  NoHydration,
  renderToString,
  renderToStringAsync,
} from 'solid-js/web';
import { wordSources } from '#web/i18n/dictionaries.ts';
import { assetsOf, type Manifest } from '#web/lib/assets.ts';
import { documentEnd, documentHead, jsonForScript } from '#web/lib/document.ts';
import { earlyEventsScript } from '#web/lib/early-events.ts';
import { logFailure } from '#web/lib/log-failure.ts';
import type { Page, PageEntry, PageOutcome, PageRequest } from '#web/lib/page.ts';
import { App } from './app.tsx';
import { PROBLEM_PAGE } from './pages.ts';
import { SiteFooter, SiteHeader } from './site-frame.tsx';

/** Put in by web/build.ts. */
declare const __MANIFEST__: Manifest;

/** Solid types this function for browsers, where it says nothing. */
const hydrationScript = generateHydrationScript as unknown as (options: {
  nonce: string;
}) => string;

const ENTRY = 'entry-client.tsx';

export type WriteRequest = {
  request: PageRequest;
  search: string;
  nonce: string;
  entry: PageEntry;
  page: Page<unknown>;
  outcome: Extract<PageOutcome<unknown>, { kind: 'page' }>;
};

export async function writePage(write: WriteRequest): Promise<Response> {
  const { request, nonce, outcome } = write;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': request.locale,
    'cache-control': 'no-cache',
  };
  const init = { status: outcome.status ?? 200, headers };
  const frame = { ...request, search: write.search };
  const still = write.entry.still === true;
  const isBare = write.entry.bare === true;
  const found = assetsOf(__MANIFEST__, ENTRY, [
    write.entry.source,
    ...(still ? [] : wordSources(request.locale, write.entry.words)),
  ]);
  const assets = still ? { ...found, script: null, preloads: [] } : found;
  const start =
    documentHead({
      locale: request.locale,
      path: request.path + write.search,
      origin: request.origin,
      head: outcome.head,
      assets,
      nonce,
      hydrationScript: still ? '' : earlyEventsScript(nonce) + hydrationScript({ nonce }),
    }) + (isBare ? '' : renderToString(() => <SiteHeader {...frame} />));
  const end = () =>
    (isBare ? '' : renderToString(() => <SiteFooter {...frame} />)) + documentEnd(assets);

  if (typeof outcome.data !== 'function') {
    const body = await renderContent(write, write.entry, write.page, outcome.data);
    return new Response(start + body + end(), init);
  }
  const later = outcome.data as () => Promise<unknown>;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode(start));
      controller.enqueue(encoder.encode(await laterContent(write, later)));
      controller.enqueue(encoder.encode(end()));
      controller.close();
    },
  });
  return new Response(stream, init);
}

/** The head is gone: a failure can only be told inside the page. */
async function laterContent(write: WriteRequest, later: () => Promise<unknown>): Promise<string> {
  try {
    return await renderContent(write, write.entry, write.page, await later());
  } catch (error) {
    logFailure(write.entry.id, error);
    const page = await PROBLEM_PAGE.load();
    return renderContent(write, PROBLEM_PAGE, page, { kind: 'failure' });
  }
}

async function renderContent(
  write: WriteRequest,
  entry: PageEntry,
  page: Page<unknown>,
  data: unknown,
): Promise<string> {
  const { request, nonce } = write;
  const state = {
    locale: request.locale,
    path: request.path,
    search: write.search,
    nowMs: request.nowMs,
    api: request.api,
    text: request.text,
    format: request.format,
    site: request.site,
    baseMap: request.baseMap,
  };
  // Solid leaves its timer running when a page fails at once, and the timer would end the process.
  const failures: unknown[] = [];
  const app = () => {
    try {
      return <App state={state} page={page} data={data} />;
    } catch (error) {
      failures.push(error);
      return '';
    }
  };
  const still = entry.still === true;
  const html = await renderToStringAsync(still ? () => <NoHydration>{app()}</NoHydration> : app, {
    nonce,
    timeoutMs: 10_000,
  });
  if (failures.length > 0) throw failures[0];
  if (still) return `<div id="app">${html}</div>\n`;
  const { nowMs, site, baseMap } = request;
  const needed = page.handover === undefined ? data : page.handover(data);
  const handover = { pageId: entry.id, data: needed, nowMs, site, baseMap };
  return `<div id="app">${html}</div>\n<script type="application/json" id="handover">${jsonForScript(handover)}</script>\n`;
}
