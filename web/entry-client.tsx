// Brings the server's page to life: same page, same data, nothing asked twice.

import '#web/styles/main.css';
import { hydrate } from 'solid-js/web';
import { loadWords } from '#web/i18n/dictionaries.ts';
import { createApi } from '#web/lib/api.ts';
import { hearEarlyChanges } from '#web/lib/early-events.ts';
import { createFormat } from '#web/lib/format.ts';
import { splitLocale } from '#web/lib/locale.ts';
import { type BaseMap, matchPage, type Site } from '#web/lib/page.ts';
import { App } from './app.tsx';
import { PAGES, PROBLEM_PAGE } from './pages.ts';

type Handover = {
  pageId: string;
  data: unknown;
  nowMs: number;
  site: Site | null;
  baseMap: BaseMap | null;
};

async function start(root: HTMLElement, handover: Handover) {
  const { locale, path } = splitLocale(location.pathname);
  const entry = handover.pageId === PROBLEM_PAGE.id ? PROBLEM_PAGE : matchPage(PAGES, path)?.entry;
  if (entry === undefined || entry.id !== handover.pageId) return;
  const [page, text] = await Promise.all([entry.load(), loadWords(locale, entry.words)]);
  const state = {
    locale,
    path,
    search: location.search,
    nowMs: handover.nowMs,
    api: createApi((apiPath, init) => fetch(apiPath, init)),
    text,
    format: createFormat(text.conventions),
    site: handover.site,
    baseMap: handover.baseMap,
  };
  hydrate(() => <App state={state} page={page} data={handover.data} />, root);
  // Solid hears what it kept in a task it has already asked for.
  queueMicrotask(hearEarlyChanges);
}

const root = document.getElementById('app');
const handover = document.getElementById('handover')?.textContent;
if (root !== null && handover !== undefined && handover !== null) {
  void start(root, JSON.parse(handover) as Handover);
}
