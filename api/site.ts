// One address for everything: the API, the built files, and the pages rendered here.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Api } from '#api/app.ts';
import { BASE_MAP_PATH, type BaseMap, type Config } from '#api/config.ts';
import { compressStream, pickEncoding } from '#api/http/compression.ts';
import { describeFailure } from '#api/http/describe-failure.ts';
import { sendFailurePage } from '#api/http/failure-page.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { createPageFetch } from '#api/http/page-fetch.ts';
import { isPrivatePage } from '#api/http/private-pages.ts';
import { HttpRefusal, toProblem } from '#api/http/problem.ts';
import type { RangeFile } from '#api/http/range-file.ts';
import { type Limits, limitRate } from '#api/http/rate-limit.ts';
import { type Log, logRequests, pageTemplate } from '#api/http/request-log.ts';
import { requireSameOrigin } from '#api/http/same-origin.ts';
import { filePolicy, framedPolicy, pagePolicy, secureAnswers } from '#api/http/security-headers.ts';
import type { StaticFiles } from '#api/http/static-files.ts';
import type { Fetch } from '#api/runtime/serve-http.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** What a page needs from here. `fetch` reaches the API without leaving the process. */
export type PageContext = {
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  nonce: string;
  publicUrl: string | null;
  baseMap: PageBaseMap | null;
  nowMs: number;
};

/** What the page tells its map; null when there is nothing under it. */
type PageBaseMap = { kind: 'ign' | 'pmtiles'; url: string; attribution: string };

/** The built web's `handle`: one request for a page, one answer, streamed. */
export type HandlePage = (request: Request, context: PageContext) => Promise<Response>;

export type SiteParts = {
  api: Api;
  handlePage: HandlePage;
  files: StaticFiles;
  /** Null: no base map is kept on this machine. */
  baseMapFile: RangeFile | null;
  config: Config;
  clock: () => number;
  log: Log;
  limits: Limits;
};

export function createSite(parts: SiteParts): Fetch {
  const pages = createPages(parts);
  return (request, bindings) =>
    new URL(request.url).pathname.startsWith('/api/')
      ? parts.api.fetch(request, bindings)
      : pages.fetch(request, bindings);
}

function createPages(parts: SiteParts) {
  const { api, handlePage, files, baseMapFile, config, clock, log, limits } = parts;
  const { publicUrl, trustedProxies, baseMap } = config;
  const isPage = (_method: string, path: string) =>
    !path.startsWith('/assets/') && path !== BASE_MAP_PATH;
  const app = new Hono<HttpEnv>();
  app.use(logRequests({ log, template: pageTemplate }));
  app.use(
    secureAnswers({
      policy: (nonce) => pagePolicy(nonce, baseMap),
      publicUrl,
      trustedProxies,
      // With `no-referrer` a browser posts the form with « Origin: null », which nobody can check.
      referrerPolicy: (path) => (hasForm(path) ? 'same-origin' : 'no-referrer'),
    }),
  );
  const counting = { trustedProxies, clock };
  app.use(limitRate({ ...counting, buckets: limits.requests, applies: isPage }));
  app.use(limitRate({ ...counting, buckets: limits.reports, applies: isReport }));
  app.use(requireSameOrigin({ publicUrl, withoutOrigin: 'refuse' }));
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES, onError: refuseLargeForm }));
  app.get(BASE_MAP_PATH, (c) =>
    baseMapFile === null ? c.notFound() : baseMapFile.answer(c.req.raw),
  );
  app.all('*', async (c) => {
    const file = files.answer(c.req.raw);
    if (file !== null) {
      c.set('isFile', true);
      file.headers.set('content-security-policy', filePolicy(baseMap));
      return file;
    }
    const request = underPublicUrl(c.req.raw, publicUrl);
    const asking = createPageFetch(api, request, c);
    const page = await handlePage(request, {
      fetch: asking.fetch,
      nonce: c.get('nonce'),
      publicUrl,
      baseMap: pageBaseMap(baseMap),
      nowMs: clock(),
    });
    asking.passBack(page.headers);
    if (isFramed(c.req.path)) {
      page.headers.set('content-security-policy', framedPolicy(c.get('nonce')));
    }
    // What a page shows depends on the hour and on what was asked: nobody else may keep it.
    if (isPrivatePage(c.req.path)) page.headers.set('cache-control', 'no-store');
    if (!page.headers.has('cache-control')) page.headers.set('cache-control', 'private, no-cache');
    return packPage(page, c.req.header('accept-encoding'));
  });
  app.onError((error, c) => {
    const problem = toProblem(error, c.get('requestId'));
    if (problem.status >= 500) log.error({ event: 'failure', ...describeFailure(error, problem) });
    const retryAfter = c.res.headers.get('retry-after');
    return sendFailurePage(problem, c.req.path, retryAfter);
  });
  return app;
}

function pageBaseMap(baseMap: BaseMap): PageBaseMap | null {
  if (baseMap.kind === 'off') return null;
  const { kind, url, attribution } = baseMap;
  return { kind, url, attribution };
}

/** Pages whose forms are posted: an error to report, answers that stay out of addresses. */
function hasForm(path: string): boolean {
  return (
    isPrivatePage(path) ||
    path.endsWith('/signaler') ||
    /^(\/[a-z]{2})?\/(trajet|creneaux)\//.test(path)
  );
}

/** The one page other sites may show. */
function isFramed(path: string): boolean {
  return /^(\/[a-z]{2})?\/integrer\/transports\/?$/.test(path);
}

function isReport(method: string, path: string): boolean {
  return method === 'POST' && path.endsWith('/signaler');
}

/** Absolute addresses in a page (canonical, codes to scan) are those people type. */
function underPublicUrl(request: Request, publicUrl: string | null): Request {
  if (publicUrl === null) return request;
  const { pathname, search } = new URL(request.url);
  return new Request(`${publicUrl}${pathname}${search}`, request);
}

function refuseLargeForm(): never {
  throw new HttpRefusal('too_large', `A form holds at most ${MAX_FORM_BYTES} bytes.`);
}

function packPage(page: Response, acceptEncoding: string | undefined): Response {
  const encoding = pickEncoding(acceptEncoding);
  const isText = page.headers.get('content-type')?.startsWith('text/') ?? false;
  if (encoding === null || page.body === null || !isText) return page;
  const packed = new Response(compressStream(page.body, encoding), page);
  packed.headers.set('content-encoding', encoding);
  packed.headers.append('vary', 'Accept-Encoding');
  packed.headers.delete('content-length');
  return packed;
}
