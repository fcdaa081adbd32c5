// Where is this person signed in? Without the tokens: what is shown opens nothing.

import { and, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountSession } from '#db/schema/account.ts';

export type OpenSession = {
  id: string;
  userAgent: string;
  signedInAt: Date;
  /** Within a quarter of an hour. */
  lastUsedAt: Date;
};

/** The last used first. */
export async function listSessions(
  db: Database,
  userId: string,
  notBefore: { now: Date; signedInAfter: Date },
): Promise<OpenSession[]> {
  const rows = await db
    .select({
      id: accountSession.id,
      userAgent: accountSession.userAgent,
      signedInAt: accountSession.createdAt,
      lastUsedAt: accountSession.updatedAt,
    })
    .from(accountSession)
    .where(
      and(
        eq(accountSession.userId, userId),
        gt(accountSession.expiresAt, notBefore.now),
        gt(accountSession.createdAt, notBefore.signedInAfter),
      ),
    )
    .orderBy(desc(accountSession.updatedAt), accountSession.id);
  return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? '' }));
}
