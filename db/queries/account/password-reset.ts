// A link that lets a person who forgot it choose another password, once, within a day.

import { and, eq, gt, like } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import {
  accountCredential,
  accountSession,
  accountUser,
  accountVerification,
} from '#db/schema/account.ts';
import { AppError } from '#domain/error.ts';

const PREFIX = 'reset:';

export type ResetOffer = {
  id: string;
  userId: string;
  tokenHash: string;
  at: Date;
  expiresAt: Date;
};

/** Takes the place of one offered before. */
export async function offerReset(db: Database, offer: ResetOffer): Promise<void> {
  const { id, userId, tokenHash, at, expiresAt } = offer;
  await db.transaction(async (tx) => {
    await tx
      .delete(accountVerification)
      .where(
        and(
          like(accountVerification.identifier, `${PREFIX}%`),
          eq(accountVerification.value, userId),
        ),
      );
    await tx.insert(accountVerification).values({
      id,
      identifier: `${PREFIX}${tokenHash}`,
      value: userId,
      expiresAt,
      createdAt: at,
      updatedAt: at,
    });
    await appendAudit(tx, {
      at,
      actorId: null,
      workspaceId: null,
      action: 'reset_offered',
      subjectKind: 'password',
      subjectId: userId,
    });
  });
}

const isOpen = (tokenHash: string, now: Date) =>
  and(
    eq(accountVerification.identifier, `${PREFIX}${tokenHash}`),
    gt(accountVerification.expiresAt, now),
  );

/** Whose password this link changes; null when it changes none. */
export async function findReset(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ userId: string; name: string; email: string } | null> {
  const [row] = await db
    .select({ userId: accountUser.id, name: accountUser.name, email: accountUser.email })
    .from(accountVerification)
    .innerJoin(accountUser, eq(accountUser.id, accountVerification.value))
    .where(isOpen(tokenHash, now));
  return row ?? null;
}

/** Every session of the person ends. Throws `not_found` when the link was used meanwhile. */
export async function useReset(
  db: Database,
  used: { tokenHash: string; userId: string; passwordHash: string; at: Date },
): Promise<void> {
  const { tokenHash, userId, passwordHash, at } = used;
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(accountVerification)
      .where(isOpen(tokenHash, at))
      .returning({ id: accountVerification.id });
    if (gone.length === 0) throw new AppError('not_found', 'This link was used already.');
    const changed = await tx
      .update(accountCredential)
      .set({ password: passwordHash, updatedAt: at })
      .where(
        and(eq(accountCredential.userId, userId), eq(accountCredential.providerId, 'credential')),
      )
      .returning({ id: accountCredential.id });
    if (changed.length === 0) throw new AppError('not_found', 'This account has no password.');
    await tx.delete(accountSession).where(eq(accountSession.userId, userId));
    await appendAudit(tx, {
      at,
      actorId: userId,
      workspaceId: null,
      action: 'reset',
      subjectKind: 'password',
      subjectId: userId,
    });
  });
}
