// What the routes of accounts are given.

import type { Context } from 'hono';
import type { Config } from '#api/config.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { siteOrigin } from '#api/http/site-origin.ts';
import type { TryLimits } from '#api/runtime/limit-tries.ts';
import type { Mailer } from '#api/runtime/mailer.ts';
import type { Calls, SignIn } from '#api/runtime/sign-in.ts';
import type { DatabaseHandle } from '#db/database.ts';

export type AccountDeps = {
  database: DatabaseHandle;
  config: Config;
  /** Epoch milliseconds. */
  clock: () => number;
  signIn: SignIn;
  tries: TryLimits;
  /** Null: no mail leaves, links are handed over. */
  mailer: Mailer | null;
};

/** The library's calls, at the address the person reads. */
export function callsFor(deps: AccountDeps, c: Context<HttpEnv>): Calls {
  return deps.signIn.at(siteOrigin(c, deps.config));
}

/** Every cookie of the library goes to the browser as it was made. */
export function passCookies(c: Context<HttpEnv>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}
