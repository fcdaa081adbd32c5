// Who changed what in this workspace, when, from what to what?

import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accountUser } from '#db/schema/account.ts';
import { auditEntry } from '#db/schema/history.ts';

export type HistoryEntry = {
  position: number;
  at: Date;
  /** Null: the clock, the command line, or somebody whose account is gone. */
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
};

export type HistoryFilter = {
  workspaceId: string;
  /** Entries before this place in the history. */
  before?: number | undefined;
  offerId?: string | undefined;
  limit: number;
};

/** The newest first. Read inside the workspace. */
export async function listHistory(tx: Database, filter: HistoryFilter): Promise<HistoryEntry[]> {
  const { workspaceId, before, offerId, limit } = filter;
  return tx
    .select({
      position: auditEntry.position,
      at: auditEntry.at,
      actorId: auditEntry.actorId,
      actorName: accountUser.name,
      action: auditEntry.action,
      subjectKind: auditEntry.subjectKind,
      subjectId: auditEntry.subjectId,
      before: auditEntry.before,
      after: auditEntry.after,
    })
    .from(auditEntry)
    .leftJoin(accountUser, eq(accountUser.id, auditEntry.actorId))
    .where(
      and(
        eq(auditEntry.workspaceId, workspaceId),
        before === undefined ? undefined : lt(auditEntry.position, before),
        offerId === undefined
          ? undefined
          : and(
              inArray(auditEntry.subjectKind, ['offer', 'draft']),
              eq(auditEntry.subjectId, offerId),
            ),
      ),
    )
    .orderBy(desc(auditEntry.position))
    .limit(limit);
}
