// Reads and accepts an invitation: a new account, or the one of the person signed in at its address.

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { acceptInvitation } from '#db/queries/account/accept-invitation.ts';
import { type FoundInvitation, findInvitation } from '#db/queries/account/find-invitation.ts';
import { AppError } from '#domain/error.ts';
import type { AccountDeps } from './account-deps.ts';
import { hashToken } from './invite-member.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { signInWithPassword } from './sign-in-person.ts';

/** Throws `not_found` when it was answered, taken back, is too old or never was. */
export async function readInvitation(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  token: string,
): Promise<FoundInvitation> {
  await deps.tries.take(c, null);
  const found = await findInvitation(deps.database.db, hashToken(token), new Date(deps.clock()));
  if (found === null) throw noInvitation();
  return found;
}

/** Whoever accepts is signed in afterwards. Answers the workspace they joined. */
export async function answerInvitation(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  token: string,
  given: { name?: string | undefined; password?: string | undefined },
): Promise<string> {
  const invitation = await readInvitation(deps, c, token);
  const person = c.get('person');
  if (invitation.userId !== null) await joinAs(deps, invitation, person);
  else await joinAnew(deps, c, invitation, given);
  return invitation.workspaceId;
}

async function joinAs(
  deps: AccountDeps,
  invitation: FoundInvitation,
  person: Person | null,
): Promise<void> {
  if (person === null || person.userId !== invitation.userId) {
    throw new AppError('conflict', `Sign in as ${invitation.email} first: that account exists.`);
  }
  const at = new Date(deps.clock());
  await acceptInvitation(deps.database.db, invitation, { userId: person.userId }, at);
}

async function joinAnew(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  invitation: FoundInvitation,
  { name, password }: { name?: string | undefined; password?: string | undefined },
): Promise<void> {
  if (name === undefined || password === undefined) {
    const field = name === undefined ? 'name' : 'password';
    throw new AppError('bad_request', `${field}: expected for a new account, received nothing`, {
      details: [{ field, expected: 'a value for a new account', received: 'nothing' }],
    });
  }
  const { email, workspaceName, territoryCodes } = invitation;
  const workspaces = [{ name: workspaceName, territoryCodes }];
  await refuseWeakPassword(deps.database.db, 'password', password, { email, name, workspaces });
  const at = new Date(deps.clock());
  const passwordHash = await deps.signIn.hasher.hash(password);
  const account = { id: randomUUID(), name, email, passwordHash, at };
  try {
    await acceptInvitation(deps.database.db, invitation, { account }, at);
  } catch (error) {
    // Somebody opened the same link at the same moment and came first.
    throw isTaken(error) ? noInvitation() : error;
  }
  await signInWithPassword(deps, c, { email, password });
}

const noInvitation = () =>
  new AppError('not_found', 'This link was used already, taken back, or is more than 7 days old.');

function isTaken(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    each instanceof Error ? Reflect.get(each, 'code') : undefined,
  );
  return codes.includes('23505');
}
