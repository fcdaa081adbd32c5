// Makes the link of an invitation worth nothing.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { workspaceInvitation } from '#db/schema/account.ts';
import type { Role } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

export type HeldInvitation = {
  id: string;
  email: string;
  role: Role;
  state: 'open' | 'accepted' | 'revoked';
};

/**
 * `refuse` is told what is held, and throws when the caller believed something else. Throws `not_found`
 * for one of others, answered or revoked already.
 */
export async function revokeInvitation(
  db: Database,
  revoked: { workspaceId: string; id: string; actorId: string | null; at: Date },
  refuse: (held: HeldInvitation) => void = () => undefined,
): Promise<void> {
  const { workspaceId, id, actorId, at } = revoked;
  await inWorkspace(db, workspaceId, async (tx) => {
    const one = and(
      eq(workspaceInvitation.workspaceId, workspaceId),
      eq(workspaceInvitation.id, id),
    );
    // Locked: it cannot be answered, or taken back by another, meanwhile.
    const [row] = await tx
      .select({
        email: workspaceInvitation.email,
        role: workspaceInvitation.role,
        acceptedAt: workspaceInvitation.acceptedAt,
        revokedAt: workspaceInvitation.revokedAt,
      })
      .from(workspaceInvitation)
      .where(one)
      .for('update');
    if (row === undefined) throw new AppError('not_found', 'No such invitation.');
    const { email, role } = row;
    const state =
      row.acceptedAt !== null ? 'accepted' : row.revokedAt !== null ? 'revoked' : 'open';
    refuse({ id, email, role, state });
    if (state !== 'open') throw new AppError('not_found', 'No such invitation.');
    await tx.update(workspaceInvitation).set({ revokedAt: at }).where(one);
    await appendAudit(tx, {
      at,
      actorId,
      workspaceId,
      action: 'revoked',
      subjectKind: 'invitation',
      subjectId: id,
      before: { email, role },
    });
  });
}
