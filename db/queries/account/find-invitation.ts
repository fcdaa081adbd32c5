// To what does this link invite, if it still does?

import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser, workspace, workspaceInvitation } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';

export type FoundInvitation = {
  id: string;
  workspaceId: string;
  workspaceName: string;
  territoryCodes: readonly string[];
  email: string;
  role: Role;
  expiresAt: Date;
  /** Who has an account at that address already; null: nobody. */
  userId: string | null;
};

/** Null when it was answered, revoked, is too old or never was: nothing tells them apart. */
export async function findInvitation(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<FoundInvitation | null> {
  const [row] = await db
    .select({
      id: workspaceInvitation.id,
      workspaceId: workspaceInvitation.workspaceId,
      workspaceName: workspace.name,
      territoryCodes: workspace.territoryCodes,
      email: workspaceInvitation.email,
      role: workspaceInvitation.role,
      expiresAt: workspaceInvitation.expiresAt,
      userId: accountUser.id,
    })
    .from(workspaceInvitation)
    .innerJoin(workspace, eq(workspace.id, workspaceInvitation.workspaceId))
    .leftJoin(accountUser, eq(accountUser.email, workspaceInvitation.email))
    .where(
      and(
        eq(workspaceInvitation.tokenHash, tokenHash),
        isNull(workspaceInvitation.acceptedAt),
        isNull(workspaceInvitation.revokedAt),
        gt(workspaceInvitation.expiresAt, now),
      ),
    );
  return row ?? null;
}
