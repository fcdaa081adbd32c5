// Gives a member another role, or takes them out, unless nobody would be left to manage the others.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { workspaceMember } from '#db/schema/account.ts';
import { keepsManager } from '#domain/account/keeps-manager.ts';
import type { Role } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

export type MemberChange = {
  workspaceId: string;
  userId: string;
  /** Null: taken out. */
  role: Role | null;
  actorId: string;
  at: Date;
};

/**
 * `refuse` is told the role held, and throws when the caller believed another. Throws `not_found` for
 * somebody else, `conflict` for the last who manages members.
 */
export async function changeMember(
  db: Database,
  change: MemberChange,
  refuse: (held: Role) => void,
): Promise<void> {
  const { workspaceId, userId, role, actorId, at } = change;
  await inWorkspace(db, workspaceId, async (tx) => {
    // Locked together: two who manage cannot take each other out at the same moment.
    const members = await tx
      .select({ userId: workspaceMember.userId, role: workspaceMember.role })
      .from(workspaceMember)
      .where(eq(workspaceMember.workspaceId, workspaceId))
      .orderBy(workspaceMember.userId)
      .for('update');
    const before = members.find((member) => member.userId === userId)?.role;
    if (before === undefined) throw new AppError('not_found', 'No such member.');
    refuse(before);
    if (before === role) return;
    if (!keepsManager(members, userId, role)) {
      throw new AppError('conflict', 'Somebody must be left who manages members.');
    }
    const one = and(
      eq(workspaceMember.workspaceId, workspaceId),
      eq(workspaceMember.userId, userId),
    );
    if (role === null) await tx.delete(workspaceMember).where(one);
    else await tx.update(workspaceMember).set({ role }).where(one);
    await appendAudit(tx, {
      at,
      actorId,
      workspaceId,
      action: role === null ? 'removed' : 'role_changed',
      subjectKind: 'member',
      subjectId: userId,
      before: { role: before },
      ...(role === null ? {} : { after: { role } }),
    });
  });
}
