// Does a request that writes come from our own pages, or from another site through somebody's browser?

import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export type SameOriginOptions = {
  publicUrl: string | null;
  /** `refuse` where forms are read: only a browser sends them. Programs may post JSON. */
  withoutOrigin: 'refuse' | 'accept';
};

/**
 * Browsers send Sec-Fetch-Site (on https and localhost) and Origin on every POST: both must be ours
 * when present. There are no cookies to steal; this keeps reports from being filed by other sites.
 */
export function requireSameOrigin(options: SameOriginOptions): MiddlewareHandler<HttpEnv> {
  return async function sameOrigin(c, next) {
    if (!SAFE_METHODS.has(c.req.method) && c.env?.inProcess !== true) {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      if (site !== undefined && site !== 'same-origin') throw refusal(`Sec-Fetch-Site: ${site}`);
      const own = [new URL(c.req.url).host, c.req.header('host'), hostOf(options.publicUrl)];
      const sender = hostOf(origin ?? null);
      const isOwn = sender !== undefined && own.includes(sender);
      if (origin !== undefined && !isOwn && !(origin === 'null' && site === 'same-origin')) {
        throw refusal(`Origin: ${origin}`);
      }
      if (site === undefined && origin === undefined && options.withoutOrigin === 'refuse') {
        throw refusal('neither Sec-Fetch-Site nor Origin');
      }
    }
    await next();
  };
}

function hostOf(address: string | null): string | undefined {
  return address !== null && URL.canParse(address) ? new URL(address).host : undefined;
}

function refusal(received: string): HttpRefusal {
  return new HttpRefusal('forbidden', `Expected a request from this site, received ${received}.`);
}
