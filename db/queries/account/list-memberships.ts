// In which workspaces does this person work, and with which role?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Membership } from '#db/queries/account/find-membership.ts';
import { workspace, workspaceMember } from '#db/schema/account.ts';

export async function listMemberships(db: Database, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({
      id: workspace.id,
      name: workspace.name,
      kind: workspace.kind,
      providerId: workspace.providerId,
      territoryCodes: workspace.territoryCodes,
      role: workspaceMember.role,
    })
    .from(workspaceMember)
    .innerJoin(workspace, eq(workspace.id, workspaceMember.workspaceId))
    .where(eq(workspaceMember.userId, userId))
    .orderBy(workspace.name, workspace.id);
  return rows.map(({ role, ...found }) => ({ workspace: found, role }));
}
