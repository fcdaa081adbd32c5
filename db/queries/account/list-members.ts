// Who works in this workspace, and with which role?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { accountUser, workspaceMember } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';

export type MemberRow = { userId: string; name: string; email: string; role: Role };

export async function listMembers(db: Database, workspaceId: string): Promise<MemberRow[]> {
  return await inWorkspace(db, workspaceId, async (tx) =>
    tx
      .select({
        userId: workspaceMember.userId,
        name: accountUser.name,
        email: accountUser.email,
        role: workspaceMember.role,
      })
      .from(workspaceMember)
      .innerJoin(accountUser, eq(accountUser.id, workspaceMember.userId))
      .where(eq(workspaceMember.workspaceId, workspaceId))
      .orderBy(accountUser.name, workspaceMember.userId),
  );
}
