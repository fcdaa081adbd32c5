// Which accounts of the demonstration can sign in now?

import { eq, like } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountCredential, accountUser, workspace, workspaceMember } from '#db/schema/account.ts';
import { DEMO_USER_PREFIX } from '#domain/account/demo-accounts.ts';
import type { Role } from '#domain/account/roles.ts';

export type OpenDemoAccount = { email: string; name: string; role: Role; workspace: string };

/** None when the demonstration is off: their passwords are taken away. */
export async function listDemoAccounts(db: Database): Promise<OpenDemoAccount[]> {
  return await db
    .select({
      email: accountUser.email,
      name: accountUser.name,
      role: workspaceMember.role,
      workspace: workspace.name,
    })
    .from(accountUser)
    .innerJoin(accountCredential, eq(accountCredential.userId, accountUser.id))
    .innerJoin(workspaceMember, eq(workspaceMember.userId, accountUser.id))
    .innerJoin(workspace, eq(workspace.id, workspaceMember.workspaceId))
    .where(like(accountUser.id, `${DEMO_USER_PREFIX}%`))
    .orderBy(workspace.name, accountUser.id);
}
