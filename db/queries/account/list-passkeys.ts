// With which keys may this person sign in? Without what proves them.

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountPasskey } from '#db/schema/account.ts';

export type KeptPasskey = { id: string; name: string; createdAt: Date; isSynced: boolean };

export async function listPasskeys(db: Database, userId: string): Promise<KeptPasskey[]> {
  const rows = await db
    .select({
      id: accountPasskey.id,
      name: accountPasskey.name,
      createdAt: accountPasskey.createdAt,
      isSynced: accountPasskey.backedUp,
    })
    .from(accountPasskey)
    .where(eq(accountPasskey.userId, userId))
    .orderBy(asc(accountPasskey.createdAt), accountPasskey.id);
  return rows.map((row) => ({ ...row, name: row.name ?? '' }));
}
