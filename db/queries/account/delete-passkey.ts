// Takes away a key of this person: it opens nothing any more.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { accountPasskey } from '#db/schema/account.ts';
import { AppError } from '#domain/error.ts';

/** Throws `not_found` for one of others. */
export async function deletePasskey(
  db: Database,
  userId: string,
  id: string,
  at: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(accountPasskey)
      .where(and(eq(accountPasskey.userId, userId), eq(accountPasskey.id, id)))
      .returning({ name: accountPasskey.name });
    if (gone === undefined) throw new AppError('not_found', 'No such key.');
    await appendAudit(tx, {
      at,
      actorId: userId,
      workspaceId: null,
      action: 'removed',
      subjectKind: 'passkey',
      subjectId: id,
      before: gone,
    });
  });
}
