// Everybody who signs in, in which workspaces, with which role.

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser, workspace, workspaceMember } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';

export type ListedAccount = {
  email: string;
  name: string;
  /** Null: a member of no workspace. */
  workspace: string | null;
  role: Role | null;
};

export async function listAccounts(db: Database): Promise<ListedAccount[]> {
  return await db
    .select({
      email: accountUser.email,
      name: accountUser.name,
      workspace: workspace.name,
      role: workspaceMember.role,
    })
    .from(accountUser)
    .leftJoin(workspaceMember, eq(workspaceMember.userId, accountUser.id))
    .leftJoin(workspace, eq(workspace.id, workspaceMember.workspaceId))
    .orderBy(asc(accountUser.email), asc(workspace.name));
}
