// Turns an invitation into a membership, once, with the account when there is none yet.

import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { FoundInvitation } from '#db/queries/account/find-invitation.ts';
import { insertAccount, type NewAccount } from '#db/queries/account/insert-account.ts';
import { workspaceInvitation, workspaceMember } from '#db/schema/account.ts';
import { AppError } from '#domain/error.ts';

/** `who`: an account made now, or the one of a person who is signed in. */
export async function acceptInvitation(
  db: Database,
  invitation: FoundInvitation,
  who: { account: NewAccount } | { userId: string },
  at: Date,
): Promise<void> {
  const { id, workspaceId, role, email } = invitation;
  const userId = 'account' in who ? who.account.id : who.userId;
  await db.transaction(async (outer) => {
    if ('account' in who) await insertAccount(outer, who.account);
    await inWorkspace(outer, workspaceId, async (tx) => {
      // Of two who open the same link at once, one finds it still open.
      const claimed = await tx
        .update(workspaceInvitation)
        .set({ acceptedAt: at })
        .where(
          and(
            eq(workspaceInvitation.id, id),
            isNull(workspaceInvitation.acceptedAt),
            isNull(workspaceInvitation.revokedAt),
            gt(workspaceInvitation.expiresAt, at),
          ),
        )
        .returning({ id: workspaceInvitation.id });
      if (claimed.length === 0) throw new AppError('not_found', 'No such invitation.');
      await tx.insert(workspaceMember).values({ workspaceId, userId, role }).onConflictDoNothing();
      await appendAudit(tx, {
        at,
        actorId: userId,
        workspaceId,
        action: 'joined',
        subjectKind: 'member',
        subjectId: userId,
        after: { email, role, invitationId: id },
      });
    });
  });
}
