// Which invitations of this workspace wait for an answer?

import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { workspaceInvitation } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
};

/** The newest first. */
export async function listInvitations(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<OpenInvitation[]> {
  return await inWorkspace(db, workspaceId, async (tx) =>
    tx
      .select({
        id: workspaceInvitation.id,
        email: workspaceInvitation.email,
        role: workspaceInvitation.role,
        createdAt: workspaceInvitation.createdAt,
        expiresAt: workspaceInvitation.expiresAt,
      })
      .from(workspaceInvitation)
      .where(
        and(
          eq(workspaceInvitation.workspaceId, workspaceId),
          isNull(workspaceInvitation.acceptedAt),
          isNull(workspaceInvitation.revokedAt),
          gt(workspaceInvitation.expiresAt, now),
        ),
      )
      .orderBy(desc(workspaceInvitation.createdAt), workspaceInvitation.id),
  );
}
