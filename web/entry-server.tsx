// Answers one request for a page: finds it, asks what it must know, and writes it as a stream.

import { loadDictionary } from '#web/i18n/dictionaries.ts';
import { type ApiFetch, createApi, withQuery } from '#web/lib/api.ts';
import { isNotFound, isRefused, isSignedOut, isUnavailable } from '#web/lib/api-failure.ts';
import { createFormat } from '#web/lib/format.ts';
import { localePath, splitLocale } from '#web/lib/locale.ts';
import { logFailure } from '#web/lib/log-failure.ts';
import type { BaseMap, Page, PageEntry, PageOutcome, PageRequest } from '#web/lib/page.ts';
import { matchPage } from '#web/lib/page.ts';
import { findSite } from '#web/lib/site.ts';
import { PAGES, PROBLEM_PAGE } from './pages.ts';
import { writePage } from './write-page.tsx';

export type ServerContext = {
  /** Calls the API of the same process: a path, never another host. */
  fetch: ApiFetch;
  /** Of this answer's Content-Security-Policy. */
  nonce: string;
  /** Address people use, when it is not the one this process hears. */
  publicUrl?: string | null;
  baseMap?: BaseMap | null;
  nowMs?: number;
};

export type ProblemKind = 'not_found' | 'failure' | 'refused';

const STATUS: Record<ProblemKind, number> = { not_found: 404, failure: 500, refused: 400 };

export async function handle(request: Request, context: ServerContext): Promise<Response> {
  const url = new URL(request.url);
  const { locale, path } = splitLocale(url.pathname);
  const api = createApi(context.fetch);
  const text = await loadDictionary(locale);
  const pageRequest: PageRequest = {
    locale,
    path,
    params: {},
    query: url.searchParams,
    origin: context.publicUrl?.replace(/\/$/, '') ?? url.origin,
    nowMs: context.nowMs ?? Date.now(),
    api,
    text,
    format: createFormat(text.conventions),
    ...(await findSite(api, url.searchParams.get('depart'))),
    baseMap: context.baseMap ?? null,
  };
  const found = matchPage(PAGES, path);
  const write = (entry: PageEntry, page: Page<unknown>, outcome: Written) =>
    writePage({
      request: pageRequest,
      search: url.search,
      nonce: context.nonce,
      entry,
      page,
      outcome,
    });
  const problem = async (kind: ProblemKind, status = STATUS[kind]) => {
    const page = await PROBLEM_PAGE.load();
    const asked = { ...pageRequest, params: { kind } };
    const outcome = await page.load(asked);
    if (outcome.kind !== 'page') throw new Error('The problem page must be a page');
    return write(PROBLEM_PAGE, page, { ...outcome, status });
  };

  if (found === null) return problem('not_found');
  try {
    const page = await found.entry.load();
    const asked = { ...pageRequest, params: found.params };
    const outcome = await ask(page, asked, request);
    if (outcome === null) return methodRefused(page);
    if (outcome.kind === 'not_found') return await problem('not_found');
    if (outcome.kind === 'redirect') return redirect(localePath(locale, outcome.to));
    return await write(found.entry, page, outcome);
  } catch (error) {
    if (isNotFound(error)) return problem('not_found');
    if (isRefused(error)) return problem('refused');
    if (isSignedOut(error)) {
      return redirect(localePath(locale, withQuery('/connexion', { suite: path + url.search })));
    }
    logFailure(found.entry.id, error);
    return problem('failure', isUnavailable(error) ? 503 : 500);
  }
}

type Written = Extract<PageOutcome<unknown>, { kind: 'page' }>;

async function ask(
  page: Page<unknown>,
  asked: PageRequest,
  request: Request,
): Promise<PageOutcome<unknown> | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return page.load(asked);
  if (request.method !== 'POST' || page.submit === undefined) return null;
  return page.submit(asked, new URLSearchParams(await request.text()));
}

function methodRefused(page: Page<unknown>): Response {
  const allow = page.submit === undefined ? 'GET, HEAD' : 'GET, HEAD, POST';
  return new Response(null, { status: 405, headers: { allow } });
}

function redirect(to: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: to, 'cache-control': 'no-store' },
  });
}
