// Who signs in with this e-mail address?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser } from '#db/schema/account.ts';

export type Account = { id: string; name: string; email: string };

/** In any case: addresses are kept in lower case. */
export async function findAccount(db: Database, email: string): Promise<Account | null> {
  const [row] = await db
    .select({ id: accountUser.id, name: accountUser.name, email: accountUser.email })
    .from(accountUser)
    .where(eq(accountUser.email, email.toLowerCase()));
  return row ?? null;
}
