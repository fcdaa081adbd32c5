// An invitation asked twice with the same `Idempotency-Key` is one: one message, or one link.

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { siteOrigin } from '#api/http/site-origin.ts';
import { answerCreation, forgetCreation } from '#api/runtime/answer-creation.ts';
import type { Database } from '#db/database.ts';
import { insertInvitation, type NewInvitation } from '#db/queries/account/insert-invitation.ts';
import { listDemoAccounts } from '#db/queries/account/list-demo-accounts.ts';
import type { AccountDeps } from './account-deps.ts';
import {
  drawInvitation,
  type Invite,
  linkOf,
  type SentInvitation,
  sendInvitation,
  tokenOf,
} from './invite-member.ts';

/** Who is invited into what. */
export type Invited = Pick<Invite, 'workspace' | 'email' | 'role'>;

/** What is kept of the answer: the link is drawn again from the id. */
type KeptInvitation = { id: string; workspaceId: string; expiresAt: string };

export type InvitationAnswer = KeptInvitation & Pick<SentInvitation, 'link'>;

/**
 * `whom` runs first in the transaction that keeps the invitation and the answer. `by.workspaceId`: behind
 * whose walls; null for a workspace this very request makes.
 */
export async function inviteOnce(
  deps: AccountDeps,
  c: Context<HttpEnv>,
  by: { workspaceId: string | null; person: Person },
  whom: (tx: Database) => Promise<Invited>,
): Promise<InvitationAnswer> {
  const { signIn, database } = deps;
  const { workspaceId, person } = by;
  const at = new Date(deps.clock());
  const origin = siteOrigin(c, deps.config);
  // Everybody knows the passwords of the demonstration: it writes to nobody.
  const isDemo = (await listDemoAccounts(database.db)).length > 0;
  const mailer = isDemo ? null : deps.mailer;
  const made: { invite: Invite; row: NewInvitation; token: string }[] = [];
  const act = { workspaceId, actorId: person.userId, at };
  const reply = await answerCreation(deps, c, act, async (tx) => {
    const invite = { ...(await whom(tx)), invitedBy: person, origin, nowMs: at.getTime() };
    const id = randomUUID();
    const token = tokenOf(signIn.secret, id);
    const row = drawInvitation(invite, id, token);
    await insertInvitation(tx, row);
    made.push({ invite, row, token });
    const { workspaceId: where, expiresAt } = row;
    const body: KeptInvitation = { id, workspaceId: where, expiresAt: expiresAt.toISOString() };
    return { status: 201, body };
  });
  const kept = reply.body as KeptInvitation;
  const [first] = made;
  if (first === undefined) {
    const link = mailer === null ? linkOf(origin, tokenOf(signIn.secret, kept.id)) : null;
    return { ...kept, link };
  }
  const { invite, row, token } = first;
  try {
    const sending = { db: database.db, mailer };
    return { ...kept, link: await sendInvitation(sending, invite, row, token) };
  } catch (error) {
    await forgetCreation(deps, c, person.userId);
    throw error;
  }
}
