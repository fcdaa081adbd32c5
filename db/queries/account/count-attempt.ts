// How many times was this tried in this stretch of time, by all the processes together?

import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountAttempt } from '#db/schema/account.ts';

/** Counts one more, and says how many that makes. `key` is already hashed. */
export async function countAttempt(db: Database, key: string, windowStart: Date): Promise<number> {
  const [row] = await db
    .insert(accountAttempt)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [accountAttempt.key, accountAttempt.windowStart],
      set: { count: sql`${accountAttempt.count} + 1` },
    })
    .returning({ count: accountAttempt.count });
  const count = row?.count ?? 1;
  // A first try of a stretch of time sweeps those before it.
  if (count === 1)
    await db.delete(accountAttempt).where(lt(accountAttempt.windowStart, windowStart));
  return count;
}

/** A try that was right is no try at guessing. */
export async function forgiveAttempt(
  db: Database,
  keys: readonly string[],
  windowStart: Date,
): Promise<void> {
  await db
    .update(accountAttempt)
    .set({ count: sql`greatest(${accountAttempt.count} - 1, 0)` })
    .where(
      and(inArray(accountAttempt.key, [...keys]), eq(accountAttempt.windowStart, windowStart)),
    );
}
