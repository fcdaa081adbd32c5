// How many requests may one address send? A token bucket for each, in memory.

import type { MiddlewareHandler } from 'hono';
import { clientAddress, countingKey } from '#api/http/client-address.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { AppError } from '#domain/error.ts';

const MAX_TRACKED_ADDRESSES = 50_000;

export type TokenBuckets = { take: (key: string, nowMs: number) => { waitMs: number } };

/** `burst` at once, then `perMinute`. A full table forgets the addresses seen longest ago. */
export function createTokenBuckets(options: { burst: number; perMinute: number }): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = options.perMinute / 60_000;
  return {
    take(key, nowMs) {
      const known = buckets.get(key);
      const elapsed = known === undefined ? 0 : Math.max(0, nowMs - known.at);
      const tokens = Math.min(options.burst, (known?.tokens ?? options.burst) + elapsed * perMs);
      const allowed = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: nowMs });
      if (buckets.size > MAX_TRACKED_ADDRESSES) forgetOldest(buckets);
      return { waitMs: allowed ? 0 : (1 - tokens) / perMs };
    },
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}

/** Null buckets: no limit. Reports are counted apart: a person sends a few, never a stream. */
export type Limits = { requests: TokenBuckets | null; reports: TokenBuckets | null };

const REPORTS_AT_ONCE = 6;
const REPORTS_PER_MINUTE = 0.2;

export function createLimits(requestsPerMinute: number): Limits {
  if (requestsPerMinute === 0) return { requests: null, reports: null };
  return {
    requests: createTokenBuckets({ burst: requestsPerMinute, perMinute: requestsPerMinute }),
    reports: createTokenBuckets({ burst: REPORTS_AT_ONCE, perMinute: REPORTS_PER_MINUTE }),
  };
}

export type RateLimitOptions = {
  buckets: TokenBuckets | null;
  trustedProxies: number;
  clock: () => number;
  applies?: (method: string, path: string) => boolean;
};

/** Refuses with 429 and Retry-After in seconds. Pages rendered here pay once, not for each call inside. */
export function limitRate(options: RateLimitOptions): MiddlewareHandler<HttpEnv> {
  return async function rateLimit(c, next) {
    const counted = options.applies?.(c.req.method, c.req.path) ?? true;
    if (options.buckets !== null && c.env?.inProcess !== true && counted) {
      const address = clientAddress(
        c.env?.incoming?.socket?.remoteAddress,
        c.req.header('x-forwarded-for'),
        options.trustedProxies,
      );
      const { waitMs } = options.buckets.take(countingKey(address), options.clock());
      if (waitMs > 0) {
        const seconds = Math.ceil(waitMs / 1000);
        c.header('retry-after', String(seconds));
        throw new AppError(
          'too_many_requests',
          `Too many requests from this address. Try again in ${seconds} s.`,
        );
      }
    }
    await next();
  };
}
