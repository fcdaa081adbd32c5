// Makes the link of an invitation worth nothing.

import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { workspaceInvitation } from '#db/schema/account.ts';
import { AppError } from '#domain/error.ts';

/** Throws `not_found` for one of others, answered or revoked already. */
export async function revokeInvitation(
  db: Database,
  revoked: { workspaceId: string; id: string; actorId: string | null; at: Date },
): Promise<void> {
  const { workspaceId, id, actorId, at } = revoked;
  await inWorkspace(db, workspaceId, async (tx) => {
    const [row] = await tx
      .update(workspaceInvitation)
      .set({ revokedAt: at })
      .where(
        and(
          eq(workspaceInvitation.workspaceId, workspaceId),
          eq(workspaceInvitation.id, id),
          isNull(workspaceInvitation.acceptedAt),
          isNull(workspaceInvitation.revokedAt),
        ),
      )
      .returning({ email: workspaceInvitation.email, role: workspaceInvitation.role });
    if (row === undefined) throw new AppError('not_found', 'No such invitation.');
    await appendAudit(tx, {
      at,
      actorId,
      workspaceId,
      action: 'revoked',
      subjectKind: 'invitation',
      subjectId: id,
      before: row,
    });
  });
}
