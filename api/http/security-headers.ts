// What may a browser do with our answers? As little as the product needs.

import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { BaseMap } from '#api/config.ts';
import type { HttpEnv } from '#api/http/http-env.ts';

const ONE_YEAR_SECONDS = 31_536_000;

/** Answers of the API are data: nothing in them runs, whatever a browser is told to think. */
export const API_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The browsable page of the API: one style element, no script. */
export function docsPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

export function pagePolicy(nonce: string, baseMap: BaseMap): string {
  const outside = baseMap.kind === 'off' || baseMap.origin === null ? '' : ` ${baseMap.origin}`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data:${outside}`,
    `connect-src 'self'${outside}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** A list other sites may show in a frame: it asks for nothing and sends nothing. */
export function framedPolicy(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *`;
}

/** Scripts, styles and pictures; a worker among the scripts reads the map's tiles. */
export function filePolicy(baseMap: BaseMap): string {
  const outside = baseMap.kind === 'off' || baseMap.origin === null ? '' : ` ${baseMap.origin}`;
  return `default-src 'self'; connect-src 'self'${outside}; frame-ancestors 'none'`;
}

/** For one answer: a script or style of its page that carries it may run. */
export const createNonce = (): string => randomBytes(16).toString('base64');

export type SecurityOptions = {
  /** A fixed text spares the nonce: answers of data need none. */
  policy: string | ((nonce: string) => string);
  publicUrl: string | null;
  trustedProxies: number;
  /** Forms post with an Origin only when the browser may send one to ourselves. */
  referrerPolicy?: (path: string) => 'no-referrer' | 'same-origin';
};

export function secureAnswers(options: SecurityOptions): MiddlewareHandler<HttpEnv> {
  return async function securityHeaders(c, next) {
    let policy = options.policy;
    if (typeof policy === 'function') {
      const nonce = createNonce();
      c.set('nonce', nonce);
      policy = policy(nonce);
    }
    await next();
    const headers = c.res.headers;
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', policy);
    }
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', options.referrerPolicy?.(c.req.path) ?? 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set(
      'permissions-policy',
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
    );
    const forwardedProto =
      options.trustedProxies > 0 ? c.req.header('x-forwarded-proto') : undefined;
    const isHttps = options.publicUrl?.startsWith('https:') || forwardedProto === 'https';
    if (isHttps) {
      headers.set('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`);
    }
  };
}
