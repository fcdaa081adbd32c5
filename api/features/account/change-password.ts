// Gives a person another password, once the one of now is said; their other sessions end.

import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { orRefusal } from '#api/runtime/sign-in-refusal.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { listMemberships } from '#db/queries/account/list-memberships.ts';
import { isDemoUser } from '#domain/account/demo-accounts.ts';
import { type PasswordFault, passwordFault } from '#domain/account/password-rule.ts';
import { AppError } from '#domain/error.ts';
import { type AccountDeps, callsFor, passCookies } from './account-deps.ts';

export const PRODUCT = 'Voisoin';

export async function changePassword(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  person: Person,
  { current, next }: { current: string; next: string },
): Promise<void> {
  refuseDemo(person.userId);
  const { db } = deps.database;
  const memberships = await listMemberships(db, person.userId);
  const names = memberships.map(({ workspace }) => workspace.name);
  refuseWeakPassword('next', next, [PRODUCT, person.email, person.name, ...names]);
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

/** Throws `bad_request` whose fault says why, in a word a page can translate. */
export function refuseWeakPassword(field: string, password: string, context: string[]): void {
  const fault = passwordFault(password, context);
  if (fault === null) return;
  const expected = EXPECTED[fault];
  throw new AppError('bad_request', `${field}: expected ${expected}`, {
    details: [{ field, expected, received: fault }],
  });
}

const EXPECTED: Readonly<Record<PasswordFault, string>> = {
  too_short: 'at least 12 characters',
  too_long: 'at most 128 characters',
  repeated: 'more than the same few characters',
  sequence: 'more than neighbours on the keyboard',
  common: 'more than words everybody tries',
  context: 'more than names of the site, of the organization or of the person',
};
