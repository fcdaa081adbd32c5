// Is this person a member of this workspace, and with which role?

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { workspace, workspaceMember } from '#db/schema/account.ts';
import type { Role, WorkspaceKind } from '#domain/account/roles.ts';

export type Workspace = {
  id: string;
  name: string;
  kind: WorkspaceKind;
  /** The body whose name residents read on its offers; null for a coordination. */
  providerId: string | null;
  territoryCodes: readonly string[];
};

export type Membership = { workspace: Workspace; role: Role };

export async function findMembership(
  db: Database,
  workspaceId: string,
  userId: string,
): Promise<Membership | null> {
  const [row] = await membershipQuery(db, workspaceId, userId);
  if (row === undefined) return null;
  const { role, ...found } = row;
  return { workspace: found, role };
}

export function membershipQuery(db: Database, workspaceId: string, userId: string) {
  return db
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
    .where(and(eq(workspaceMember.workspaceId, workspaceId), eq(workspaceMember.userId, userId)));
}
