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

export type RateLimitOptions = {
  /** Null: no limit. */
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
