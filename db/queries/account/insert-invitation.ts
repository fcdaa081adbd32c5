// Keeps an invitation in the name of a workspace: who is invited, with which role, until when.

import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { accountUser, workspaceInvitation, workspaceMember } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

/** More would be mail sent to strangers in the name of an organization. */
const MOST_OPEN = 50;

export type NewInvitation = {
  id: string;
  workspaceId: string;
  /** In lower case. */
  email: string;
  role: Role;
  /** SHA-256 of the token: the token itself is kept nowhere. */
  tokenHash: string;
  /** Null: sent from the command line. */
  invitedBy: string | null;
  at: Date;
  expiresAt: Date;
};

/** Takes the place of one sent before to the same address. Throws `conflict` for a member. */
export async function insertInvitation(db: Database, invitation: NewInvitation): Promise<void> {
  const { workspaceId, email, role, invitedBy, at, id } = invitation;
  await inWorkspace(db, workspaceId, async (tx) => {
    await refuseMember(tx, invitation);
    const open = and(
      eq(workspaceInvitation.workspaceId, workspaceId),
      isNull(workspaceInvitation.acceptedAt),
      isNull(workspaceInvitation.revokedAt),
      gt(workspaceInvitation.expiresAt, at),
    );
    await tx
      .update(workspaceInvitation)
      .set({ revokedAt: at })
      .where(and(open, eq(workspaceInvitation.email, email)));
    const openCount = await tx.$count(workspaceInvitation, open);
    if (openCount >= MOST_OPEN) {
      throw new AppError('conflict', `At most ${MOST_OPEN} invitations wait for an answer.`);
    }
    const { at: createdAt, ...row } = invitation;
    await tx.insert(workspaceInvitation).values({ ...row, createdAt });
    await appendAudit(tx, {
      at,
      actorId: invitedBy,
      workspaceId,
      action: 'invited',
      subjectKind: 'invitation',
      subjectId: id,
      after: { email, role },
    });
  });
}

async function refuseMember(tx: Database, { workspaceId, email }: NewInvitation): Promise<void> {
  const [member] = await tx
    .select({ userId: workspaceMember.userId })
    .from(workspaceMember)
    .innerJoin(accountUser, eq(accountUser.id, workspaceMember.userId))
    .where(and(eq(workspaceMember.workspaceId, workspaceId), eq(accountUser.email, email)));
  if (member !== undefined) throw new AppError('conflict', `${email} is a member already.`);
}
