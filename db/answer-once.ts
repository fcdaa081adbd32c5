// How is a creation that is sent twice made once? Its answer is kept in the transaction that makes it.

import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { keptAnswer } from '#db/schema/history.ts';

export type KeptReply = { status: number; body: unknown };

export type OnceOutcome =
  | { kind: 'answered'; reply: KeptReply; again: boolean }
  /** The key was used for something else. */
  | { kind: 'other_request' }
  /** The same is being answered at this moment. */
  | { kind: 'in_flight' };

export type Once = {
  userId: string;
  key: string;
  /** SHA-256 of the method, the path and the body. */
  requestHash: string;
  /** Whose rows `work` writes: as `inWorkspace`. Null: of no organization, outside their walls. */
  workspaceId: string | null;
  now: Date;
};

const KEPT_MS = 24 * 3_600_000;

/** A process that dies before the end leaves neither the creation nor the answer: the next try makes both. */
export async function answerOnce(
  db: Database,
  once: Once,
  work: (tx: Database) => Promise<KeptReply>,
): Promise<OnceOutcome> {
  const { userId, key, requestHash, workspaceId, now } = once;
  return db.transaction(async (tx): Promise<OnceOutcome> => {
    const name = `${userId} ${key}`;
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 7)) as mine`,
    );
    if (rows[0]?.mine !== true) return { kind: 'in_flight' };
    const isIt = and(eq(keptAnswer.userId, userId), eq(keptAnswer.key, key));
    const [kept] = await tx.select().from(keptAnswer).where(isIt);
    const isGood = kept !== undefined && now.getTime() - kept.createdAt.getTime() < KEPT_MS;
    if (isGood && kept.requestHash !== requestHash) return { kind: 'other_request' };
    if (isGood && kept.status !== null) {
      return { kind: 'answered', reply: { status: kept.status, body: kept.body }, again: true };
    }
    if (workspaceId !== null) {
      await tx.execute(sql`set local role voisoin_editor`);
      await tx.execute(sql`select set_config('voisoin.workspace', ${workspaceId}, true)`);
    }
    const reply = await work(tx);
    // The answer is ours to keep, not the organization's.
    await tx.execute(sql`set local role none`);
    await tx
      .insert(keptAnswer)
      .values({ userId, key, requestHash, ...reply, createdAt: now })
      .onConflictDoUpdate({
        target: [keptAnswer.userId, keptAnswer.key],
        set: { requestHash, ...reply, createdAt: now },
      });
    return { kind: 'answered', reply, again: false };
  });
}

/** What was made was undone: the same key makes it again. */
export async function forgetAnswer(
  db: Database,
  { userId, key }: Pick<Once, 'userId' | 'key'>,
): Promise<void> {
  await db.delete(keptAnswer).where(and(eq(keptAnswer.userId, userId), eq(keptAnswer.key, key)));
}

/** Answers nobody may ask for again. */
export async function forgetOldAnswers(db: Database, now: Date): Promise<void> {
  await db.delete(keptAnswer).where(lt(keptAnswer.createdAt, new Date(now.getTime() - KEPT_MS)));
}
