// Whose cookie is this? The session is read from the database at each request of a private address.

import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { HttpEnv } from '#api/http/http-env.ts';
import { siteOrigin } from '#api/http/site-origin.ts';
import { ABSOLUTE_MS, type Calls, type SignIn, sessionCookieName } from '#api/runtime/sign-in.ts';

export type IdentifyDeps = {
  signIn: SignIn;
  config: { publicUrl: string | null; trustedProxies: number };
};

/** Sets `person`, or null. What it answers is for that person: it is kept nowhere. */
export function identify(deps: IdentifyDeps): MiddlewareHandler<HttpEnv> {
  return async function identifyPerson(c, next) {
    c.set('person', null);
    const origin = siteOrigin(c, deps.config);
    if (getCookie(c, sessionCookieName(origin)) !== undefined) {
      await readSession(c, deps.signIn.at(origin));
    }
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

async function readSession(c: Context<HttpEnv>, calls: Calls): Promise<void> {
  const { response, headers } = await calls.getSession({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  if (response === null) return;
  const { session, user } = response;
  // Of the same clock as the library: the machine's.
  if (Date.now() - new Date(session.createdAt).getTime() >= ABSOLUTE_MS) {
    await calls.signOut({ headers: c.req.raw.headers });
    return;
  }
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  c.set('person', {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionId: session.id,
  });
}
