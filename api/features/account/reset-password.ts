// Lets a person who forgot their password choose another one, by a link the operator handed over.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import type { Database } from '#db/database.ts';
import { listMemberships } from '#db/queries/account/list-memberships.ts';
import { findReset, offerReset, useReset } from '#db/queries/account/password-reset.ts';
import { AppError } from '#domain/error.ts';
import type { AccountDeps } from './account-deps.ts';
import { refuseDemo } from './change-password.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';

const DAY_MS = 24 * 3_600_000;
const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** The path to hand over; it is told once. Times are the machine's, as those of sessions. */
export async function offerPasswordReset(
  db: Database,
  userId: string,
  nowMs: number,
): Promise<string> {
  refuseDemo(userId);
  const token = randomBytes(32).toString('base64url');
  await offerReset(db, {
    id: randomUUID(),
    userId,
    tokenHash: hashToken(token),
    at: new Date(nowMs),
    expiresAt: new Date(nowMs + DAY_MS),
  });
  return `/mot-de-passe/${token}`;
}

/** Throws `not_found` when the link was used, is more than a day old or never was. */
export async function readReset(deps: AccountDeps, c: Context<HttpEnv>, token: string) {
  await deps.tries.take(c, null);
  const found = await findReset(deps.database.db, hashToken(token), new Date());
  if (found === null) {
    throw new AppError('not_found', 'This link was used already, or is more than a day old.');
  }
  return found;
}

export async function resetPassword(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  token: string,
  password: string,
): Promise<void> {
  const { db } = deps.database;
  const { userId, name, email } = await readReset(deps, c, token);
  const memberships = await listMemberships(db, userId);
  const workspaces = memberships.map(({ workspace }) => workspace);
  await refuseWeakPassword(db, 'password', password, { email, name, workspaces });
  const passwordHash = await deps.signIn.hasher.hash(password);
  await useReset(db, { tokenHash: hashToken(token), userId, passwordHash, at: new Date() });
}
