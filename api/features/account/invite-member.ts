// Invites somebody into a workspace: by e-mail when the deployment sends some, else by a link to hand over.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Mailer } from '#api/runtime/mailer.ts';
import type { Database } from '#db/database.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import { insertInvitation } from '#db/queries/account/insert-invitation.ts';
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

/** Throws `bad_request` for a role that is none of this kind of workspace, `conflict` for a member. */
export async function inviteMember(
  { db, mailer }: { db: Database; mailer: Mailer | null },
  invite: Invite,
): Promise<SentInvitation> {
  const { workspace, email, role, invitedBy, nowMs } = invite;
  refuseRole(workspace, role);
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const expiresAt = new Date(nowMs + INVITATION_DAYS * DAY_MS);
  await insertInvitation(db, {
    id,
    workspaceId: workspace.id,
    email: email.toLowerCase(),
    role,
    tokenHash: hashToken(token),
    invitedBy: invitedBy?.userId ?? null,
    at: new Date(nowMs),
    expiresAt,
  });
  const link = `${invite.origin}/invitation/${token}`;
  if (mailer === null) return { id, expiresAt, link };
  try {
    await mailer(
      invitationMail({
        to: email,
        workspaceName: workspace.name,
        by: invitedBy?.name ?? null,
        link,
      }),
    );
  } catch (cause) {
    // Nobody has the link: it is taken back, and can be sent again.
    const actorId = invitedBy?.userId ?? null;
    await revokeInvitation(db, { workspaceId: workspace.id, id, actorId, at: new Date(nowMs) });
    throw new AppError(
      'unavailable',
      'The mail server did not take the message; try again later.',
      {
        cause,
      },
    );
  }
  return { id, expiresAt, link: null };
}

export function refuseRole(workspace: Workspace, role: Role): void {
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
