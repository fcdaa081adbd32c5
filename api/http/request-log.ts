// What happened, without saying who asked or what they looked for.
//
// A search says where somebody lives and what ails them. A line holds the route's template, the status,
// the time and a random id: never a query string, a body, an id of a place, or an address.

import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { LogLevel } from '#api/config.ts';
import type { HttpEnv } from '#api/http/http-env.ts';

type LogLine = Readonly<Record<string, string | number | boolean | null>>;
export type Log = { info: (line: LogLine) => void; error: (line: LogLine) => void };

export function createLog(options: {
  level: LogLevel;
  clock: () => number;
  write: (text: string) => void;
}): Log {
  const { level, clock, write } = options;
  const put = (name: 'info' | 'error') => (line: LogLine) =>
    write(`${JSON.stringify({ level: name, time: new Date(clock()).toISOString(), ...line })}\n`);
  const nothing = () => undefined;
  return {
    info: level === 'info' ? put('info') : nothing,
    error: level === 'silent' ? nothing : put('error'),
  };
}

export type RequestLogOptions = { log: Log; template?: (path: string) => string };

export function logRequests(options: RequestLogOptions): MiddlewareHandler<HttpEnv> {
  return async function requestLog(c, next) {
    const requestId = randomUUID();
    const startMs = performance.now();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    if (c.env?.inProcess === true || (c.get('isFile') && c.res.status < 400)) return;
    options.log.info({
      event: 'request',
      requestId,
      method: c.req.method,
      route: options.template?.(c.req.path) ?? routeTemplate(routePath(c)),
      status: c.res.status,
      ms: Math.round((performance.now() - startMs) * 10) / 10,
    });
  };
}

/** The path of the last handler that ran; a middleware's says that no route was met. */
function routeTemplate(path: string): string {
  return path.endsWith('*') ? 'unmatched' : path;
}

const PAGES = new Set([
  'resultats',
  'fiche',
  'trajet',
  'transports',
  'annuaire',
  'a-propos',
  'signaler',
  'connexion',
  'invitation',
  'mot-de-passe',
  'compte',
  'espace',
  'assets',
]);

/** A page's address without what was chosen in it: '/fiche/42' is '/fiche/:id'. */
export function pageTemplate(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const language = segments[0] === 'en' ? '/en' : '';
  const [page, ...rest] = language === '' ? segments : segments.slice(1);
  if (page === undefined) return language === '' ? '/' : language;
  if (!PAGES.has(page)) return 'unmatched';
  return `${language}/${page}${rest.length === 0 ? '' : '/:id'}`;
}
