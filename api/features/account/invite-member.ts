// Invites somebody into a workspace: by e-mail when the deployment sends some, else by a link to hand over.

import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Mailer } from '#api/runtime/mailer.ts';
import type { Database } from '#db/database.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import { insertInvitation, type NewInvitation } from '#db/queries/account/insert-invitation.ts';
import { revokeInvitation } from '#db/queries/account/revoke-invitation.ts';
import { type Role, rolesOf } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';
import { invitationMail } from './invitation-mail.ts';

export const INVITATION_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

export type Invite = {
  workspace: Workspace;
  email: string;
  role: Role;
  /** Null: the command line. */
  invitedBy: { userId: string; name: string } | null;
  /** `https://host`, where the link leads. */
  origin: string;
  nowMs: number;
};

export type SentInvitation = { id: string; expiresAt: Date; link: string | null };

type Sending = { db: Database; mailer: Mailer | null };

/** Throws `bad_request` for a role that is none of this kind of workspace, `conflict` for a member. */
export async function inviteMember(sending: Sending, invite: Invite): Promise<SentInvitation> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const row = drawInvitation(invite, id, token);
  await insertInvitation(sending.db, row);
  return { id, expiresAt: row.expiresAt, link: await sendInvitation(sending, invite, row, token) };
}

/** What is kept of an invitation: the token itself is not. */
export function drawInvitation(invite: Invite, id: string, token: string): NewInvitation {
  const { workspace, email, role, invitedBy, nowMs } = invite;
  refuseRole(workspace, role);
  return {
    id,
    workspaceId: workspace.id,
    email: email.toLowerCase(),
    role,
    tokenHash: hashToken(token),
    invitedBy: invitedBy?.userId ?? null,
    at: new Date(nowMs),
    expiresAt: new Date(nowMs + INVITATION_DAYS * DAY_MS),
  };
}

/** The link to hand over; null once it left by e-mail. A message that was not taken takes it back. */
export async function sendInvitation(
  { db, mailer }: Sending,
  invite: Invite,
  { id, workspaceId, invitedBy: actorId, at }: NewInvitation,
  token: string,
): Promise<string | null> {
  const { email, workspace, invitedBy } = invite;
  const link = linkOf(invite.origin, token);
  if (mailer === null) return link;
  const by = invitedBy?.name ?? null;
  try {
    await mailer(invitationMail({ to: email, workspaceName: workspace.name, by, link }));
  } catch (cause) {
    // Nobody has the link: it is taken back, and can be sent again.
    await revokeInvitation(db, { workspaceId, id, actorId, at });
    const message = 'The mail server did not take the message; try again later.';
    throw new AppError('unavailable', message, { cause });
  }
  return null;
}

/** The same again for the same invitation, and nothing to whom the secret is unknown: 256 bits. */
export function tokenOf(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`invitation ${invitationId}`).digest('base64url');
}

export function linkOf(origin: string, token: string): string {
  return `${origin}/invitation/${token}`;
}

export function refuseRole(workspace: Pick<Workspace, 'kind'>, role: Role): void {
  const roles = rolesOf(workspace.kind);
  if (roles.includes(role)) return;
  const expected = roles.join(', ');
  throw new AppError('bad_request', `role: expected one of ${expected}, received ${role}`, {
    details: [{ field: 'role', expected: `one of ${expected}`, received: role }],
  });
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
