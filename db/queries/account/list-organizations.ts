// Which organizations have a workspace here, and who could not be reached yet to manage its people?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { workspace } from '#db/schema/account.ts';
import { isAllowed, ROLES, type WorkspaceKind } from '#domain/account/roles.ts';

export type OrganizationRow = {
  id: string;
  name: string;
  kind: WorkspaceKind;
  territoryCodes: string[];
  createdAt: Date;
  memberCount: number;
  /** Members who may invite others. */
  managerCount: number;
  /** Until when an invitation waits for an answer; null: none does. */
  invitedUntil: Date | null;
};

const MANAGING = ROLES.filter((role) => isAllowed(role, 'member.manage'));

/** By name. Neither names nor addresses of people: who keeps the site opens spaces, and enters none. */
export async function listOrganizations(db: Database, now: Date): Promise<OrganizationRow[]> {
  const count = (condition: SQL) =>
    sql<number>`(select count(*)::int from workspace_member m
      where m.workspace_id = workspace.id and ${condition})`;
  const rows = await db
    .select({
      id: workspace.id,
      name: workspace.name,
      kind: workspace.kind,
      territoryCodes: workspace.territoryCodes,
      createdAt: workspace.createdAt,
      memberCount: count(sql`true`),
      managerCount: count(sql`m.role = any(${sql.param(MANAGING)}::text[])`),
      invitedUntil: sql<string | null>`(select max(i.expires_at) from workspace_invitation i
        where i.workspace_id = workspace.id and i.accepted_at is null and i.revoked_at is null
        and i.expires_at > ${now.toISOString()}::timestamptz)`,
    })
    .from(workspace)
    .orderBy(sql`lower(${workspace.name})`, workspace.id);
  return rows.map(({ invitedUntil, ...row }) => ({
    ...row,
    invitedUntil: invitedUntil === null ? null : new Date(invitedUntil),
  }));
}
