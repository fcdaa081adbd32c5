// Opens and ends sessions: one cookie each, another at every sign-in.

import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { ABSOLUTE_MS, type KeyAnswer } from '#api/runtime/sign-in.ts';
import { orRefusal } from '#api/runtime/sign-in-refusal.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { deleteSessions, sweepSessions } from '#db/queries/account/delete-sessions.ts';
import { type AccountDeps, callsFor, passCookies } from './account-deps.ts';

/** Throws 401 for a wrong address as for a wrong password, after the same work; 429 after too many. */
export async function signInWithPassword(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  credentials: { email: string; password: string },
): Promise<void> {
  // In a flood, what cannot be compared costs nothing and is not counted as a try.
  deps.signIn.hasher.refuseWhenFull?.();
  const forgive = await deps.tries.take(c, credentials.email);
  const { headers, response } = await orRefusal(
    callsFor(deps, c).signInEmail({
      body: credentials,
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  await forgive();
  await noteSignIn(deps, c, response.user.id, 'password');
  passCookies(c, headers);
}

/** Keys are not tried by guessing: the network alone is counted. */
export async function signInWithPasskey(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  response: object,
): Promise<void> {
  const forgive = await deps.tries.take(c, null);
  const { headers, response: answer } = await orRefusal(
    callsFor(deps, c).verifyPasskeyAuthentication({
      body: { response: response as KeyAnswer },
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  await forgive();
  await noteSignIn(deps, c, answer.user.id, 'passkey');
  passCookies(c, headers);
}

/** The session this browser had ends with the sign-in: an old cookie opens nothing. */
async function noteSignIn(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  userId: string,
  way: 'password' | 'passkey',
): Promise<void> {
  const { db } = deps.database;
  const at = new Date(deps.clock());
  const before = c.get('person');
  if (before !== null) {
    const by = { actorId: before.userId, at };
    await deleteSessions(db, before.userId, { one: before.sessionId }, by);
  }
  await sweepSessions(db, new Date(), new Date(Date.now() - ABSOLUTE_MS));
  await db.transaction((tx) =>
    appendAudit(tx, {
      at,
      actorId: userId,
      workspaceId: null,
      action: 'signed_in',
      subjectKind: 'session',
      subjectId: userId,
      after: { way },
    }),
  );
}

/** The row goes, the cookie too, and what the browser keeps of these pages, unsaved writing when asked aside. */
export async function signOut(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  { keepUnsaved }: { keepUnsaved: boolean },
): Promise<void> {
  const { headers } = await orRefusal(
    callsFor(deps, c).signOut({ headers: c.req.raw.headers, returnHeaders: true }),
  );
  passCookies(c, headers);
  c.header('clear-site-data', keepUnsaved ? '"cache"' : '"cache", "storage"');
}
