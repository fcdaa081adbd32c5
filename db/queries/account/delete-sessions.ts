// Ends sessions: their cookies open nothing from the next request on.

import { and, eq, lt, ne, or } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { accountSession, accountVerification } from '#db/schema/account.ts';

export type SessionChoice = { one: string } | { allBut: string } | 'all';

/** How many were ended; those of others are not seen. `actorId` null: the command line. */
export async function deleteSessions(
  db: Database,
  userId: string,
  choice: SessionChoice,
  by: { actorId: string | null; at: Date },
): Promise<number> {
  return await db.transaction(async (tx) => {
    const ended = await tx
      .delete(accountSession)
      .where(and(eq(accountSession.userId, userId), chosen(choice)))
      .returning({ id: accountSession.id });
    for (const { id } of ended) {
      await appendAudit(tx, {
        ...by,
        workspaceId: null,
        action: 'revoked',
        subjectKind: 'session',
        subjectId: id,
        after: { userId },
      });
    }
    return ended.length;
  });
}

function chosen(choice: SessionChoice) {
  if (choice === 'all') return undefined;
  return 'one' in choice ? eq(accountSession.id, choice.one) : ne(accountSession.id, choice.allBut);
}

/** Those nobody can use any more, and the questions asked of keys that got no answer. */
export async function sweepSessions(db: Database, now: Date, signedInBefore: Date): Promise<void> {
  await db
    .delete(accountSession)
    .where(or(lt(accountSession.expiresAt, now), lt(accountSession.createdAt, signedInBefore)));
  await db.delete(accountVerification).where(lt(accountVerification.expiresAt, now));
}
