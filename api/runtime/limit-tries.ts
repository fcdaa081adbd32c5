// How often may one account, or one network, be tried? Counted in the database, by all processes together.

import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress, countingKey } from '#api/http/client-address.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import type { Database } from '#db/database.ts';
import { countAttempt, forgiveAttempt } from '#db/queries/account/count-attempt.ts';
import { AppError } from '#domain/error.ts';

const WINDOW_MS = 15 * 60_000;
export const TRIES_OF_ACCOUNT = 10;
export const TRIES_OF_NETWORK = 50;

export type TryLimits = {
  /**
   * Throws `too_many_requests`, with Retry-After, for the eleventh try at an account or the 51st of a
   * network. What it answers forgets this try: for the one that was right.
   */
  take: (c: Context<HttpEnv>, account: string | null) => Promise<() => Promise<void>>;
};

/** What is counted is kept hashed with the secret: neither an address nor a network can be read there. */
export function createTryLimits(deps: {
  db: Database;
  secret: string;
  trustedProxies: number;
  clock: () => number;
}): TryLimits {
  const keyOf = (text: string) =>
    createHmac('sha256', deps.secret).update(text).digest('base64url');
  return {
    async take(c, account) {
      const nowMs = deps.clock();
      const windowStart = new Date(nowMs - (nowMs % WINDOW_MS));
      const network = countingKey(
        clientAddress(
          c.env?.incoming?.socket?.remoteAddress,
          c.req.header('x-forwarded-for'),
          deps.trustedProxies,
        ),
      );
      const counted = [{ key: keyOf(`network ${network}`), most: TRIES_OF_NETWORK }];
      if (account !== null) {
        counted.push({ key: keyOf(`account ${account.toLowerCase()}`), most: TRIES_OF_ACCOUNT });
      }
      // The network first: who was refused by it does not use up the tries of an account.
      let isRefused = false;
      for (const { key, most } of counted) {
        isRefused = (await countAttempt(deps.db, key, windowStart)) > most;
        if (isRefused) break;
      }
      const keys = counted.map(({ key }) => key);
      if (!isRefused) return () => forgiveAttempt(deps.db, keys, windowStart);
      const seconds = Math.ceil((windowStart.getTime() + WINDOW_MS - nowMs) / 1000);
      c.header('retry-after', String(seconds));
      const minutes = Math.ceil(seconds / 60);
      throw new AppError('too_many_requests', `Too many tries. Try again in ${minutes} min.`);
    },
  };
}
