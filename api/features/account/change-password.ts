// Gives a person another password, once the one of now is said; their other sessions end.

import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { orRefusal } from '#api/runtime/sign-in-refusal.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { listMemberships } from '#db/queries/account/list-memberships.ts';
import { isDemoUser } from '#domain/account/demo-accounts.ts';
import { AppError } from '#domain/error.ts';
import { type AccountDeps, callsFor, passCookies } from './account-deps.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';

export async function changePassword(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  person: Person,
  { current, next }: { current: string; next: string },
): Promise<void> {
  refuseDemo(person.userId);
  const { db } = deps.database;
  const memberships = await listMemberships(db, person.userId);
  const workspaces = memberships.map(({ workspace }) => workspace);
  await refuseWeakPassword(db, 'next', next, { ...person, workspaces });
  await deps.tries.take(c, person.email);
  const { headers } = await orRefusal(
    callsFor(deps, c).changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: c.req.raw.headers,
      returnHeaders: true,
    }),
  );
  await db.transaction((tx) =>
    appendAudit(tx, {
      at: new Date(deps.clock()),
      actorId: person.userId,
      workspaceId: null,
      action: 'changed',
      subjectKind: 'password',
      subjectId: person.userId,
    }),
  );
  passCookies(c, headers);
}

/** Everybody has their password: one visitor must not shut the others out. */
export function refuseDemo(userId: string): void {
  if (!isDemoUser(userId)) return;
  throw new AppError('conflict', 'An account of the demonstration stays as it is.');
}
